#include "core/uor/decide/attribute.hpp"

#include <algorithm>
#include <memory>

#include "core/uor/study/orders.hpp"

namespace uor::decide {

namespace {

constexpr std::size_t coalitions_at_once = 64;

/// Players who change the side come before those who change what is known: a model serves all that know the same.
class Game {
 public:
  Game(const AttributedSide& from, const AttributedSide& to, Goal goal, std::uint64_t trials, run::Workers& workers)
      : from_(from),
        to_(to),
        goal_(goal),
        workers_(workers),
        changes_(players_between(from.variant, to.variant)),
        facts_(facts_between(from.inputs, to.inputs)),
        trials_(trials_for(players(), trials)) {}

  std::size_t players() const { return changes_.size() + facts_.size(); }
  std::size_t changes() const { return changes_.size(); }
  std::uint64_t trials() const { return trials_; }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Player& player : changes_) names.push_back(player.id);
    names.insert(names.end(), facts_.begin(), facts_.end());
    return names;
  }

  /// Of coalitions that all know the same.
  std::vector<Odds> values(const std::vector<std::vector<bool>>& coalitions) {
    know(coalitions.front());
    Variants variants;
    for (const std::vector<bool>& in : coalitions)
      variants.push_back(with_players(from_.variant, to_.variant, changes_, in));
    return odds_->of(variants, goal_);
  }

 private:
  void know(const std::vector<bool>& in) {
    const std::vector<bool> facts(in.begin() + static_cast<std::ptrdiff_t>(changes_.size()), in.end());
    if (odds_ && facts == known_) return;
    known_ = facts;
    odds_ = std::make_unique<SideOdds>(with_facts(from_.inputs, to_.inputs, facts_, facts), trials_, workers_);
    odds_->hold_baseline({from_.variant, to_.variant});
  }

  const AttributedSide &from_, &to_;
  Goal goal_;
  run::Workers& workers_;
  std::vector<Player> changes_;
  FactPlayers facts_;
  std::uint64_t trials_;
  std::unique_ptr<SideOdds> odds_;
  std::vector<bool> known_;
};

std::vector<bool> taking_part(study::Coalition coalition, std::size_t players) {
  std::vector<bool> made(players);
  for (std::size_t i = 0; i < players; ++i) made[i] = study::takes_part(coalition, i);
  return made;
}

/// All coalitions, one joining or leaving at a time; those at once know the same.
study::Attribution of_all(Game& game) {
  study::ShapleySum sum(game.players(), game.trials());
  const std::size_t count = study::coalitions_of(game.players());
  const std::size_t at_once = std::min(coalitions_at_once, study::coalitions_of(game.changes()));
  for (std::size_t first = 0; first < count; first += at_once) {
    std::vector<std::vector<bool>> coalitions;
    for (std::size_t step = first; step < first + at_once; ++step)
      coalitions.push_back(taking_part(study::coalition_at(step), game.players()));
    const std::vector<Odds> found = game.values(coalitions);
    for (std::size_t i = 0; i < at_once; ++i) sum.add(study::coalition_at(first + i), found[i]);
  }
  return sum.result();
}

}  // namespace

std::uint64_t trials_for(std::size_t players, std::uint64_t trials) {
  const std::size_t exact = std::min(players, study::most_exact_players);
  return std::min(trials, std::max(fewest_attributed, most_attributed >> exact));
}

Attributed attribute(const AttributedSide& from, const AttributedSide& to, Goal goal, std::uint64_t trials,
                     run::Workers& workers) {
  Game game(from, to, goal, trials, workers);
  Attributed made{goal, game.trials(), game.names(), {}, 0};
  if (game.players() <= study::most_exact_players) {
    made.shares = of_all(game);
    return made;
  }
  const auto value = [&](const std::vector<bool>& in) { return game.values({in}).front(); };
  const study::OrdersAttribution found = study::shapley_by_orders(game.players(), value);
  made.shares = found.attribution;
  made.orders = found.pairs;
  return made;
}

}  // namespace uor::decide
