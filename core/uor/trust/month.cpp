#include "core/uor/trust/month.hpp"

#include <charconv>
#include <optional>

#include "core/uor/base/date.hpp"
#include "core/uor/base/month_names.hpp"

namespace uor::trust {

namespace {

std::optional<int> whole(std::string_view text) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

/// Of a month that counts from January, as dates have it.
const char* name_of(int month) {
  constexpr int from_april = 8;
  return month_names[static_cast<std::size_t>(month + from_april) % month_names.size()];
}

}  // namespace

std::string read_month(std::string_view text, const std::string& subject, const Where& where) {
  const Date date = read_date(text, "the month of " + subject, where, "write year and month such as 2018-11");
  if (date.month == 0)
    throw Error(where, "the month of " + subject + " is '" + std::string(text) +
                           "' (a year alone), write year and month such as 2018-11");
  return to_string(Date{date.year, date.month, 0});
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
  const std::string words = std::string(name_of(*month)) + " " + date.substr(0, 4);
  return day ? std::to_string(*day) + " " + words : words;
}

}  // namespace uor::trust
