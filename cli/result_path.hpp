// Where a result file goes.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "core/uor/run/result.hpp"

namespace uor::cli {

/// runs/SCENARIO-TRUST.h5; for several trusts "all" when `named` says so, else their number.
std::string default_out(const run::Header& header, const Words& named);

/// Makes the folder of `path`. Error when `path` is a folder or a file that is not a result file (Fault::input), or
/// when the folder cannot be made (Fault::run).
void prepare_out(const std::string& path);

}  // namespace uor::cli
