// What the files of a comparison differ in, on a screen.
#pragma once

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/report/what_differs.hpp"

namespace uor::cli {

/// A table of facts that differ, and one of what else does; one line where nothing does.
Lines differs_block(const report::WhatDiffers& differs, const Style& style);

}  // namespace uor::cli
