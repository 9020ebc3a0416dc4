// From the planned surplus by way of the forecast to the underlying position: means over trials, GBP m.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/uor/policy/shown.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

struct BridgeStep {
  std::string id, title;
  bool total = false;  // a balance; else a change from the step before
  double mean_gbp_m = 0;
};

/// April to the assessment month of its financial year. Means of sums are sums of means, so that the steps add up.
struct Bridge {
  std::size_t first_month = 0, last_month = 0;  // indices
  std::vector<std::vector<BridgeStep>> sides;   // [side]; empty when the run did not summarise what it needs
};

Bridge bridge_of(const View& view, const policy::Shown& rows);

/// Whether the run summarised all that the lines are made of, rare ones apart; false of no lines.
bool has_quantities_of(const View& view, const std::vector<policy::ShownLine>& lines);

/// The lines that are shown; `value` gives that of a quantity or a fact, before it is multiplied. NaN for a line that
/// is made of itself.
std::vector<BridgeStep> steps_of(const std::vector<policy::ShownLine>& lines,
                                 const std::function<double(const policy::Term&)>& value);

Json json_of(const BridgeStep& step);
Json json_of(const Bridge& bridge);

}  // namespace uor::report
