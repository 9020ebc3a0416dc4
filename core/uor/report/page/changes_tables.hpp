// What changed from one side to another, as charts with their tables: of scenarios of one run, and of two runs.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/changes.hpp"

namespace uor::report::page {

/// One trust from one side to another, under the names that the page gives them.
struct ChangesPart {
  const Changes& changes;
  std::string from, to;
};

/// "The odds of good or better rise by 4.2 ± 0.1 percentage points, from 43 % to 47 %.", or that they do not change
/// beyond the error.
std::string changes_in_words(const Changes& changes);

/// Change of each rating's odds and of the expected score, a row a part, what is compared with above them.
std::string changes_overview(const std::vector<ChangesPart>& parts);

/// Ratings, key lines, metrics and rules, what moved most first; parts[side - 1] is shown with that side.
std::string changes_html(const std::vector<ChangesPart>& parts);

/// Rows the rating on the first side, columns on the other, in trials.
std::string from_to_table(const tally::Migration& pairs, const std::string& caption);

/// "+1.2 ± 0.1": a change with its error in the words of what it rests on; `digits` after the point.
std::string change_with_error(const analyse::Change& change, double scale, int digits);

}  // namespace uor::report::page
