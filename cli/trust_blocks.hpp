// The parts of one trust's screen, each a block of lines.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/analyse/odds.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// What a block looks at: one trust of a run.
struct TrustView {
  const model::Header& header;
  const tally::Summary& summary;
  Style style;

  const model::TrustInfo& trust() const { return header.trusts[summary.trust]; }
  const tally::SideSummary& side(std::size_t index) const { return summary.sides[index]; }
  std::size_t months() const { return static_cast<std::size_t>(header.months); }
  std::size_t assessment() const { return static_cast<std::size_t>(header.assessment_month - 1); }
};

inline constexpr std::array<const char*, 4> short_ratings = {"inadeq.", "req. imp.", "good", "outst."};

/// Share of trials whose rating is inadequate or requires improvement.
double below_good(const tally::Counts4& counts);

/// What good or better and its change become when the fitted numbers go as far as published ratings leave open; nothing
/// where nobody knows that.
Lines fit_range_block(const TrustView& view);
/// Odds of the use-of-resources rating by side.
Lines odds_block(const TrustView& view);

/// The odds of good or better and the expected rating by side, each with its paired change, and where the latent lies.
Lines one_number_block(const TrustView& view);

/// "+1.2 ±0.3": a change of a share in percentage points.
std::string share_change(const analyse::Estimate& change, std::uint64_t trials);

/// Odds of the combined rating by side, or that none was given then.
Lines combined_block(const TrustView& view);

/// Mean finance score (1 best to 4) by month and side, and of each further score beside the rating.
Lines finance_block(const TrustView& view);

/// Limiters and ratings characteristics that hold in some trials, with their shares by side.
Lines limits_block(const TrustView& view);

/// How many trials moved from which rating to which, beside the five KLOEs' scores and odds of falling below good.
/// `rows` are the framework's.
Lines movement_block(const TrustView& view, const std::vector<policy::Kloe>& rows, std::size_t side);

/// Trials from each rating (row) to each (column), with `corner` over the rows; what is better or worse is coloured.
Lines from_to_block(const std::string& corner, const analyse::FromTo& pairs, const Style& style);

/// "better", "worse" or nothing, for +1, -1 and 0.
std::string verdict(int better, const Style& style);

/// The metrics whose means moved most against the spread of the baseline, with what they were.
Lines metrics_block(const TrustView& view, std::size_t side);

}  // namespace uor::cli
