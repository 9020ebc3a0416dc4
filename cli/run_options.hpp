// The options of `uor run`.
#pragma once

#include "cli/arguments.hpp"

namespace uor::cli {

Options run_options();

}  // namespace uor::cli
