// From the words of a command line to what core is asked. Errors name options.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "core/uor/ask/rated_trusts.hpp"
#include "core/uor/ask/rating.hpp"
#include "core/uor/ask/report_figures.hpp"
#include "core/uor/ask/run_request.hpp"
#include "core/uor/ask/trusts.hpp"

namespace uor::cli {

/// --policy, --policy-set, --plugin-path and --plugin.
ask::ModelRequest model_request(const Arguments& arguments);

/// --no-shipped-facts.
ask::ShippedFacts shipped_facts(const Arguments& arguments);

/// What `uor run` asks of `scenario`. Error naming the option for what is no number, or out of its range.
ask::RunRequest run_request(const Arguments& arguments, const std::string& scenario, const Words& trusts);

/// What `uor report` asks: --trust, --quick.
ask::FiguresRequest figures_request(const Arguments& arguments);

/// What `uor rate` asks of its one argument.
ask::RatingRequest rating_request(const Arguments& arguments);

/// What `uor fit` and `uor backtest` ask.
ask::RatedRequest rated_request(const Arguments& arguments);

}  // namespace uor::cli
