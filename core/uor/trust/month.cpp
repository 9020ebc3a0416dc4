#include "core/uor/trust/month.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <vector>

#include "core/uor/trust/csv.hpp"

namespace uor::trust {

namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::optional<int> whole(std::string_view text) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) {
           return std::tolower(x) == std::tolower(y);
         });
}

/// A month by its name or the first three letters of it.
std::optional<int> named(std::string_view text) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (same_letters(text, months[i]) || same_letters(text, months[i].substr(0, 3))) return static_cast<int>(i) + 1;
  }
  return {};
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts(1);
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '-' && text[i] != '/' && text[i] != ' ') continue;
    parts.back() = text.substr(start, i - start);
    start = i + 1;
    if (i < text.size()) parts.emplace_back();
  }
  return parts;
}

bool is_day(int day, int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= days[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
}

}  // namespace

std::string read_month(std::string_view text, const std::string& subject, const Where& where) {
  std::vector<std::string_view> parts = parts_of(trimmed(text));
  const bool year_first = parts[0].size() == 4;
  if (!year_first) std::reverse(parts.begin(), parts.end());
  const int year = parts[0].size() == 4 ? whole(parts[0]).value_or(0) : 0;
  int month = 0;
  if (parts.size() == 2 || parts.size() == 3) month = whole(parts[1]).value_or(named(parts[1]).value_or(0));
  const bool real = year >= 1990 && year <= 2100 && month >= 1 && month <= 12 &&
                    (parts.size() == 2 || is_day(whole(parts[2]).value_or(0), year, month));
  if (!real) {
    throw Error(where, "the month of " + subject + " is '" + std::string(text) +
                           "' (no month), write year and month such as 2018-11");
  }
  const std::string digits = std::to_string(month);
  return std::to_string(year) + (digits.size() == 1 ? "-0" : "-") + digits;
}

void check_takes_month(const Field& field, const Where& where) {
  if (field.group == "metric") return;
  throw Error(where, "a month is given for " + field.id +
                         " (only a metric is published late, so that a fresher figure can count), delete the month");
}

std::string date_in_words(const std::string& date) {
  const auto part = [&](std::size_t from, std::size_t count) {
    return date.size() < from + count ? std::nullopt : whole(std::string_view(date).substr(from, count));
  };
  const std::optional<int> month = part(5, 2), day = part(8, 2);
  if (!month || *month < 1 || *month > 12) return date;
  const std::string words = std::string(months[static_cast<std::size_t>(*month - 1)]) + " " + date.substr(0, 4);
  return day ? std::to_string(*day) + " " + words : words;
}

}  // namespace uor::trust
