// `uor check` of trusts: echoed, reconciled, and what knowing more of them would be worth.
#pragma once

#include <vector>

#include "cli/arguments.hpp"
#include "cli/style.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::cli {

/// One trust as a finance report with what the unknowns are worth, several in short. Error (Fault::input), after all of
/// it is printed, for every finance metric that its own figures contradict.
void check_trusts(const ask::Library& library, const Arguments& arguments, const std::vector<trust::Trust>& trusts,
                  const Style& style);

}  // namespace uor::cli
