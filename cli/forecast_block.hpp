// The trust's own forecast of the year beside ours, with the difference by line.
#pragma once

#include "cli/trust_blocks.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/report/statement.hpp"

namespace uor::cli {

/// Empty where the trust reports no forecast.
report::OwnForecast own_forecast_of(const model::Header& header, const tally::Summary& summary,
                                    const ask::Library& library);

Lines forecast_block(const TrustView& view, const ask::Library& library);

}  // namespace uor::cli
