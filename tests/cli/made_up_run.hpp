// A run of made-up figures, small enough to check by hand.
#pragma once

#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// One trust "MINE", 12 months, 1,000 trials, sides "baseline" and "later"; one metric, metric.dna_rate, that falls
/// from 7.2 to 6.2 percent, and the clinical score.
model::Header made_up_header();

/// 100/300/500/100 trials from inadequate to outstanding; 50 trials move from requires improvement to good.
tally::Summary made_up_summary();

}  // namespace uor::cli
