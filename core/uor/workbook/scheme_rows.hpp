// The sheet of savings schemes, a scheme a row.
#pragma once

#include "core/uor/workbook/derived_text.hpp"
#include "core/uor/workbook/table.hpp"

namespace uor::workbook {

/// A [[scheme]] table for each row that holds something; none when a cell is wrong. Every wrong cell is refused into
/// `out`.
void add_schemes(const Sheet& sheet, DerivedText& out);

}  // namespace uor::workbook
