// The options that `uor fit` and `uor backtest` share.
#pragma once

#include "cli/arguments.hpp"

namespace uor::cli {

/// --assessments, --policy, --trials, --seed, --at-report-date, --hindsight, --with-quality, --forecast, --any-scope
/// and the plugins'.
void add_rated_options(Options& options);

}  // namespace uor::cli
