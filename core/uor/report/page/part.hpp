// The parts of the page, each a piece of HTML made from the figures alone.
#pragma once

#include <string>

#include "core/uor/report/brief.hpp"
#include "core/uor/report/figures.hpp"

namespace uor::report::page {

/// One trust of a run in full. The script lets the reader choose a side; without it the last one is shown.
struct TrustPart {
  const Figures& run;
  const TrustFigures& trust;
  const Rules& rules;
  const Figures& whole;  // the run with all its sides; `run` may have fewer, to stay small
  const TrustFigures& whole_trust;

  std::size_t sides() const { return trust.odds.size(); }
  std::size_t last_side() const { return sides() - 1; }
  const std::string& title(std::size_t side) const { return run.origin.side_titles[side]; }
  /// Index of the month at which the rating is struck.
  std::size_t assessment() const { return static_cast<std::size_t>(run.origin.assessment_month - 1); }
};

// What a board reads.
std::string odds_part(const TrustPart& part);  // headline and four big numbers, by side
std::string brief_part(const TrustPart& part);
std::string movers_part(const TrustPart& part);
std::string odds_table(const TrustPart& part);  // every side of the whole run

// What stands behind it.
std::string months_part(const TrustPart& part);
std::string from_to_part(const TrustPart& part);
std::string changed_part(const TrustPart& part);
std::string kloes_part(const TrustPart& part);
std::string metrics_part(const TrustPart& part);
std::string statements_part(const TrustPart& part);
std::string bridge_part(const TrustPart& part);
std::string fund_part(const TrustPart& part);
std::string finance_score_part(const TrustPart& part);
std::string schemes_part(const TrustPart& part);
std::string support_part(const TrustPart& part);
std::string prompts_part(const TrustPart& part);
/// Empty where none was given.
std::string evidence_part(const TrustPart& part);
std::string received_part(const TrustPart& part);
std::string support_needs_part(const TrustPart& part);
std::string limits_part(const TrustPart& part);
std::string characteristics_part(const TrustPart& part);
std::string assumptions_part(const TrustPart& part);

// Of the run as a whole.
std::string sector_part(const Figures& run, const Figures& whole);
std::string practice_part(const Figures& run);
std::string trusts_part(const Figures& run);
std::string method_part(const Figures& run);
std::string provenance_part(const Figures& run);

}  // namespace uor::report::page
