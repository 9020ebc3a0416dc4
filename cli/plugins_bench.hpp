// `uor plugins bench`: what plugins cost, beside those that ship.
#pragma once

#include "cli/arguments.hpp"
#include "core/uor/ask/library.hpp"

namespace uor::cli {

/// Measures the plugins in place, or the one that `which` names by id or file, and prints a table or one JSON object.
/// With --baseline, or another plugin, it prints how the nodes of both compare, and 1 is returned where one is slower.
int bench_plugins(const ask::Library& library, const Arguments& arguments, const std::string& which,
                  const std::string& other);

}  // namespace uor::cli
