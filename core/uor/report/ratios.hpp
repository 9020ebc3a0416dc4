// What the framework reads beside the initial metrics and the run can say: total cost per unit of activity, agency in
// the pay bill.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/metrics.hpp"

namespace uor::report {

/// A row [[shown_ratio]] of the policy, at the rating.
struct Ratio {
  std::string id, title, unit;
  std::vector<std::optional<double>> value;   // [side]; nothing where the run did not summarise what it is made of
  std::vector<std::optional<double>> median;  // [side]: the sum of the metrics' national medians, where it is one
  std::vector<std::optional<double>>
      opportunity;  // [side]: GBP m a year to that, where the policy says what a unit is worth
};

std::vector<Ratio> ratios_of(const View& view, const policy::Policy& policy, const std::vector<Metric>& metrics);

Json json_of(const Ratio& ratio);

}  // namespace uor::report
