// What knowing each unknown of a trust would be worth, in plain words.
#pragma once

#include <cstddef>
#include <limits>

#include "cli/style.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::cli {

inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

/// Runs the baseline of the one trust in `inputs` and prints how much of the variance of the rating each unknown fact
/// and judged prompt explains, the largest first, at most `limit` of them.
void print_worth(const model::Inputs& inputs, const trust::Fields& fields, std::size_t limit, const Style& style);

}  // namespace uor::cli
