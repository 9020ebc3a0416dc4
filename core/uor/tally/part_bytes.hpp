// A part as bytes, to be sent between processes of one machine kind or kept in a file.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/uor/tally/part.hpp"

namespace uor::tally {

/// Little-endian words of 8 bytes; of each column only the bins between the first and the last that hold a value.
std::vector<std::byte> bytes_of(const Part& part);

/// The same part, bit for bit. Error (Fault::run) when the bytes are those of no part, are cut short or go on, or a
/// size in them does not fit the others; bytes of no part make it allocate at most some 200 times their size.
Part part_of(std::span<const std::byte> bytes);

}  // namespace uor::tally
