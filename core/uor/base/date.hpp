// Dates as files hold them: one reader, so that the same text is the same day wherever it stands.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/uor/base/error.hpp"

namespace uor {

/// A day, or the month or year of which nothing finer is known. Compared by its first day: what was known then was
/// known.
struct Date {
  int year = 0;
  int month = 0;  // 1 to 12; 0 where only the year is known
  int day = 0;    // 1 to 31; 0 where only the month is known

  int first_month() const { return month == 0 ? 1 : month; }
  int first_day() const { return day == 0 ? 1 : day; }
  std::strong_ordering operator<=>(const Date& other) const;
  bool operator==(const Date& other) const { return (*this <=> other) == 0; }
};

inline constexpr int earliest_year = 1990, latest_year = 2099;
inline constexpr const char* date_forms = "write it as 2018-06-26, 2018-06, 2018 or 26/06/2018";

/// Reads 2018-06-26, 2018-06 and 2018; 26/06/2018, also with points, dashes or spaces and with the month in words
/// ("26 June 2018", "June 2018"), day first as in the United Kingdom; 43277 as spreadsheets count days. Midnight may
/// follow. Error, naming `subject` and the `forms` that help, for what is blank, no day of the calendar, of another
/// order or of another century.
Date read_date(std::string_view text, const std::string& subject, const Where& where, const char* forms = date_forms);

/// Whether what is known of both leaves them to be one day: a month is any day of it.
bool can_be_same_day(const Date& a, const Date& b);

/// The day by this machine's clock.
Date today();

/// "2018-06-26", "2018-06" or "2018": as much as is known.
std::string to_string(const Date& date);

}  // namespace uor
