// Loops that were compiled once for each instruction set: which of them this processor can run, and which one is
// wanted.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "core/uor/base/isa_level.hpp"

namespace uor {

/// Those of `levels` (level 2 first, each one above the one before) that this processor can run.
template <typename Kernels, std::size_t count>
std::span<const Kernels* const> available_of(const std::array<const Kernels*, count>& levels) {
  return std::span(levels).first(std::min(static_cast<std::size_t>(processor_isa_level() - 1), count));
}

/// The one of `levels` that wanted_isa_level() asks for, or the highest one below it. Error as of that.
template <typename Kernels, std::size_t count>
const Kernels& wanted_of(const std::array<const Kernels*, count>& levels) {
  return *levels[std::min(static_cast<std::size_t>(wanted_isa_level() - 2), count - 1)];
}

}  // namespace uor
