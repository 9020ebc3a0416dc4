// The headings of a report's sections by their ids, the same in every output that has headings.
#pragma once

#include <string>
#include <string_view>

namespace uor::report::tables {

/// "Key lines of enquiry" of "kloes". The id must be known (asserted).
std::string heading_of(std::string_view id);

}  // namespace uor::report::tables
