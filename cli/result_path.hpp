// Where a result file goes.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "core/uor/run/result.hpp"

namespace uor::cli {

/// runs/SCENARIO-TRUST.h5, with --set runs/SCENARIO-set-TRUST.h5; for several trusts "all" when `named` says so, else
/// their number.
std::string default_out(const run::Header& header, const Words& named);

/// Makes the folder of `path`, and says whether a result file is there, which the run will replace. Error when `path`
/// is a folder, ends like a document, or is a file that is no result file (Fault::input), or when the folder cannot be
/// made (Fault::run).
bool prepare_out(const std::string& path);

}  // namespace uor::cli
