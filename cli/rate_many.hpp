// `uor rate --trusts FILE|FOLDER`: today's odds of many trusts, a line each.
#pragma once

#include "cli/arguments.hpp"

namespace uor::cli {

/// Prints the screen or, with --json, one object.
void rate_many(const Arguments& arguments);

}  // namespace uor::cli
