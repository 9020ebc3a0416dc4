// Savings by scheme: what was planned, what is delivered, and whether that is red, amber or green.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/context.hpp"
#include "core/uor/report/line.hpp"
#include "core/uor/report/rules.hpp"

namespace uor::report {

/// Means over trials from April to the assessment month of its financial year, GBP m.
struct SchemeSide {
  std::string name, category;  // "" when the programme is not known
  double planned_gbp_m = 0;    // NaN when the programme is not known
  double delivered_gbp_m = 0;
  std::string status;  // red, amber, green, or "" when nothing is planned or known
};

struct Schemes {
  bool typical = false;                        // of the baseline: a typical programme stands in for the trust's own
  bool whole_year = true;                      // else the plan is of the year and delivery only part of it
  std::vector<std::vector<SchemeSide>> sides;  // [side][scheme]
  std::vector<SchemeSide> totals;              // [side]; name empty
};

Schemes schemes_of(const View& view, const TrustContext& about, const Rules& rules, const policy::Shown& shown);

Json json_of(const SchemeSide& scheme);
Json json_of(const Schemes& schemes);

}  // namespace uor::report
