// A report with fewer sides, for a page that must stay small.
#pragma once

#include <vector>

#include "core/uor/report/figures.hpp"

namespace uor::report {

/// Which sides stand for all, in their order: the baseline, the last, and others spread evenly from the one that lowers
/// the expected score most to the one that raises it most. All when there are at most `most` (2 or more, asserted).
std::vector<std::size_t> standing_for_all(const Figures& figures, std::size_t most);

/// Only these sides, the baseline (0) first.
Figures thinned(Figures figures, const std::vector<std::size_t>& sides);

}  // namespace uor::report
