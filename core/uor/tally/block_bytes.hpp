// A block of raw trials as bytes; see part_bytes.hpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::tally {

inline constexpr std::size_t block_arrays = 14;
static_assert(sizeof(Block) == sizeof(std::size_t) + sizeof(std::uint64_t) + sizeof(std::size_t) +
                                   block_arrays * sizeof(std::vector<double>),
              "a new array of Block has to be spooled and sent too");

/// Calls action(array) for each array of a block but Block::above, which only the sector reads.
template <class SomeBlock, class Action>
void each_array_but_above(SomeBlock& block, const Action& action) {
  action(block.final_rating);
  action(block.final_combined);
  action(block.final_quality);
  action(block.latent);
  action(block.evidence_score);
  action(block.evidence_indicator);
  action(block.evidence_limit);
  action(block.rating);
  action(block.score);
  action(block.final_metric);
  action(block.metric);
  action(block.driver);
  action(block.quantity);
}

std::vector<std::byte> bytes_of(const Block& block);

/// The same block, bit for bit. Error (Fault::run) when the bytes are cut short or go on; allocates no more than they
/// have.
Block block_of(std::span<const std::byte> bytes);

}  // namespace uor::tally
