#include "core/uor/decide/actions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/model/timing.hpp"
#include "core/uor/model/today.hpp"

namespace uor::decide {

namespace {

std::string words_of(const scenario::Adjustment& entry, const std::string& unit) {
  if (!entry.operates) return "held in limits";
  switch (entry.operation) {
    case Operation::set:
      return fmt::format("set to {:g} {}", entry.value, unit);
    case Operation::add:
      return fmt::format("{:+g} {}", entry.value, unit);
    case Operation::multiply:
      break;
  }
  return fmt::format("times {:g}", entry.value);
}

const Quantity* quantity_of(const model::Plan& plan, const std::string& id) {
  const auto found = plan.wiring.find(id);
  return found ? &plan.wiring.quantities[*found] : nullptr;
}

/// What the option does to a driver, and from when.
void describe(ActionAlone& action, const scenario::Variant& option, const model::Plan& plan, int closed) {
  const Quantity* driver = quantity_of(plan, action.driver);
  action.title = driver != nullptr ? driver->title : "Savings schemes";
  for (const model::SideDriver& changed : plan.sides.at(1).drivers) {
    if (driver == nullptr || plan.wiring.quantities[changed.quantity].id != action.driver) continue;
    for (const model::SideDriver::Step& step : changed.steps)
      action.from_month = model::acts_from(step, *driver, closed);
  }
  for (const scenario::Adjustment& entry : option.adjustments)
    if (entry.driver == action.driver) action.words = words_of(entry, driver->unit);
  for (const scenario::Vary& entry : option.varies)
    if (entry.driver == action.driver)
      action.words = fmt::format("{} {}", name_of(entry.operation), to_string(entry.distribution));
}

}  // namespace

PlanStudy study_plan(const model::Inputs& inputs, const scenario::Variant& option, Goal goal, std::uint64_t trials,
                     run::Workers& workers) {
  const scenario::Variant nothing{"baseline", "Baseline", {}, {}, {}};
  const Attributed shares = attribute({inputs, nothing}, {inputs, option}, goal, trials, workers);
  SideOdds odds(inputs, shares.trials, workers);
  odds.hold_baseline({option});
  const Odds baseline = odds.of_baseline(goal), all = odds.of(option, goal);
  PlanStudy made{
      option.name, option.title, goal, shares.trials, odds.mean(baseline), odds.mean(all), odds.change(baseline, all),
      {},          shares.orders};
  Variants alone;
  const std::vector<Player> players = players_between(nothing, option);
  for (std::size_t i = 0; i < players.size(); ++i) {
    std::vector<bool> in(players.size());
    in[i] = true;
    alone.push_back(with_players(nothing, option, players, in));
  }
  const std::vector<Odds> found = odds.of(alone, goal);
  const model::Sides sides = odds.model().compile({option});
  const model::Plan& plan = sides.plan();
  const int closed = model::closed_months_of(inputs.trusts.front());
  for (std::size_t i = 0; i < players.size(); ++i) {
    ActionAlone action{players[i].id, {}, {}, 1, odds.change(baseline, found[i]), shares.shares.shares[i]};
    describe(action, option, plan, closed);
    made.actions.push_back(std::move(action));
  }
  return made;
}

}  // namespace uor::decide
