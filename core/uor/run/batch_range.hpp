// The range that a fit leaves, of one batch of trials: the odds in closed form under each draw of what was fitted.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/uor/model/plan.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/batch_odds.hpp"
#include "core/uor/run/workspace.hpp"
#include "core/uor/tally/tally.hpp"

namespace uor::run {

/// Columns of one batch; memory is reused.
class BatchRange {
 public:
  /// All must outlive it.
  BatchRange(const model::Plan& plan, const policy::Policy& policy, const BatchOdds& odds, std::size_t capacity);

  /// In the assessment month, after its odds: adds the first `valid` trials of a side under each of the plan's draws.
  void tally(const Workspace& work, std::size_t side, std::size_t valid, std::size_t offset, tally::LeafSums& sums);

 private:
  /// The latent without judgement by a draw's weights and coefficients.
  void find_latent(const Workspace& work, std::size_t side, const model::RatingNumbers& numbers, std::size_t count);
  void standardise(const Workspace& work, std::size_t side, std::size_t count);

  const model::Plan& plan_;
  const policy::Policy& policy_;
  const BatchOdds& odds_;
  Columns indicators_;  // [indicator][trial], standardised
  Columns latent_;      // one row
  Columns above_;       // [3][trial]
  std::vector<double> chance_;
};

}  // namespace uor::run
