// Options that questions about one trust share.
#pragma once

#include "cli/arguments.hpp"
#include "core/uor/ask/decide_request.hpp"

namespace uor::cli {

/// --trials, --seed, --for and which model is asked; `with_goal` leaves --for out otherwise.
Options decide_options(bool with_goal = true);

/// --for RATING; good unless it is given. Error for another word.
decide::Goal goal_of(const Arguments& arguments);

/// What the shared options say of the first argument.
ask::DecideRequest decide_request(const Arguments& arguments);

}  // namespace uor::cli
