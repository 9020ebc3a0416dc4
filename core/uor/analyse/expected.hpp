// What a side of a run comes to in one number: the odds of good or better and the mean of the rating after limits, both
// with their paired change to the baseline; and how far the latent is from the next rating.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/uor/analyse/probability.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// Trials from the baseline's rating to the side's. The result holds none of the baseline itself (side 0), whose trials
/// all stay where they are.
tally::Migration migration_of(const tally::SideCounts& counts, std::size_t side);

/// Mean of the rating as trials are graded, limits applied: 1 inadequate to 4 outstanding. Its standard error is that
/// of the mean of n grades, or by replicate.
Estimate expected_rating(const tally::SideSummary& side);
/// Its change to the baseline, paired trial by trial; 0 with error 0 on side 0.
Estimate expected_rating_change(const tally::SideSummary& summary, std::size_t side);

/// Share of trials rated good or outstanding, and its paired change to the baseline.
Estimate good_or_better(const tally::SideSummary& side);
Estimate good_or_better_change(const tally::SideSummary& summary, std::size_t side);

/// Whether a change is no more than twice its own standard error.
bool within_two_errors(const Estimate& change);

/// Where a latent lies among the cuts of the policy in force.
struct LatentPlace {
  double latent = 0;
  int cut = 3;          // the rating that begins at the nearest cut above, or 4 when the latent is past all of them
  double distance = 0;  // latent - cut: negative below it
};
/// NaN distance where a file does not say its cuts.
LatentPlace place_of(double latent, const std::array<double, 3>& cuts);

/// "2.08, 0.22 below good"; "3.90, 0.37 above outstanding".
std::string latent_words(double latent, const std::array<double, 3>& cuts);

/// All trusts of a run together: means over trials and trusts.
struct SectorOdds {
  Estimate good_or_better, good_or_better_change;    // of the share of trusts
  Estimate expected_rating, expected_rating_change;  // 1 to 4
};
SectorOdds sector_odds(const tally::Sector& sector, std::size_t side);

/// The share of trusts of one type that is rated good or better on a side.
double good_or_better_of_type(const tally::Sector& sector, std::size_t side, std::size_t type);

/// A trust in a list that is ranked.
struct Ranked {
  double key = 0;
  std::string name, code;
};
/// Positions of `trusts`, the largest |key| first; equals by name, then by code.
std::vector<std::size_t> by_size(const std::vector<Ranked>& trusts);
/// The same with the lowest key first.
std::vector<std::size_t> lowest_first(const std::vector<Ranked>& trusts);

/// Positions in `summaries`: the trusts whose odds of good or better a side moves most come first; of the baseline,
/// those whose odds are lowest.
std::vector<std::size_t> order_of_trusts(const model::Header& header, const std::vector<tally::Summary>& summaries,
                                         std::size_t side);

}  // namespace uor::analyse
