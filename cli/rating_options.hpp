// Options of commands that rate a trust today.
#pragma once

#include "cli/arguments.hpp"

namespace uor::cli {

/// --trials, --seed, --json and which model is asked.
Options rating_options();

}  // namespace uor::cli
