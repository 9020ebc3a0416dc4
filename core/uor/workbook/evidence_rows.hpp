// The sheet More evidence as lines of a trust file.
#pragma once

#include "core/uor/workbook/derived_text.hpp"
#include "core/uor/workbook/table.hpp"

namespace uor::workbook {

/// A row a piece. Workbooks of earlier programs have no such sheet.
void add_evidence(const Sheet& sheet, DerivedText& out);

}  // namespace uor::workbook
