// One trust of the small model, its plan and a simulator that is bound to it.
#pragma once

#include <utility>
#include <vector>

#include "core/uor/model/parameters.hpp"
#include "core/uor/run/simulator.hpp"
#include "tests/core/small_model.hpp"

namespace uor::test {

struct OneTrust {
  model::Inputs inputs;
  model::Plan plan;
  model::DriverSource source;
  tally::TrustContext trust;
  run::Simulator simulator;

  explicit OneTrust(std::vector<scenario::Variant> variants = {}) : OneTrust(with(std::move(variants))) {}
  explicit OneTrust(model::Inputs given)
      : inputs(std::move(given)),
        plan(model::make_plan(inputs)),
        source(plan, inputs, inputs.trusts[0]),
        trust{0,
              inputs.trusts[0].code,
              &source,
              model::parameter_table(*inputs.catalogue, inputs.policy, inputs.policy.default_year, plan.months),
              model::peer_medians_of(inputs, 0),
              {}},
        simulator(plan, inputs) {
    simulator.bind(trust);
    trust.scales.resize(plan.sides.size() * plan.items());
  }
  OneTrust(const OneTrust&) = delete;
  OneTrust& operator=(const OneTrust&) = delete;

  std::size_t quantity(const char* id) const { return *plan.wiring.find(id); }

 private:
  static model::Inputs with(std::vector<scenario::Variant> variants) {
    model::Inputs inputs = small_inputs();
    inputs.scenario.variants = std::move(variants);
    return inputs;
  }
};

}  // namespace uor::test
