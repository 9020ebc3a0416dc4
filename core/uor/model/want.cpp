// What a run keeps and sums up, over a plan that says what it does.
#include <algorithm>
#include <bit>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/model/today.hpp"

namespace uor::model {
namespace {

/// What the host makes anew in each trial where benchmarks move.
bool is_compared_quantity(const Plan& plan, std::size_t quantity) {
  const Quantity& offered = plan.wiring.quantities[quantity];
  return offered.plugin == "host" && plan.used[quantity] &&
         (offered.id.starts_with("published") || offered.id.starts_with("benchmark."));
}

bool is_listed(const std::vector<std::size_t>& list, std::size_t quantity) {
  return std::find(list.begin(), list.end(), quantity) != list.end();
}

/// Every produced quantity but metrics and scores, which have places of their own.
void keep_quantities(Plan& plan, bool moving) {
  for (std::size_t q = 0; q < plan.wiring.quantities.size(); ++q) {
    const Quantity& quantity = plan.wiring.quantities[q];
    const bool produced = quantity.plugin != "host" && quantity.kind != Kind::driver;
    const bool has_place = is_listed(plan.metrics, q) || is_listed(plan.scores, q);
    if ((produced && !has_place) || (moving && is_compared_quantity(plan, q))) plan.kept_quantities.push_back(q);
  }
}

/// What sinks in memory ask for beside the columns that a result file can hold.
void watch(Plan& plan, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    const std::size_t quantity = require_quantity(plan.wiring, id, "a question about single trials", {});
    plan.used[quantity] = true;
    if (!is_listed(plan.kept_quantities, quantity)) plan.kept_quantities.push_back(quantity);
  }
}

void list_drivers(Plan& plan) {
  plan.drivers.clear();
  plan.profiles.clear();
  for (std::size_t q = 0; q < plan.wiring.quantities.size(); ++q) {
    if (!plan.used[q]) continue;
    const Quantity& quantity = plan.wiring.quantities[q];
    if (quantity.kind == Kind::driver) plan.drivers.push_back(q);
    if (quantity.id.starts_with("profile.")) plan.profiles.emplace_back(quantity.id.substr(8), q);
  }
}

void summarise(Plan& plan, Summaries summaries) {
  constexpr std::size_t most_columns = 8192, least_batch = 64;  // sides x trials; 64 sides: 128 trials
  plan.odds_by_month = summaries == Summaries::all || plan.wanted.odds_by_month;
  plan.first_summarised = summaries == Summaries::shown ? plan.assessment_month : 1;
  plan.last_summarised = summaries == Summaries::odds    ? 0
                         : summaries == Summaries::shown ? plan.assessment_month
                                                         : plan.months;
  // Columns of many sides would fill memory, where histograms do not: shorter ones serve as well.
  plan.most_batch_trials =
      summaries == Summaries::odds ? std::max(least_batch, std::bit_floor(most_columns / plan.sides.size())) : npos;
}

}  // namespace

void want(Plan& plan, const Inputs& inputs, const Wanted& wanted) {
  plan.wanted = wanted;
  plan.kept_quantities.clear();
  if (wanted.keep.quantities) keep_quantities(plan, inputs.scenario.run.benchmarks == scenario::Benchmarks::moving);
  watch(plan, wanted.keep.watched);
  list_drivers(plan);
  if (plan.on_outturn()) plan_outturn(plan, wanted.keep.watched);
  if (!plan.sides.empty()) summarise(plan, wanted.summaries);
}

}  // namespace uor::model
