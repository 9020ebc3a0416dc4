#include "core/uor/model/today.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/uor/model/calendar.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::model {

int closed_months_of(const trust::Trust& trust) {
  const auto found = trust.reported.find("last_closed_month");
  return found == trust.reported.end() ? 0 : static_cast<int>(std::lround(found->second.value));
}

Inputs as_of_today(Inputs inputs) {
  const int closed = inputs.trusts.empty() ? 0 : closed_months_of(inputs.trusts.front());
  for (const trust::Trust& trust : inputs.trusts) {
    if (closed_months_of(trust) == closed) continue;
    throw Error(
        fmt::format("trust {} has {} closed months and trust {} has {} (today is not the same month for both), "
                    "rate them one by one",
                    inputs.trusts.front().code, closed, trust.code, closed_months_of(trust)));
  }
  scenario::RunSettings& run = inputs.scenario.run;
  inputs.scenario.variants.clear();
  run.today = true;
  run.months = std::max(closed, 1);
  run.assessment_month = run.months;
  run.benchmarks = scenario::Benchmarks::fixed;
  return inputs;
}

int month_of_run(const std::string& month, const std::string& policy_year) {
  if (month.size() != 7 || policy_year.size() != 7) return never;
  const int year = std::atoi(month.substr(0, 4).c_str()), number = std::atoi(month.substr(5, 2).c_str());
  return 12 * (year - std::atoi(policy_year.substr(0, 4).c_str())) + number - 3;
}

int month_now(const trust::Trust& trust, const std::string& policy_year) {
  int now = closed_months_of(trust);
  for (const auto& [id, reported] : trust.reported) now = std::max(now, month_of_run(reported.month, policy_year));
  return now;
}

std::string iso_month(int month, const std::string& policy_year) {
  const int since = 12 * std::atoi(policy_year.substr(0, 4).c_str()) + month + 2;  // months since January of year 0
  return fmt::format("{}-{:02}", since / 12, since % 12 + 1);
}

namespace {

/// Which quantities the rating reads, and which of those need a node of the months.
class Needed {
 public:
  explicit Needed(const Plan& plan) : plan_(plan), wanted_(plan.wiring.quantities.size(), false), anchored_(wanted_) {
    for (const PlannedNode& node : plan.anchors) {
      for (const std::size_t quantity : node.outputs) anchored_[quantity] = true;
    }
    want(plan.scores);
    want(plan.metrics);
    for (const PlannedLimiter& limiter : plan.limiters) want(limiter.quantities);
    for (const PlannedCharacteristic& held : plan.characteristics) want(held.quantities);
    for (const PlannedIndicator& indicator : plan.indicators) wanted_[indicator.quantity] = true;
    for (const std::size_t score : plan.beside)
      if (score != npos) wanted_[score] = true;
  }

  template <typename Quantities>
  void want(const Quantities& quantities) {
    for (const std::size_t quantity : quantities) wanted_[quantity] = true;
  }

  /// Backwards through nodes in order of evaluation: places of those that are called, in that order.
  std::vector<std::size_t> nodes_of(const std::vector<PlannedNode>& phase) {
    std::vector<std::size_t> places;
    for (std::size_t n = phase.size(); n-- > 0;) {
      const bool gives = std::any_of(phase[n].outputs.begin(), phase[n].outputs.end(),
                                     [&](std::size_t output) { return wanted_[output] && !anchored_[output]; });
      if (!gives) continue;
      places.insert(places.begin(), n);
      want(phase[n].outputs);
      for (const std::size_t access : phase[n].accesses) wanted_[plan_.accesses[access].quantity] = true;
    }
    return places;
  }

  bool has_value(std::size_t quantity) const { return wanted_[quantity] || anchored_[quantity]; }

 private:
  const Plan& plan_;
  std::vector<bool> wanted_, anchored_;
};

}  // namespace

void plan_outturn(Plan& plan, const std::vector<std::string>& watched) {
  Needed needed(plan);
  for (const std::string& id : watched) {
    if (const auto found = plan.wiring.find(id)) needed.want(std::vector<std::size_t>{*found});
  }
  plan.outturn_two = needed.nodes_of(plan.phase_two);
  plan.outturn_one = needed.nodes_of(plan.phase_one);
  std::erase_if(plan.summarised, [&](std::size_t quantity) { return !needed.has_value(quantity); });
  std::erase_if(plan.kept_quantities, [&](std::size_t quantity) {
    return plan.wiring.quantities[quantity].plugin != "host" && !needed.has_value(quantity);
  });
}

}  // namespace uor::model
