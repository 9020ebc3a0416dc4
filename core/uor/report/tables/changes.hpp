// What changed from one side to another: of the scenarios of one run, and of two runs.
#pragma once

#include "core/uor/report/changes.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// One trust from one side to another, under the names that the report gives them.
struct ChangesPart {
  const Changes& changes;
  std::string from, to;
};

/// Change of each rating's odds and of the expected rating, a row a part.
Table changed_odds(const std::vector<ChangesPart>& parts);

// Of one part, what moved most first.
Table changed_ratings(const ChangesPart& part);
Table changed_kloes(const ChangesPart& part);
Table changed_metrics(const ChangesPart& part);
Table changed_rules(const ChangesPart& part);  // limits and characteristics that hold in other trials

/// These four, those without rows left out.
std::vector<Table> tables_of_changes(const ChangesPart& part);

/// The metrics that move most, at most six.
Table movers(const Changes& changes);

/// All of these one under the other, a row a change, for programs.
Table all_changes(const std::string& trust, const ChangesPart& part);

}  // namespace uor::report::tables
