// What stands above a run's results: its trusts, sides and quantities, and where everything came from.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/uor/base/points.hpp"
#include "core/uor/base/quantity.hpp"
#include "core/uor/model/fact.hpp"
#include "core/uor/model/keep.hpp"

namespace uor::model {

/// What is known of one trust's inputs, for the screen and for provenance.
struct TrustInfo {
  std::string code, name, type, text, path;
  std::string region, stp;     // where it is, and its local partnership; empty: nobody says
  bool in_scope = true;        // false: outside the framework's scope, and rated because somebody asked for it
  bool combined_given = true;  // whether combined ratings were given when this one is struck
  int metrics_reported = 0;    // of the 22
  std::vector<Fact> assumed;   // what is not reported exactly
  std::vector<std::string> warnings;
};

struct PluginInfo {
  std::string id, version, path, sha256;
};

/// One file that went in, verbatim; a workbook by its digest only: what was read from it stands as its own text.
struct InputText {
  std::string role, path, sha256,
      text;  // role: scenario, policy, option, policy_option, trust, shipped, published,
             // loaded, workbook
};

/// Of the rows of data/assessments.csv with what is published of one trust.
inline constexpr const char* published_role = "published";

/// Of the file or folder of trusts among whose own rows peers were found.
inline constexpr const char* loaded_role = "loaded";

/// How a run came by its number of trials when it was not given.
struct StopRule {
  double until_se = 0;           // every rating's standard error shall be below it; 0: the number was given
  std::uint64_t max_trials = 0;  // no more than these
  bool reached = false;          // whether they are
};

inline constexpr double unknown_figure = std::numeric_limits<double>::quiet_NaN();

struct Header {
  std::string scenario_name, scenario_title, question;
  std::vector<std::string> sides;  // "baseline" first, then one a variant
  std::vector<std::string> side_titles;
  std::vector<TrustInfo> trusts;
  int months = 0;
  int assessment_month = 0;
  std::uint64_t trials = 0;
  std::uint64_t seed = 0;
  bool in_closed_form = false;     // odds of ratings; else they are counted
  std::size_t fit_draws = 0;       // draws around the fit, under each of which there are odds; 0: none
  bool moving_benchmarks = false;  // benchmarks are those of the run's trusts, not the policy's
  Points points = Points::random;
  StopRule stop;
  Keep keep;
  std::vector<std::string> kloes;
  std::vector<Quantity> summarised;  // metrics first in framework order, then KLOE scores, then others
  std::vector<Quantity> metrics;
  std::vector<Quantity> drivers;     // kept per trial when keep.drivers: those that vary
  std::vector<bool> driver_monthly;  // per driver: has a value each month (else one a trial)
  std::vector<Quantity> quantities;  // kept per trial when keep.quantities: all produced, metrics and scores excluded;
                                     // then those that keep.watched adds
  std::vector<std::string> limiters, characteristics;        // ids, for the counts in Summary
  std::vector<std::string> more_beside, more_beside_titles;  // scores beside the rating, without the first
  /// Where on the latent requires improvement, good and outstanding begin, as the policy in force has it; NaN: the file
  /// does not say.
  std::array<double, 3> cuts = {unknown_figure, unknown_figure, unknown_figure};
  // In words, as the plugins in use and the policy have them; none in files that were written without them.
  std::vector<std::string> kloe_titles, limiter_titles, characteristic_titles;
  std::vector<PluginInfo> plugins;
  std::vector<InputText> inputs;
  std::vector<std::string> notes;  // levers too late to be published, scheme and lever on one driver, ...
  std::string version, commit, host;
};

}  // namespace uor::model
