#include "core/uor/model/model.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace uor::model {
namespace {

const std::string& policy_year(const trust::Trust& trust, const policy::Policy& policy) {
  return trust.policy_year.empty() ? policy.default_year : trust.policy_year;
}

/// Drivers that vary for some trust are what a run with kept drivers stores.
void keep_drivers(Plan& plan, const std::vector<std::unique_ptr<DriverSource>>& sources) {
  for (const std::size_t driver : plan.drivers) {
    bool varies = false, monthly = false;
    for (const auto& source : sources) {
      varies = varies || source->varies(driver);
      monthly = monthly || source->monthly(driver);
    }
    if (!varies) continue;
    plan.kept_drivers.push_back(driver);
    plan.kept_driver_monthly.push_back(monthly);
  }
}

/// Columns of many sides would fill memory, where histograms do not: shorter ones serve as well.
void ask_for_odds(Plan& plan) {
  constexpr std::size_t most_columns = 8192, least_batch = 64;  // sides x trials; 64 sides: 128 trials
  plan.only_checked = std::exchange(plan.summarised, {});
  plan.most_batch_trials = std::max(least_batch, std::bit_floor(most_columns / plan.sides.size()));
}

}  // namespace

Model::Model(Inputs inputs) {
  auto state = std::make_shared<State>();
  state->inputs = std::move(inputs);
  const Inputs& given = state->inputs;
  state->plan = plan_baseline(given);
  for (std::size_t i = 0; i < given.trusts.size(); ++i) {
    const trust::Trust& trust = given.trusts[i];
    auto drivers = DriverSource::unchanged(state->plan, given, trust);
    state->trusts.push_back(
        {parameter_table(*given.catalogue, given.policy, policy_year(trust, given.policy), state->plan.months),
         peer_medians_of(given, i), std::move(drivers)});
  }
  state_ = std::move(state);
}

Sides Model::compile(const std::vector<scenario::Variant>& variants, Summaries summaries) const {
  auto state = std::make_shared<Sides::State>();
  state->model = state_;
  state->variants = variants;
  state->plan = state_->plan;
  const Inputs& given = inputs();
  add_sides(state->plan, given, state->variants);
  for (std::size_t i = 0; i < given.trusts.size(); ++i) {
    state->sources.push_back(std::make_unique<DriverSource>(trust(i).drivers, state->plan, given, given.trusts[i]));
  }
  if (given.keep.drivers) keep_drivers(state->plan, state->sources);
  if (summaries == Summaries::odds) ask_for_odds(state->plan);
  Sides sides;
  sides.state_ = std::move(state);
  return sides;
}

}  // namespace uor::model
