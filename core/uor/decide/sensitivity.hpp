// What the odds, the metrics and the money of one trust hang on.
#pragma once

#include "core/uor/decide/baseline_columns.hpp"
#include "core/uor/decide/levers.hpp"
#include "core/uor/study/first_order.hpp"
#include "core/uor/study/ranks.hpp"
#include "core/uor/study/total.hpp"

namespace uor::decide {

/// What a driver stands for: luck of the panel; what could be known now; what could be changed; the year's chances.
enum class Kind { luck, unknown, lever, chance };
std::string_view name_of(Kind kind);

struct Driver {
  std::string id, title;
  Kind kind = Kind::chance;
  bool correlated = false;  // with others, together with which its totals are
  /// How far the ranked probability score of the rating falls on average once it is known.
  study::Figure worth_knowing;
};

struct DriverEffect {
  study::FirstOrder first;
  study::Total total;
  study::Pawn pawn;
};

struct OutputEffects {
  std::string id, title;
  std::vector<DriverEffect> drivers;  // in the order of Sensitivity::drivers
};

/// One lever at either end of its likely range, all else as today.
struct TornadoBar {
  Lever lever;
  study::Figure odds_low, odds_high, change_low, change_high;
  double swing() const;
};

struct Sensitivity {
  std::uint64_t trials = 0, total_trials = 0;
  Goal goal = Goal::good;
  study::Figure odds;  // of the goal
  std::vector<Driver> drivers;
  std::vector<OutputEffects> outputs;
  std::vector<TornadoBar> tornado;    // of the goal's odds, the widest first
  std::vector<std::string> left_out;  // outputs that are unknown in some trials
  bool in_closed_form = false;
};

struct SensitivityRule {
  std::uint64_t trials = 16384;     // of first-order indices
  std::uint64_t most_total = 4096;  // of each redrawn driver
  Goal goal = Goal::good;
};

/// Of the inputs' first trust, whatever its scenario changes. Error as model::Model and run::simulate.
Sensitivity sensitivity_of(const model::Inputs& inputs, const SensitivityRule& rule, run::Workers& workers);

/// The same without totals, PAWN and tornado: what drivers are worth knowing.
Sensitivity worth_of_knowing(const model::Inputs& inputs, std::uint64_t trials, run::Workers& workers);

/// The tornado alone. `columns` are the baseline's.
std::vector<TornadoBar> tornado_of(const SideOdds& odds, const std::vector<Lever>& levers, Goal goal);

/// Mean of each driver, by quantity: what a lever is today. NaN of what does not vary and is not known.
std::vector<double> today_of(const model::Model& model, std::uint64_t trials, run::Workers& workers);

/// The same of the baseline's columns.
std::vector<double> today_of(const model::Model& model, const BaselineColumns& columns);

/// The widest side that settings of these levers make.
scenario::Variant all_at_their_ends(const std::vector<Lever>& levers);

/// What each driver stands for.
Kind kind_of(const Quantity& driver, const policy::Policy& policy, const trust::Trust& trust);

}  // namespace uor::decide
