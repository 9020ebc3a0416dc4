// Which arrays a result file has, over which axes; schema/result-format.md describes the same for readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::store {

inline constexpr const char* format_name = "uor-result";

/// Raised when an older reader would misread a file; arrays and attributes may be added without raising it.
inline constexpr int format_version = 1;

using AxisNames = std::vector<std::string>;

/// Length of every axis that a run with this header has; 0 for those that are left out.
std::map<std::string, std::size_t> axis_lengths(const model::Header& header);

/// An array of single trials, as `values` of a block has them: scenario (and further axes) by trial, for one trust.
template <typename Value>
struct TrialArray {
  std::string name, title;
  AxisNames axes;  // scenario, trust, ..., trial
  std::vector<Value> tally::Block::*values;
};

/// The arrays that the header's `keep` asks for; the final ratings are always among them.
std::vector<TrialArray<std::uint8_t>> rating_arrays(const model::Header& header);
std::vector<TrialArray<double>> value_arrays(const model::Header& header);

/// Shape, chunk and size of such an array.
struct TrialShape {
  std::vector<std::size_t> lengths;  // of each axis
  std::vector<std::size_t> chunk;    // one trust, all months, chunk.back() trials; few trials: several rows, scenarios
  std::size_t rows = 0;              // values a trust and trial
  std::uint64_t stored_values = 0;   // with the last chunk filled up
  std::uint64_t chunks = 0;
};

/// Chunks of at most 1 MiB, and so many trials that those of all rows together take at most 32 MiB; at least 256
/// trials, or all there are. Where all trials are in a chunk it takes further rows and scenarios up to 32 KiB.
TrialShape shape_of(const AxisNames& axes, std::size_t value_bytes, const model::Header& header);

/// Bytes that a run with this header will take on disk, as if nothing compressed: within a few per cent unless it is
/// small.
std::uint64_t estimate_bytes(const model::Header& header);

}  // namespace uor::store
