// What the rules of support needs look at, of a trust in a result file.
#pragma once

#include "core/uor/report/support.hpp"
#include "core/uor/report/trust_figures.hpp"

namespace uor::report {

/// Of the baseline at the assessment month (index `month`). Metrics that were drawn from national figures say nothing
/// of the trust and are no outliers.
SupportFacts support_facts(const TrustFigures& trust, std::size_t month);

}  // namespace uor::report
