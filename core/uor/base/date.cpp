#include "core/uor/base/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <optional>
#include <vector>

#include "core/uor/base/written.hpp"

namespace uor {

namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

/// One part of a date: a number with its digits, or a month in words.
struct Part {
  int number = 0;
  std::size_t digits = 0;
  bool is_month = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "jun", "june" and "sept".
std::optional<int> month_named(std::string_view word) {
  constexpr std::size_t shortest = 3;
  if (word.size() < shortest) return {};
  const auto at =
      std::find_if(months.begin(), months.end(), [&](std::string_view name) { return name.starts_with(word); });
  if (at == months.end()) return {};
  return static_cast<int>(at - months.begin()) + 1;
}

/// The parts between separators; nothing when a part is neither a number nor a month.
std::optional<std::vector<Part>> parts_of(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" /.,", at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    Part part;
    part.digits = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
    const std::string_view rest = word.substr(part.digits);
    const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    if (part.digits > 0 && part.digits <= 5 && (rest.empty() || ordinal)) {
      std::from_chars(word.data(), word.data() + part.digits, part.number);
    } else if (const auto month = month_named(word)) {
      part = {*month, 0, true};
    } else {
      return {};
    }
    parts.push_back(part);
  }
  return parts;
}

/// Days since 1970-01-01 as a day of the calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
Date day_after_epoch(int days) {
  const int shifted = days + 719468;
  const int era = shifted / 146097, of_era = shifted % 146097;
  const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, of_year - (153 * shifted_month + 2) / 5 + 1};
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[static_cast<std::size_t>(month) - 1] + (leap && month == 2 ? 1 : 0);
}

/// Midnight, as spreadsheets and databases write it after a date.
std::string_view without_midnight(std::string_view text) {
  for (const std::string_view midnight : {"t00:00:00z", "t00:00:00", " 00:00:00", "t00:00", " 00:00"})
    if (text.ends_with(midnight)) return trimmed(text.substr(0, text.size() - midnight.size()));
  return text;
}

/// Which part is which, as far as their form tells; nothing when it does not.
std::optional<Date> arranged(const std::vector<Part>& p) {
  const auto year = [&](std::size_t i) { return p[i].digits == 4 && !p[i].is_month; };
  const auto small = [&](std::size_t i) { return p[i].digits <= 2 && !p[i].is_month; };
  const auto month = [&](std::size_t i) { return p[i].is_month || small(i); };
  if (p.size() == 1 && year(0)) return Date{p[0].number, 0, 0};
  if (p.size() == 2 && year(0) && month(1)) return Date{p[0].number, p[1].number, 0};
  if (p.size() == 2 && month(0) && year(1)) return Date{p[1].number, p[0].number, 0};
  if (p.size() != 3) return {};
  if (year(0) && month(1) && small(2)) return Date{p[0].number, p[1].number, p[2].number};
  if (small(0) && month(1) && year(2)) return Date{p[2].number, p[1].number, p[0].number};
  if (p[0].is_month && small(1) && year(2)) return Date{p[2].number, p[0].number, p[1].number};
  return {};
}

/// 43277; spreadsheets count 1 January 1900 as day 1 and a 29 February 1900 that never was.
std::optional<Date> counted_day(const std::vector<Part>& parts) {
  constexpr std::size_t digits = 5;
  constexpr int epoch = 25569;  // 1970-01-01
  if (parts.size() != 1 || parts[0].digits != digits || parts[0].is_month) return {};
  return day_after_epoch(parts[0].number - epoch);
}

std::string problem_of(const Date& date, bool given_month, bool given_day) {
  if (date.year < earliest_year || date.year > latest_year)
    return "the year " + std::to_string(date.year) + " is not from " + std::to_string(earliest_year) + " to " +
           std::to_string(latest_year);
  if (given_month && (date.month < 1 || date.month > 12))
    return "there is no month " + std::to_string(date.month) + "; days stand before months";
  if (given_day && (date.day < 1 || date.day > days_in(date.year, date.month)))
    return "there is no day " + std::to_string(date.day) + " in that month";
  return {};
}

}  // namespace

std::strong_ordering Date::operator<=>(const Date& other) const {
  const std::array<int, 3> mine = {year, first_month(), first_day()};
  const std::array<int, 3> its = {other.year, other.first_month(), other.first_day()};
  return mine <=> its;
}

Date read_date(std::string_view text, const std::string& subject, const Where& where, const char* forms) {
  const std::string word = plain_word(text);  // dashes are spaces now
  if (word.empty()) throw Error(where, subject + " is blank (a date is needed), " + forms);
  const auto refuse = [&](const std::string& why) {
    return Error(where, subject + " is '" + visible(text) + "' (" + why + "), " + forms);
  };
  if (has_dash_at_an_end(text)) throw refuse("a dash before or after it");
  const auto parts = parts_of(without_midnight(word));
  if (!parts || parts->empty()) throw refuse("not a date");
  auto date = counted_day(*parts);
  if (!date) date = arranged(*parts);
  if (!date) {
    const bool after_month = parts->size() == 2 && parts->front().is_month;
    const bool short_year = (parts->size() == 3 || after_month) && !parts->back().is_month && parts->back().digits <= 2;
    throw refuse(short_year ? "the year needs four digits" : "not a date");
  }
  const bool whole = parts->size() == 3 || (parts->size() == 1 && parts->front().digits == 5);
  const std::string problem = problem_of(*date, whole || parts->size() == 2, whole);
  if (!problem.empty()) throw refuse(problem);
  return *date;
}

bool can_be_same_day(const Date& a, const Date& b) {
  const auto agree = [](int one, int other) { return one == other || one == 0 || other == 0; };
  return a.year == b.year && agree(a.month, b.month) && agree(a.day, b.day);
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::string to_string(const Date& date) {
  const auto two = [](int number) { return std::string(number < 10 ? "-0" : "-") + std::to_string(number); };
  std::string text = std::to_string(date.year);
  if (date.month > 0) text += two(date.month);
  if (date.day > 0) text += two(date.day);
  return text;
}

}  // namespace uor
