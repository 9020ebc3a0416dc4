// A scenario: a question in plain words, and how the drivers of a run differ from the baseline's.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/distribution.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/points.hpp"
#include "core/uor/base/savings_scheme.hpp"

namespace uor::scenario {

inline constexpr int schema_version = 1;
inline constexpr int max_months = 60;
inline constexpr int last_month = std::numeric_limits<int>::max();

/// Whom an entry is for: every trust of the run, those named, or those of one type.
struct For {
  std::vector<std::string> trusts;  // codes; empty: all
  std::string group;                // a type of trust as the data have it; empty: any
  Where where;

  bool everyone() const { return trusts.empty() && group.empty(); }
  bool holds(const std::string& code, const std::string& type) const;
  /// Whether no trust can be meant by both.
  bool apart_from(const For& other) const;
  /// "", "for RF4, RHW", "for trusts of type Large".
  std::string words() const;
};

/// What a driver is held to: a trial beyond it goes to it, every other one stays as it is, to the bit.
struct Limits {
  std::optional<double> at_least, at_most;
  bool any() const { return at_least || at_most; }
};

/// What is done with an entry's value: an operation, or a cap or a floor.
enum class Hold { no, at_most, at_least };

/// driver := value, driver + value or driver * value in months from_month..to_month; then it is held in `limits`.
struct Adjustment {
  std::string driver;
  Operation operation = Operation::set;
  double value = 0.0;
  int from_month = 1;  // where `dated`; else it acts from the earliest month in which it can (model/timing.hpp)
  int to_month = last_month;
  Where where;
  bool operates = true;  // false: it only holds the driver in `limits`
  Limits limits = {};
  For who = {};
  bool dated = false;  // the month was asked for
  bool decided =
      false;  // before the run began: only closed months keep it from acting, not the time that a lever takes
  std::string option = {};  // DRIVER=VALUE of --set, as it was written; empty: of a file
};

/// As Adjustment, with a value drawn anew for each trial (and month).
struct Vary {
  std::string driver;
  Distribution distribution;
  Operation operation = Operation::set;
  Each each = Each::run;
  double persistence = 0.0;
  int from_month = 1;
  int to_month = last_month;
  Where where;
  // Of a savings scheme's effect: the operand is offset + slope x what is drawn, with the draws of another driver.
  double offset = 0.0;
  double slope = 1.0;
  std::string stream;    // empty: its own
  Hold hold = Hold::no;  // at_most, at_least: what is drawn is a cap or a floor
  Limits limits = {};    // what it comes to is held in
  For who = {};
  bool dated = false, decided = false;  // as of Adjustment
};

/// A change that somebody answers for: which lever it moves (the change itself is an entry of its variant), who owns it
/// and what delivering it costs.
struct Action {
  std::string name, title, driver, owner;
  std::string overlaps;                               // a savings scheme that may bring the same; empty: none
  std::optional<double> one_off_gbp_m, yearly_gbp_m;  // neither: as the policy has the lever
  int from_month = 1;
  int to_month = last_month;
  bool decided = false;  // these three as of its entry, as is `who`
  For who = {};
  Where where = {}, overlaps_where = {};
};

/// A Gaussian copula over drivers; matrix is row-major, size drivers^2.
struct Correlate {
  std::string name;
  std::vector<std::string> drivers;
  std::vector<double> matrix;
  Where where;
};

/// What one simulated side has beyond the baseline.
struct Variant {
  std::string name;  // the scenario's name, or the level's
  std::string title;
  std::vector<Adjustment> adjustments;
  std::vector<Vary> varies;
  std::vector<SavingsScheme> schemes;  // replace the trust's programme; empty: the trust's own
  std::vector<Action> actions = {};    // those of its entries that somebody named
};

/// What metrics are compared with: national figures of the policy, or those of the run's trusts in each trial.
enum class Benchmarks { fixed, moving };

/// "fixed" or "moving"; Error naming `where` for another word.
Benchmarks read_benchmarks(const std::string& text, const Where& where);
inline constexpr double least_until_se = 1e-6, most_until_se = 0.5;
/// With until_se a run looks at its errors at multiples of this many trials, so that threads and batches do not matter.
inline constexpr std::uint64_t look_trials = 4096;
inline constexpr std::uint64_t default_max_trials = 256 * look_trials;

struct RunSettings {
  std::vector<std::string> trusts;  // codes, files, or "all"
  int months = 12;
  std::uint64_t trials = 10000;
  std::optional<double> until_se;  // instead of trials: as many as bring every rating's standard error below it
  std::uint64_t max_trials = default_max_trials;  // no more than these, with until_se
  Points points = Points::random;
  std::uint64_t seed = 1;
  std::string policy = "framework";         // name of a shipped policy, or a path
  std::vector<std::string> policy_options;  // numbers of it that are changed: "fit.cuts.good=2.4"
  std::optional<int> assessment_month;      // default: last month
  bool publication_lag = true;              // false: every metric as if known at once
  bool common_factors = true;               // false: trusts share no luck, as if independent
  bool today = false;                       // rated now, on what is reported: model/today.hpp; no file asks for it
  Benchmarks benchmarks = Benchmarks::fixed;
  Where benchmarks_where;  // where they were asked to move
};

struct Scenario {
  std::string name;
  std::string title;
  std::string question;
  RunSettings run;
  std::vector<Variant> variants;        // empty: baseline only. With [[level]] one each, else one named as the scenario
  std::vector<Correlate> correlations;  // apply to baseline and variants alike
  std::string path;
  std::string text;             // verbatim; of a workbook, what was derived from it
  std::string workbook_sha256;  // of the workbook that `text` was derived from, or empty
};

/// Reads and checks a TOML file of schema 1. Error names file:line:column, value and a likely fix for: a file that is
/// missing, empty or binary, unknown keys, wrong types, wrong schema number, NaN, out of range, bad distributions.
Scenario read_scenario(const std::string& path);
Scenario parse_scenario(const std::string& text, const std::string& path, const LinePlaces& places = {});

/// `driver=value`, `driver=+x`, `driver=-x` (add; write `driver==-3` to set a negative value), `driver=*x`, or
/// `driver=<=x` and `driver=>=x` (at most, at least), as given to --set, each with
/// `@M` behind it to act from month M (April is 1); Error when malformed. Becomes a change of
/// every variant (a variant is added when there is none).
void apply_set_option(Scenario& scenario, const std::string& option);

/// Whether all that a variant changes was given to --set. Neither it nor the scenario has a title or question then:
/// what drivers are called is not known here.
bool is_of_options(const Variant& variant);

/// A commented template that parses, for `uor init`.
std::string scenario_template();

}  // namespace uor::scenario
