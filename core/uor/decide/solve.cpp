#include "core/uor/decide/solve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/uor/study/cheapest.hpp"
#include "core/uor/study/intensities.hpp"
#include "core/uor/study/least_level.hpp"

namespace uor::decide {

namespace {

constexpr double sure = 2;  // errors by which targets are raised and effects must differ from nothing
constexpr std::uint64_t search_trials = 1024;  // of a point of the search
constexpr std::uint64_t set_trials = 256;      // of each set of levers, before those that matter are searched with
constexpr double set_margin = 0.02;            // odds by which those few trials may be wrong of a set
constexpr std::size_t sets_at_once = 32;
constexpr std::uint64_t fresh = 0x9E3779B9;  // added to the seed for the check
constexpr std::size_t most_levers = 10;      // whose sets are all tried, a thousand of them
constexpr int most_attempts = 6;
constexpr study::IntensityRule search_rule = {160, 0.5, 1.0 / 32};

class Solver {
 public:
  Solver(const model::Inputs& inputs, const SolveRule& rule, run::Workers& workers)
      : inputs_(inputs),
        workers_(workers),
        odds_(inputs, rule.trials, workers),
        search_(inputs, std::min(rule.trials, search_trials), workers),
        few_(inputs, std::min(rule.trials, set_trials), workers) {
    made_.rule = rule;
  }

  Solution solution() {
    baseline_ = odds_.of_baseline(goal());
    made_.today = odds_.mean(baseline_);
    find_alone();
    choose();
    made_.most = odds_.mean(odds_of(all_in_full(), odds_));
    search();
    if (!made_.reached) explain();
    return std::move(made_);
  }

 private:
  Goal goal() const { return made_.rule.goal; }

  /// Which end of its range serves the odds is told on few trials, what it brings on more.
  void find_alone() {
    const std::vector<double> today = today_of(odds_.model(), std::min(made_.rule.trials, search_trials), workers_);
    const std::vector<Lever> levers = levers_of(odds_.model(), today);
    for (SideOdds* odds : {&odds_, &search_}) odds->hold_baseline({all_at_their_ends(levers)});
    Variants ends;
    for (const TornadoBar& bar : tornado_of(search_, levers, goal())) {
      const bool high = bar.change_high.value > bar.change_low.value;
      made_.alone.push_back({bar.lever, high ? bar.lever.high : bar.lever.low, {}, {}, {}});
      ends.push_back(side_setting({setting(bar.lever, made_.alone.back().limit)}));
    }
    const std::vector<Odds> found = odds_.of(ends, goal());
    const double apart = made_.today.value - mean_of(search_, {});
    for (std::size_t i = 0; i < found.size(); ++i) settle_alone(made_.alone[i], found[i], apart);
    std::stable_sort(made_.alone.begin(), made_.alone.end(),
                     [](const LeverAlone& a, const LeverAlone& b) { return a.change.value > b.change.value; });
  }

  /// `apart`: today's odds on all trials less those on the trials of the search.
  void settle_alone(LeverAlone& alone, const Odds& best, double apart) {
    alone.best = odds_.mean(best);
    alone.change = odds_.change(baseline_, best);
    if (alone.best.value < made_.rule.odds) return;
    const auto value = [&](double level) {
      if (level == alone.lever.today) return made_.today.value;
      if (level == alone.limit) return alone.best.value;
      return apart + mean_of(search_, side_setting({setting(alone.lever, level)}));
    };
    alone.needed = study::least_level(value, alone.lever.today, alone.limit, made_.rule.odds).needed;
  }

