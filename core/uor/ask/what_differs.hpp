// What the files of a comparison differ in, read from what each of them holds of its inputs.
#pragma once

#include "core/uor/ask/library.hpp"
#include "core/uor/report/what_differs.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::ask {

/// `trust` is a position in the header of `from`. Empty for two sides of one file. The trust's facts are read back from
/// the text that each file holds, under the policy that it holds.
report::WhatDiffers what_differs(const Library& library, const store::Result& from, const store::Result& to,
                                 std::size_t trust);

}  // namespace uor::ask
