// `uor run --watch FOLDER`: serves those who have Excel only.
#pragma once

#include "cli/arguments.hpp"

namespace uor::cli {

/// Runs each workbook that is dropped into the folder until SIGINT or SIGTERM, or with --once those that are there. A
/// workbook that cannot be used, for whatever reason, never ends it. The exit code: 0, or with --once 1 when a workbook
/// was refused. Error as DropFolder, and for options that mean nothing here.
int watch(const Arguments& arguments);

}  // namespace uor::cli
