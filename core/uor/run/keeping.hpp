// Single trials of one batch, copied to the block that a sink receives.
#pragma once

#include <cstddef>

#include "core/uor/run/grading.hpp"
#include "core/uor/run/workspace.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::run {

/// Of one piece's block, by what the run keeps.
class Keeping {
 public:
  /// All must outlive it. Of several trusts odds are kept, trial by trial, whoever asks.
  Keeping(const model::Plan& plan, std::size_t trusts, const Workspace& work, const Grading& grading)
      : plan_(plan), keep_(plan.wanted.keep), trusts_(trusts), work_(work), grading_(grading) {}

  /// Makes room for all that is kept of Block::count trials.
  void size(tally::Block& block) const;

  // The first `valid` trials of the batch go to places from `offset` on.
  /// Of one side, after its month.
  void month(std::size_t side, std::size_t valid, std::size_t offset, tally::Block& block) const;
  /// What the rating is struck from, in the assessment month.
  void evidence(std::size_t valid, std::size_t offset, tally::Block& block) const;
  /// At the end of the batch.
  void ratings(std::size_t valid, std::size_t offset, tally::Block& block) const;

 private:
  void ratings_of_side(std::size_t side, std::size_t valid, std::size_t offset, tally::Block& block) const;

  const model::Plan& plan_;
  const model::Keep& keep_;
  std::size_t trusts_;
  const Workspace& work_;
  const Grading& grading_;
};

}  // namespace uor::run
