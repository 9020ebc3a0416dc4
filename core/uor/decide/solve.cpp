#include "core/uor/decide/solve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/uor/study/cheapest.hpp"
#include "core/uor/study/intensities.hpp"
#include "core/uor/study/least_level.hpp"

namespace uor::decide {

namespace {

constexpr double sure = 2;                   // errors by which targets are shrunk and effects must differ from nothing
constexpr std::uint64_t set_trials = 1024;   // of each of the sets of levers
constexpr std::uint64_t fresh = 0x9E3779B9;  // added to the seed for the check
constexpr std::size_t most_levers = 10;      // whose sets are all tried, a thousand of them
constexpr int most_attempts = 4;
constexpr double least_shortfall = 1e-4;
constexpr study::IntensityRule search_rule = {160, 0.5, 1.0 / 32};

class Solver {
 public:
  Solver(const model::Inputs& inputs, const SolveRule& rule, run::Workers& workers)
      : inputs_(inputs), workers_(workers), odds_(inputs, rule.trials, workers) {
    made_.rule = rule;
  }

  Solution solution() {
    baseline_ = odds_.of_baseline(goal());
    made_.today = odds_.mean(baseline_);
    find_alone();
    choose();
    made_.most = odds_.mean(odds_of(std::vector<double>(used_.size(), 1.0), odds_));
    search();
    if (!made_.reached) explain();
    return std::move(made_);
  }

 private:
  Goal goal() const { return made_.rule.goal; }

  void find_alone() {
    const std::vector<double> today = today_of(odds_.model(), std::min(made_.rule.trials, set_trials), workers_);
    const std::vector<Lever> levers = levers_of(odds_.model(), today);
    Variants widest;
    std::vector<scenario::Adjustment> all;
    for (const Lever& lever : levers) all.push_back(setting(lever, lever.high));
    odds_.hold_baseline({side_setting(all)});
    for (const TornadoBar& bar : tornado_of(odds_, levers, goal())) add_alone(bar);
    std::stable_sort(made_.alone.begin(), made_.alone.end(),
                     [](const LeverAlone& a, const LeverAlone& b) { return a.change.value > b.change.value; });
  }

  void add_alone(const TornadoBar& bar) {
    const bool high = bar.change_high.value > bar.change_low.value;
    LeverAlone alone{bar.lever,
                     high ? bar.lever.high : bar.lever.low,
                     {},
                     high ? bar.odds_high : bar.odds_low,
                     high ? bar.change_high : bar.change_low};
    if (alone.best.value >= made_.rule.odds) {
      const auto value = [&](double level) {
        if (level == bar.lever.today) return made_.today.value;
        return odds_.mean(odds_.of(side_setting({setting(bar.lever, level)}), goal())).value;
      };
      alone.needed = study::least_level(value, bar.lever.today, alone.limit, made_.rule.odds).needed;
    }
    made_.alone.push_back(std::move(alone));
  }

  /// Levers that somebody could pull and that raise the odds beyond doubt, the most useful first; with a budget those
  /// whose cost is known.
  void choose() {
    for (const LeverAlone& alone : made_.alone) {
      if (used_.size() == most_levers) break;
      const bool known = !made_.rule.budget || made_.rule.costs.contains(alone.lever.id);
      if (known && alone.lever.in_hand && alone.change.value > sure * alone.change.error && alone.change.value > 0)
        used_.push_back(&alone);
    }
  }

  scenario::Variant side_of(const std::vector<double>& intensities) const {
    std::vector<scenario::Adjustment> settings;
    for (std::size_t i = 0; i < used_.size(); ++i)
      if (intensities[i] > 0) settings.push_back(setting(used_[i]->lever, value_of(i, intensities[i])));
    return side_setting(settings);
  }

  double value_of(std::size_t i, double intensity) const {
    const LeverAlone& used = *used_[i];
    if (intensity >= 1) return used.limit;
    return used.lever.today + intensity * (used.limit - used.lever.today);
  }

  Odds odds_of(const std::vector<double>& intensities, const SideOdds& odds) const {
    return odds.of(side_of(intensities), goal());
  }

  /// In GBP m where it is known of all levers, else in levers: each in full counts as one.
  double cost_of(std::size_t i) const {
    if (!all_costs_known()) return 1;
    return made_.rule.costs.at(used_[i]->lever.id);
  }
  bool all_costs_known() const {
    return std::all_of(used_.begin(), used_.end(),
                       [&](const LeverAlone* used) { return made_.rule.costs.contains(used->lever.id); });
  }

  study::CheapestSet cheapest(double target) {
    if (set_values_.empty()) set_values_ = values_of_sets();
    std::vector<double> costs;
    for (std::size_t i = 0; i < used_.size(); ++i) costs.push_back(cost_of(i));
    return study::cheapest_set(set_values_, costs, target,
                               made_.rule.budget.value_or(std::numeric_limits<double>::infinity()));
  }

  std::vector<double> values_of_sets() const {
    SideOdds odds(inputs_, std::min(made_.rule.trials, set_trials), workers_);
    odds.hold_baseline({side_of(std::vector<double>(used_.size(), 1.0))});
    const std::size_t sets = study::coalitions_of(used_.size());
    std::vector<double> values;
    for (std::size_t first = 0; first < sets; first += 64) {
      Variants variants;
      for (std::size_t set = first; set < std::min(sets, first + 64); ++set)
        variants.push_back(side_of(in_full(static_cast<study::Coalition>(set))));
      for (const Odds& column : odds.of(variants, goal())) values.push_back(study::mean_of(column).value);
    }
    return values;
  }

