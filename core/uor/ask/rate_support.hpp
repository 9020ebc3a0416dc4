// Support needs of what `uor rate` found.
#pragma once

#include "core/uor/ask/rate_study.hpp"
#include "core/uor/report/support.hpp"

namespace uor::ask {

/// What the rules look at, of today's odds: metrics that were drawn say nothing of the trust and are no outliers.
report::SupportFacts support_facts(const RateStudy& study);

}  // namespace uor::ask
