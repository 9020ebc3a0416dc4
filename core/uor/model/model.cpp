#include "core/uor/model/model.hpp"

#include <algorithm>
#include <utility>

namespace uor::model {
namespace {

const std::string& policy_year(const trust::Trust& trust, const policy::Policy& policy) {
  return trust.policy_year.empty() ? policy.default_year : trust.policy_year;
}

/// Drivers that vary for some trust are what a run with kept drivers stores.
void keep_drivers(Plan& plan, const Sources& sources) {
  plan.kept_drivers.clear();
  plan.kept_driver_monthly.clear();
  if (!plan.wanted.keep.drivers) return;
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

Sides Model::compile(const std::vector<scenario::Variant>& variants, const Wanted& wanted) const {
  auto state = std::make_shared<Sides::State>();
  state->model = state_;
  state->variants = variants;
  state->plan = state_->plan;
  add_sides(state->plan, inputs(), state->variants);
  state->want(wanted);
  Sides sides;
  sides.state_ = std::move(state);
  return sides;
}

/// Sources serve any number of plans with these drivers; a driver that is only watched has others made.
void Sides::State::want(const Wanted& wanted) {
  const Inputs& inputs = model->inputs;
  const std::size_t drivers = plan.drivers.size();
  model::want(plan, inputs, wanted);
  if (!sources || plan.drivers.size() != drivers) {
    Sources made;
    for (std::size_t i = 0; i < inputs.trusts.size(); ++i) {
      const bool known = plan.drivers.size() == model->plan.drivers.size();
      auto unchanged = known ? model->trusts[i].drivers : DriverSource::unchanged(plan, inputs, inputs.trusts[i]);
      made.push_back(std::make_unique<DriverSource>(std::move(unchanged), plan, inputs, inputs.trusts[i]));
    }
    sources = std::make_shared<const Sources>(std::move(made));
  }
  keep_drivers(plan, *sources);
}

Sides Sides::redrawing(const std::vector<std::size_t>& drivers) const {
  auto state = std::make_shared<State>(*state_);
  state->compiled = state_;
  const Inputs& inputs = state->model->inputs;
  Sources made;
  for (std::size_t i = 0; i < inputs.trusts.size(); ++i) {
    auto unchanged = std::make_shared<DriverSource::Unchanged>(*state->model->trusts[i].drivers);
    const sample::Sampler& sampler = state->sources->at(i)->sampler();
    std::vector<bool> drawn(sampler.stream_count(), false);
    for (const std::size_t driver : drivers) {
      if (unchanged->own_stream[driver] != npos) drawn[unchanged->own_stream[driver]] = true;
    }
    drawn = sampler.with_groups(drawn);
    for (std::size_t stream = 0; stream < unchanged->streams.size(); ++stream) {
      if (drawn[stream]) unchanged->streams[stream].id += "|anew";
    }
    made.push_back(std::make_unique<DriverSource>(std::move(unchanged), state->plan, inputs, inputs.trusts[i]));
  }
  state->sources = std::make_shared<const Sources>(std::move(made));
  Sides sides;
  sides.state_ = std::move(state);
  return sides;
}

Sides Sides::wanting(const Wanted& wanted) const {
  if (wanted == plan().wanted) return *this;
  auto state = std::make_shared<State>(*state_);
  state->compiled = state_;
  state->want(wanted);
  Sides sides;
  sides.state_ = std::move(state);
  return sides;
}

}  // namespace uor::model
