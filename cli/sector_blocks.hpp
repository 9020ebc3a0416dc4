// The parts of the sector's screen, each a block of lines.
#pragma once

#include <vector>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// What a block looks at: a run of several trusts, and the side that is set beside the baseline.
struct SectorView {
  const model::Header& header;
  const std::vector<tally::Summary>& summaries;
  const tally::Sector& sector;
  Style style;
  bool all_levels = false;  // every side in the tables of sides, however many

  std::size_t last() const { return header.sides.size() - 1; }
};

/// How many trusts hold each rating, a line a side: mean, 5 to 95 %, and how many times wider than independent trusts.
Lines counts_block(const SectorView& view);

/// The share of all trusts that is good or better and their mean rating, a line a side, with paired changes.
Lines sector_odds_block(const SectorView& view);

/// Expected number of trusts from each rating in the baseline to each on the last side.
Lines sector_from_to_block(const SectorView& view);

/// By type the share of trusts that is good or better, in the baseline and on the last side; without variants the
/// expected number of trusts with each rating too.
Lines types_block(const SectorView& view);
/// Odds of good or better on the last side by region, or by STP where nobody says the region; empty where nobody says
/// either.
Lines regions_block(const SectorView& view);

/// The five trusts whose odds of good or better the last side moves most, with a mark where that is within two of its
/// own standard errors; without variants, the five with the lowest odds. Equals by name, then by code.
Lines trust_movers_block(const SectorView& view);

}  // namespace uor::cli
