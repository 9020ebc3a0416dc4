// What bringing a metric to where others stand is worth in pounds.
#pragma once

#include <optional>
#include <string>

#include "core/uor/analyse/benchmark.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

/// GBP m a year that bringing the metric there would be worth; 0 where it stands there or better, nothing where there
/// is nothing to compare with.
struct Worth {
  std::optional<double> to_median, to_better_quartile, to_peers;
};

/// The sum of a flow over the last twelve months up to the assessment, or what fewer months come to in twelve; nothing
/// where the run did not summarise it.
std::optional<double> year_of(const View& view, const std::string& quantity, std::size_t side);

/// The row of the policy, or nullptr.
const policy::Opportunity* opportunity_row(const policy::Policy& policy, const std::string& metric);

/// GBP m a year for one unit of the metric where it has this value.
std::optional<double> unit_worth(const policy::Opportunity& row, const View& view, std::size_t side, double value);

/// `unit` in GBP m a year; `polarity` of the metric.
Worth worth_of(double value, int polarity, const analyse::Benchmark& benchmark, std::optional<double> unit);

Json json_of(const Worth& worth);

}  // namespace uor::report
