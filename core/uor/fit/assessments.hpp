// Published ratings: which trust was rated what, and when.
#pragma once

#include <string>
#include <vector>

#include "core/uor/base/error.hpp"

namespace uor::fit {

/// One published use-of-resources rating.
struct Assessment {
  std::string code;
  std::string date;  // as written: "2018-06-26", "2019-05" or "2018"
  int grade = 0;     // 0 inadequate .. 3 outstanding
  Where where;
};

struct Assessments {
  std::vector<Assessment> rated;
  std::vector<std::string> unrated;  // codes of reports without a rating
  std::string path, text;
};

/// A CSV with at least the columns ods_code and uor_rating (report_date is used when there), in any order, with any
/// other columns, with or without a byte-order mark. Error with file, line and value for a missing column or an unknown
/// rating.
Assessments read_assessments(const std::string& path);

}  // namespace uor::fit
