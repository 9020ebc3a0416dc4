// `uor explain RUN.h5 --trial N`: derives one trial of a result file again and holds it against the file.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "core/uor/ask/library.hpp"

namespace uor::cli {

/// A name that ends in .h5, or of a file that exists.
bool names_a_result(const std::string& given);

/// The exit code: 1 when a column that the file keeps is not equal. Error for a trust, trial or scenario that the file
/// does not have, and without --force for another version, policy or plugin than wrote it.
int explain_trial(const ask::Library& library, const Arguments& arguments);

}  // namespace uor::cli