  std::vector<double> in_full(study::Coalition set) const {
    std::vector<double> intensities(used_.size());
    for (std::size_t i = 0; i < used_.size(); ++i) intensities[i] = study::takes_part(set, i) ? 1 : 0;
    return intensities;
  }

  double cost_of(const std::vector<double>& at) const {
    double sum = 0;
    for (std::size_t i = 0; i < at.size(); ++i) sum += at[i] * cost_of(i);
    return sum;
  }

  /// The target is raised by two errors of the search, and again by what a check on other trials falls short by.
  void search() {
    if (used_.empty()) {
      made_.odds = made_.today;
      made_.reached = made_.today.value >= made_.rule.odds;
      return;
    }
    double target = made_.rule.odds + sure * made_.most.error;
    made_.odds = made_.most;
    if (made_.most.value < target && !made_.rule.budget) return;
    SideOdds check = checking();
    for (int attempt = 0; attempt < most_attempts && !made_.reached; ++attempt) {
      const std::vector<double> at = intensities_for(target);
      const Odds found = odds_of(at, check);
      made_.odds = check.mean(found);
      take(at);
      const double enough = made_.rule.odds;
      made_.reached = made_.odds.value >= enough && within_budget(at);
      target += std::max(least_shortfall, enough - made_.odds.value) + made_.odds.error;
    }
  }

  SideOdds checking() const {
    model::Inputs inputs = inputs_;
    inputs.scenario.run.seed += fresh;
    return {inputs, made_.rule.checked, workers_};
  }

  std::vector<double> intensities_for(double target) {
    const study::CheapestSet start = cheapest(target);
    made_.certified = true;
    const auto value = [&](const std::vector<double>& at) { return odds_.mean(odds_of(at, odds_)).value; };
    const auto cost = [&](const std::vector<double>& at) { return cost_of(at); };
    const study::Intensities found = study::least_intensities(in_full(start.set), value, cost, target, search_rule);
    return found.at;
  }

  bool within_budget(const std::vector<double>& at) const {
    return !made_.rule.budget || cost_of(at) <= *made_.rule.budget;
  }

  void take(const std::vector<double>& at) {
    made_.together.clear();
    for (std::size_t i = 0; i < at.size(); ++i) {
      if (at[i] <= 0) continue;
      const scenario::Adjustment set = setting(used_[i]->lever, value_of(i, at[i]));
      made_.together.push_back({used_[i]->lever, set.value, at[i]});
    }
    made_.cost_gbp_m.reset();
    if (all_costs_known()) made_.cost_gbp_m = cost_of(at);
  }

  void explain() {
    made_.obstacles = obstacles();
    const std::string goal_word(name_of(goal()));
    made_.why_not = fmt::format("{:.0f} % at most", 100 * std::max(made_.most.value, made_.today.value));
    if (made_.rule.budget && made_.most.value >= made_.rule.odds)
      made_.why_not = fmt::format("a budget of GBP {:g}m brings {:.0f} %; without one {:.0f} % can be reached",
                                  *made_.rule.budget, 100 * made_.odds.value, 100 * made_.most.value);
    if (used_.empty()) made_.why_not += ", because no lever in the trust's hand raises the odds beyond doubt";
    if (!made_.obstacles.empty())
      made_.why_not += fmt::format(", because '{}' holds in {:.0f} of 100 trials", made_.obstacles.front().title,
                                   100 * made_.obstacles.front().share);
  }

  /// Limiter rows whose conditions hold with every lever in full: the best grade that they allow is below the goal.
  std::vector<Obstacle> obstacles() const;

  const model::Inputs& inputs_;
  run::Workers& workers_;
  SideOdds odds_;
  Solution made_;
  Odds baseline_;
  std::vector<const LeverAlone*> used_;
  std::vector<double> set_values_;  // [coalition] of used_
};

std::vector<Obstacle> Solver::obstacles() const {
  model::Wanted wanted;
  wanted.summaries = model::Summaries::odds;
  wanted.fit_range = false;
  scenario::Variant side = side_of(std::vector<double>(used_.size(), 1.0));
  const model::Sides sides = odds_.model().compile({side}, wanted);
  const tally::Part part = run::simulate(sides, {0, 0, odds_.trials()}, workers_);
  const auto& rows = inputs_.policy.rating.limiters;
  std::vector<Obstacle> found;
  for (std::size_t l = 0; l < rows.size() && l < part.counts[1].limiter_fired.size(); ++l) {
    const double share = static_cast<double>(part.counts[1].limiter_fired[l]) / static_cast<double>(odds_.trials());
    const bool holds_below =
        static_cast<std::size_t>(sides.plan().limiters[l].best) < static_cast<std::size_t>(goal()) + 2;
    if (share > 0 && holds_below) found.push_back({rows[l].id, rows[l].title, share});
  }
  std::stable_sort(found.begin(), found.end(), [](const Obstacle& a, const Obstacle& b) { return a.share > b.share; });
  return found;
}

}  // namespace

Solution solve(const model::Inputs& inputs, const SolveRule& rule, run::Workers& workers) {
  return Solver(inputs, rule, workers).solution();
}

}  // namespace uor::decide
