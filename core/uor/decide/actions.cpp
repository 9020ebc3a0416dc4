#include "core/uor/decide/actions.hpp"

namespace uor::decide {

namespace {

const scenario::Variant nothing{"baseline", "Baseline", {}, {}, {}};

}  // namespace

Variants sides_alone(const scenario::Variant& option) {
  const std::vector<Player> players = players_between(nothing, option);
  Variants alone;
  for (std::size_t i = 0; i < players.size(); ++i) {
    std::vector<bool> in(players.size());
    in[i] = true;
    alone.push_back(with_players(nothing, option, players, in));
  }
  return alone;
}

PlanStudy study_plan(const model::Inputs& inputs, const scenario::Variant& option, Goal goal, std::uint64_t trials,
                     run::Workers& workers) {
  const Attributed shares = attribute({inputs, nothing}, {inputs, option}, goal, trials, workers);
  SideOdds odds(inputs, shares.trials, workers);
  odds.hold_baseline({option});
  const Odds baseline = odds.of_baseline(goal), all = odds.of(option, goal);
  const PlannedOption words = planned(inputs, {option}, workers).front();
  PlanStudy made;
  made.name = option.name;
  made.title = words.title;
  made.assessment_month = odds.model().compile({}).plan().assessment_month;
  made.goal = goal;
  made.trials = shares.trials;
  made.today = odds.mean(baseline);
  made.together = odds.mean(all);
  made.change = odds.change(baseline, all);
  made.orders = shares.orders;
  const std::vector<Odds> alone = odds.of(sides_alone(option), goal);
  for (std::size_t i = 0; i < alone.size(); ++i)
    made.actions.push_back({words.actions[i], odds.change(baseline, alone[i]), shares.shares.shares[i]});
  return made;
}

}  // namespace uor::decide
