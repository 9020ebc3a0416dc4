// A draft report as one page of plain HTML that Word opens with its headings and tables.
#pragma once

#include <string>

#include "core/uor/report/draft.hpp"

namespace uor::report::page {

std::string html_of(const Draft& draft);

}  // namespace uor::report::page
