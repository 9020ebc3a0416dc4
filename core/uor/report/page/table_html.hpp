// A table of the report as HTML.
#pragma once

#include <string>

#include "core/uor/report/tables/table.hpp"

namespace uor::report::page {

/// In the look of nhsuk-frontend, inside a box that scrolls sideways when it must and takes the keyboard's focus for
/// that; value and error in one cell, the first column names the rows. The attribute data-ID tells scripts which table
/// it is. Its note stands under it.
std::string html_of(const tables::Table& table);

}  // namespace uor::report::page
