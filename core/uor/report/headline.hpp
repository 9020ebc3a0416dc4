// What a report says of one trust before any table.
#pragma once

#include <string>

#include "core/uor/report/figures.hpp"

namespace uor::report {

/// "24 months from April, rated in month 12 (Mar). 2,000 simulated years a trust, seed 1."
std::string lede(const Origin& origin);

/// "With “...” the likeliest rating is good, with odds of 43 %; the odds of good or better rise by ...".
std::string headline(const Figures& run, const TrustFigures& trust, std::size_t side);

/// "The odds of good or better rise by 4.2 ± 0.1 percentage points, from 43 % to 47 %.", or that they do not change
/// beyond the error.
std::string changes_in_words(const Changes& changes);

/// How many trials come out a rating lower or higher than in the baseline.
std::string moves_in_words(const TrustFigures& trust, std::size_t side);

}  // namespace uor::report
