// Last year's average month as anchors make it, with every driver at its median: what a trust file amounts to.
#include "core/uor/model/parameters.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/run/simulator.hpp"

namespace uor::run {

std::map<std::string, double> month_zero(const model::Inputs& given) {
  model::Inputs inputs = given;
  inputs.scenario.variants.clear();
  inputs.keep = {};
  inputs.batch_trials = tally::leaf_trials;
  const model::Plan plan = model::make_plan(inputs);
  const trust::Trust& trust = inputs.trusts.front();
  const model::DriverSource source(plan, inputs, trust);
  const std::string& year = trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year;
  const tally::TrustContext context{0,
                                    trust.code,
                                    &source,
                                    model::parameter_table(*inputs.catalogue, inputs.policy, year, plan.months),
                                    model::peer_medians_of(inputs, 0),
                                    {}};
  Simulator simulator(plan, inputs);
  simulator.bind(context);
  simulator.workspace().start_at_median(lane_count);
  simulator.run_anchors();
  std::map<std::string, double> values;
  const auto add = [&](std::size_t index) {
    const Quantity& quantity = plan.wiring.quantities[index];
    values[quantity.id] = simulator.workspace().anchor_output(index)[0];
    if (!quantity.driver.fact.empty()) values.emplace("trust." + quantity.driver.fact, values[quantity.id]);
  };
  for (const std::size_t driver : plan.drivers) add(driver);
  for (const model::PlannedNode& node : plan.anchors) {
    for (const std::size_t quantity : node.outputs) add(quantity);
  }
  return values;
}

}  // namespace uor::run
