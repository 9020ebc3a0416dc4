// Rules of the report as data (policies/report.toml): colours of savings and the sentences of
// the brief.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/known.hpp"
#include "core/uor/report/support.hpp"

namespace uor::report {

/// Sentences with {title}, {value}, {median} and {share} in them, and from which share of trials a ratings
/// characteristic is named.
struct BriefRule {
  std::string metric, characteristic;
  double characteristic_from_percent = 0;
};

struct Rules {
  double green_from_percent = 0, amber_from_percent = 0;  // of plan delivered
  BriefRule strength, improvement;
  std::vector<KnownRule> known_rules;  // the highest share first
  SupportRules support;                // policies/support_needs.toml; empty where nobody read it
  std::string text;                    // the file, verbatim

  /// How much of a trust's picture is its own, in words.
  Known known(const model::KnownMetrics& metrics) const { return known_of(known_rules, metrics); }

  /// "green", "amber" or "red"; "" when nothing was planned or the plan is not known (NaN).
  std::string status(double delivered_gbp_m, double planned_gbp_m) const;
};

/// Error naming file:line:column, value and a likely fix.
Rules read_rules(const std::string& path);

}  // namespace uor::report
