// One side of a run against another, of the same file or of two: what moved, by how much, and how sure that is.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/uor/analyse/change.hpp"
#include "core/uor/analyse/probability.hpp"
#include "core/uor/analyse/rating_changes.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// One trust on one side of a run.
struct SideOf {
  const model::Header& header;
  const tally::Summary& summary;
  std::size_t side;

  const tally::SideSummary& of_side() const { return summary.sides[side]; }
  const tally::SideSummary& baseline() const { return summary.sides[0]; }
};

/// A mean at the assessment month.
struct QuantityChange {
  const Quantity* quantity = nullptr;  // in the header of `from`
  Change mean;
  double standardised = 0;  // size_of_change(), against the baseline of `from`
  int better = 0;           // +1 for the better, -1 for the worse, 0 no polarity or no change
};

struct KloeChange {
  std::string kloe, title;
  QuantityChange score;  // its mean score; quantity is null where a file has no summary of it
  Change below_good;     // share of trials whose score rounds to less than good
};

/// A limiter that fires or a characteristic that holds: shares of trials.
struct HoldingChange {
  std::string id, title;
  bool limiter = false;
  Change share;
};

struct Comparison {
  std::uint64_t trials = 0;
  bool combined_given = true;  // false: no combined ratings were given yet when one of the two is struck
  bool paired = true;          // trial by trial; else as two independent runs
  bool same_baseline = false;  // to the bit, so that changes against it can be subtracted
  RatingChanges ratings, combined_ratings;
  Change expected_score;                // the latent, before limits
  std::vector<KloeChange> kloes;        // what moved most first, by |standardised|
  std::vector<QuantityChange> metrics;  // those that changed, likewise
  std::vector<HoldingChange> holdings;  // those that changed, the largest |change| first
};

/// Whether two runs have the same baseline for the trust, in every figure of its summary to the bit.
bool same_baseline(const SideOf& from, const SideOf& to);

/// Changes of means with their paired standard error by quantity, where single trials were kept.
using PairedMeans = std::map<std::string, Estimate>;

/// Compares all that summaries hold; `rating` and `combined` are graded trials by pair of ratings (pair_up). A mean's
/// error is paired where `kept` has it or one side is the common baseline; else, with one baseline, at most the sum of
/// the two errors against it; else as of independent runs. Of shares of a KLOE, limiter or characteristic only the two
/// counts are known: a bound.
Comparison compare(const SideOf& from, const SideOf& to, const tally::Migration& rating,
                   const tally::Migration& combined, const PairedMeans& kept = {});

/// The same of two runs whose trials are no counterparts: other draws, other numbers of trials, another model. Errors
/// are those of independent runs.
Comparison compare_unpaired(const SideOf& from, const SideOf& to);

}  // namespace uor::analyse
