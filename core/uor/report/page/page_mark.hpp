// Pages that `uor report` wrote.
#pragma once

#include <string>

#include "core/uor/report/mark.hpp"

namespace uor::report::page {

/// Whether the file is a page as it was written, to the last byte. Pages of releases that left no such mark count as
/// written. False for what cannot be read.
bool is_page_as_written(const std::string& path);

}  // namespace uor::report::page
