// What the files of a comparison differ in, read from what each of them holds of its inputs.
#pragma once

#include "cli/compared_sides.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/report/what_differs.hpp"

namespace uor::cli {

/// `trust` is a position in the header of `from`. Empty for two sides of one file. The trust's facts are read back from
/// the text that each file holds, under the policy that it holds.
report::WhatDiffers what_differs(const store::Result& from, const store::Result& to, std::size_t trust);

/// A table of facts that differ, and one of what else does; one line where nothing does.
Lines differs_block(const report::WhatDiffers& differs, const Style& style);

}  // namespace uor::cli
