// How far odds go when the numbers that were fitted to published ratings go as far as those ratings leave open.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// From the 5 % to the 95 % quantile over the draws around the fit, between neighbours in a straight line.
struct Range {
  double low = 0, high = 0;
};

struct FitRange {
  std::array<Range, 4> rating{};  // inadequate, requires improvement, good, outstanding
  Range good_or_better;
};

/// None where a run did not ask for it, counted its grades, or used a policy that does not say how sure its fit is.
std::optional<FitRange> fit_range(const tally::SideSummary& side);

/// Of the change of good or better from the baseline: both sides under the same draw, so that what they share falls
/// out.
std::optional<Range> fit_range_of_change(const tally::SideSummary& baseline, const tally::SideSummary& side);

/// Of the mean share of trusts that are rated good or better on a side, and of its change: all trusts under one draw.
std::optional<Range> fit_range_of_all(const std::vector<tally::Summary>& summaries, std::size_t side);
std::optional<Range> fit_range_of_all_changes(const std::vector<tally::Summary>& summaries, std::size_t side);

/// "10 to 26": a range of shares in percent without digits; below 5 % to the tenth.
std::string percent_range(const Range& range);
/// "-3.1 to +2.0": of a change of a share in points.
std::string points_range(const Range& range);

}  // namespace uor::analyse