  double mean_of(const SideOdds& odds, const scenario::Variant& side) const {
    const bool nothing = side.adjustments.empty();
    return study::mean_of(nothing ? odds.of_baseline(goal()) : odds.of(side, goal())).value;
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

  /// All sets are tried on few trials; those that may reach the target at the least cost, and the best, on more.
  study::CheapestSet cheapest(double target) {
    if (set_values_.empty()) try_sets();
    std::vector<study::Coalition> order(set_values_.size());
    std::iota(order.begin(), order.end(), study::Coalition{0});
    std::erase_if(order, [&](study::Coalition set) {
      return set_values_[set] < target - set_margin || cost_of(in_full(set)) > budget();
    });
    std::stable_sort(order.begin(), order.end(), [&](study::Coalition a, study::Coalition b) {
      const double cost_a = cost_of(in_full(a)), cost_b = cost_of(in_full(b));
      return cost_a != cost_b ? cost_a < cost_b : set_values_[a] > set_values_[b];
    });
    double enough = std::numeric_limits<double>::infinity();  // cost of the cheapest that reaches
    for (std::size_t first = 0; first < order.size() && cost_of(in_full(order[first])) <= enough;
         first += sets_at_once) {
      const std::size_t end = std::min(order.size(), first + sets_at_once);
      search_sets(
          {order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(end)});
      for (std::size_t i = first; i < end; ++i)
        if (set_values_[order[i]] >= target) enough = std::min(enough, cost_of(in_full(order[i])));
    }
    std::vector<double> costs;
    for (std::size_t i = 0; i < used_.size(); ++i) costs.push_back(cost_of(i));
    return study::cheapest_set(set_values_, costs, target, budget());
  }

  double budget() const { return made_.rule.budget.value_or(std::numeric_limits<double>::infinity()); }

  void try_sets() {
    few_.hold_baseline({side_of(all_in_full())});
    std::vector<study::Coalition> sets(study::coalitions_of(used_.size()));
    std::iota(sets.begin(), sets.end(), study::Coalition{0});
    set_values_.resize(sets.size());
    searched_.assign(sets.size(), false);
    const double apart = mean_of(search_, side_of(all_in_full())) - mean_of(few_, side_of(all_in_full()));
    evaluate(sets, few_, apart);
  }

  void search_sets(std::vector<study::Coalition> sets) {
    std::erase_if(sets, [&](study::Coalition set) { return searched_[set]; });
    evaluate(sets, search_, 0);
    for (const study::Coalition set : sets) searched_[set] = true;
  }

  void evaluate(const std::vector<study::Coalition>& sets, const SideOdds& odds, double apart) {
    for (std::size_t first = 0; first < sets.size(); first += sets_at_once) {
      const std::size_t end = std::min(sets.size(), first + sets_at_once);
      Variants variants;
      for (std::size_t i = first; i < end; ++i) variants.push_back(side_of(in_full(sets[i])));
      const std::vector<Odds> found = odds.of(variants, goal());
      for (std::size_t i = first; i < end; ++i) set_values_[sets[i]] = study::mean_of(found[i - first]).value + apart;
    }
  }

  std::vector<double> all_in_full() const { return std::vector<double>(used_.size(), 1.0); }

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

  /// Points are searched on few trials, less what these are apart from the check on fresh ones; the target is raised by
  /// two errors of the check, and found anew until the check reaches it within one.
  void search() {
    if (used_.empty()) {
      made_.odds = made_.today;
      made_.reached = made_.today.value >= made_.rule.odds;
      return;
    }
    made_.odds = made_.most;
    if (made_.most.value < made_.rule.odds + sure * made_.most.error && !made_.rule.budget) return;
    const SideOdds check = checking();
    study::Figure checked = check.mean(odds_of(all_in_full(), check));
    double apart = checked.value - mean_of(search_, side_of(all_in_full()));
    for (int attempt = 0; attempt < most_attempts && !made_.reached; ++attempt) {
      const std::vector<double> at = intensities_for(made_.rule.odds + sure * checked.error - apart);
      checked = made_.odds = check.mean(odds_of(at, check));
      take(at);
      const double margin = attempt + 1 < most_attempts ? checked.error : 0;
      made_.reached = checked.value >= made_.rule.odds + margin && within_budget(at);
      apart = checked.value - mean_of(search_, side_of(at));
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
    const auto value = [&](const std::vector<double>& at) { return mean_of(search_, side_of(at)); };
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
  SideOdds odds_, search_, few_;  // on all trials, on those of a point of the search, of a set
  Solution made_;
  Odds baseline_;
  std::vector<const LeverAlone*> used_;
  std::vector<double> set_values_;  // [coalition] of used_: on few trials, or
  std::vector<bool> searched_;      // on those of the search
};

std::vector<Obstacle> Solver::obstacles() const {
  model::Wanted wanted;
  wanted.summaries = model::Summaries::odds;
  wanted.fit_range = false;
  const scenario::Variant side = side_of(all_in_full());
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
