// The parts of a comparison's screen, each a block of lines.
#pragma once

#include <string>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/analyse/compare.hpp"
#include "core/uor/analyse/compare_sector.hpp"

namespace uor::cli {

/// One trust on two sides, under the names that the screen gives them.
struct ComparisonView {
  const analyse::Comparison& comparison;
  const std::string& from;
  const std::string& to;
  Style style;
};

/// "±0.012" paired, "±≤0.012" at most, "±~0.012" as of independent runs, "±?" not known.
std::string error_text(const std::string& figure, analyse::Basis basis);

/// Odds of the use-of-resources rating on both sides, and of the combined one; their changes with paired standard
/// errors, and what these would be for independent runs.
Lines changed_odds_block(const ComparisonView& view);
Lines changed_combined_block(const ComparisonView& view);

/// How many trials moved from which rating to which, beside the same of the combined rating where both fit.
Lines pairs_block(const ComparisonView& view);

/// The key lines of enquiry, what moved most first: mean score and share of trials below good.
Lines changed_kloes_block(const ComparisonView& view);

/// The metrics that moved, what moved most first; at most `limit` of them.
Lines changed_metrics_block(const ComparisonView& view, std::size_t limit);

/// Limits and ratings characteristics whose share of trials moved, what moved most first; at most `limit` of them.
Lines changed_holdings_block(const ComparisonView& view, std::size_t limit);

}  // namespace uor::cli
