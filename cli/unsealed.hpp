// The option --trust-file of commands that read result files: to read those that have no digest.
#pragma once

#include "cli/arguments.hpp"

namespace uor::cli {

void add_trust_file(Options& options);

/// From now on such files are read, where the option is given.
void heed_trust_file(const Arguments& arguments);

}  // namespace uor::cli
