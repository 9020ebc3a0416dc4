// Published ratings: which trust was rated what, and when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/date.hpp"
#include "core/uor/base/error.hpp"

namespace uor::fit {

/// One published use-of-resources rating.
struct Assessment {
  std::string code;
  std::optional<Date> date;  // of the report
  int grade = 0;             // 0 inadequate .. 3 outstanding
  Where where, date_where;
};

/// "2018-06-26", "2019-05", "2018", or empty where it is unknown.
std::string date_words(const Assessment& assessment);

struct Assessments {
  std::vector<Assessment> rated;
  std::vector<std::string> unrated;  // codes of reports without a rating
  std::vector<std::string> notes;    // what was passed over, and why
  std::string path, text;
};

/// A CSV with at least the columns ods_code and uor_rating (report_date is used when there), in any order, with any
/// other columns, with or without a byte-order mark; codes in small letters are those in capitals. Reports of one trust
/// whose dates can be the same day are one report: it counts once, by the date of which more is known, and is noted.
/// Error with file, line and value for a missing column, an unknown rating, what is no date (read_date) or later than
/// `today`, and for one trust with two ratings of one date.
Assessments read_assessments(const std::string& path, const Date& today = uor::today());

/// The date of each rating that has none is asked for: Error for the first of them, naming why it is `needed`.
void require_dates(const Assessments& assessments, const std::string& needed);

}  // namespace uor::fit
