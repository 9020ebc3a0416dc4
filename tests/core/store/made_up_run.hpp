// A small run with made-up values that say where they belong, for tests of what is written and read.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/uor/tally/result.hpp"

namespace uor::store {

/// Two sides, two trusts, three months, 20 trials; everything kept; two metrics, one varying driver, one quantity.
model::Header made_up_header();

/// Values of a block encode side, row, month and trial: see value_of.
tally::Block made_up_block(const model::Header& header, std::size_t trust, std::uint64_t first_trial,
                           std::size_t count);

tally::Summary made_up_summary(const model::Header& header, std::size_t trust);

/// 1..4.
std::uint8_t grade_of(std::size_t trust, std::size_t side, std::size_t month, std::uint64_t trial);
double value_of(std::size_t trust, std::size_t side, std::size_t row, std::size_t month, std::uint64_t trial);

/// Hands the whole run to the sink, in blocks of `block_trials`.
void play(const model::Header& header, std::size_t block_trials, tally::Sink& sink);

}  // namespace uor::store
