// A comparison as comma-separated values, one change a line.
#pragma once

#include "core/uor/ask/compared_trusts.hpp"
#include "core/uor/report/what_differs.hpp"

namespace uor::cli {

/// trust, from, to, what, item, unit, value_from, value_to, change, standard_error, standard_error_is.
void print_comparison_csv_head();

/// `what` is rating, combined, from_to (value_to: trials), good_or_better, expected_rating, latent, kloe_score,
/// kloe_below_good, metric, limiter or characteristic; shares are 0 to 1. Cells of what is not known are empty. Then,
/// as texts, what the files differ in: fact (item: its id), fact_origin (reported, derived, drawn, judged, not given)
/// and run (item: policy, seed, ...).
void print_comparison_csv(const ask::ComparedSide& from, const ask::ComparedSide& to, const model::TrustInfo& trust,
                          const analyse::Comparison& comparison, const report::WhatDiffers& differs);

/// All trusts together, as the trust "all": `what` is trusts_with (the number with a rating), good_or_better,
/// expected_rating or from_to (value_to: expected trusts).
void print_sector_comparison_csv(const ask::ComparedSide& from, const ask::ComparedSide& to,
                                 const analyse::SectorComparison& sector);

}  // namespace uor::cli
