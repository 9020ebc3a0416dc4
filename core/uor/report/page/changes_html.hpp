// What changed from one side to another, as charts with their tables: of scenarios of one run, and of two runs.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/tables/changes.hpp"

namespace uor::report::page {

/// Change of each rating's odds and of the expected rating, a row a part, what is compared with above them.
std::string changes_overview(const std::vector<tables::ChangesPart>& parts);

/// Ratings, key lines, metrics and rules, what moved most first; parts[side - 1] is shown with that side.
std::string changes_html(const std::vector<tables::ChangesPart>& parts);

/// A table from rating to rating, in its colours.
std::string from_to_html(const tables::Table& table);

}  // namespace uor::report::page
