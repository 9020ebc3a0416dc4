// `uor trusts --best`: trusts ranked by a metric, all together and by region, as they reported it.
#pragma once

#include "cli/arguments.hpp"
#include "core/uor/ask/library.hpp"

namespace uor::cli {

/// --best METRIC|all over the trusts that ship, or those of --trusts. Error for a metric that is none of the
/// framework's or that no two trusts report.
void print_practice(const Arguments& arguments, const ask::Library& library);

}  // namespace uor::cli
