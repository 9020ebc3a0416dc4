// The odds of one trust by side.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

Table rating_odds(const Figures& run, const TrustFigures& trust);    // use of resources
Table combined_odds(const Figures& run, const TrustFigures& trust);  // with CQC's quality ratings
Table quality_odds(const Figures& run, const TrustFigures& trust);   // of CQC's quality rating
Table odds_changes(const Figures& run, const TrustFigures& trust);   // to the baseline, paired

/// The odds of good or better, the mean rating after limits, and the latent before them.
/// What those become when the numbers that were fitted go as far as the published ratings leave open; without rows
/// where nobody knows that.
Table fit_ranges(const Figures& run, const TrustFigures& trust);
Table one_number(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
