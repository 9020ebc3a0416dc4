// What a trust needs to reach some odds: each lever alone, and the least of several together.
#pragma once

#include <map>
#include <optional>

#include "core/uor/decide/sensitivity.hpp"

namespace uor::decide {

struct SolveRule {
  Goal goal = Goal::good;
  double odds = 0.5;
  std::optional<double> budget;         // GBP m; only levers whose cost is known are used then
  std::map<std::string, double> costs;  // GBP m of a lever in full, from today to the end of its likely range
  std::uint64_t trials = 4096;          // of what each lever brings; points are searched on fewer
  std::uint64_t checked = 16384;        // of the check on a fresh seed
};

/// One lever by itself.
struct LeverAlone {
  Lever lever;
  double limit = 0;              // the end of its likely range that serves the odds
  std::optional<double> needed;  // none: even the limit does not reach
  study::Figure best;            // odds at the better end of its likely range
  study::Figure change;          // of those to today's
};

struct LeverSet {
  Lever lever;
  double value = 0;      // what --set takes
  double intensity = 0;  // of the way from today to the limit
};

/// A row of the framework that holds the rating below the goal, with how often it does.
struct Obstacle {
  std::string id, title;
  double share = 0;  // of trials in which its conditions hold
};

struct Solution {
  SolveRule rule;
  study::Figure today;
  bool reached = false;
  study::Figure odds;             // of `together`, on the fresh seed
  std::vector<LeverAlone> alone;  // the most useful first
  std::vector<LeverSet> together;
  std::optional<double> cost_gbp_m;  // where the cost of every lever used is known
  bool certified = false;            // all sets of the levers in question were tried
  study::Figure most;                // odds with every useful lever in full
  std::string why_not;               // in words; empty where reached
  std::vector<Obstacle> obstacles;   // with every useful lever in full, where not reached
};

/// Of the inputs' first trust. Error as model::Model and run::simulate.
Solution solve(const model::Inputs& inputs, const SolveRule& rule, run::Workers& workers);

}  // namespace uor::decide
