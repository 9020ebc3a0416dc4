#include "core/uor/host/row.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/uor/base/error.hpp"

namespace uor::host {

namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_id_part(char c) { return is_letter_or_digit(c) || c == '_' || c == '.' || c == '-'; }

}  // namespace

std::string_view reserved_prefix(std::string_view id) {
  constexpr std::array<std::string_view, 8> prefixes = {
      "trust.", "published.", "published_year_ago.", "benchmark.", "profile.", "rating.", "limiter.", "quality."};
  const auto found =
      std::find_if(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) { return id.starts_with(prefix); });
  return found == prefixes.end() ? std::string_view() : *found;
}

bool is_id(std::string_view text) {
  return !text.empty() && is_letter_or_digit(text.front()) && std::all_of(text.begin(), text.end(), is_id_part);
}

Row Row::of(const std::string& file, const std::string& table, const char* id, std::size_t position) {
  return {file, id == nullptr ? table + ' ' + std::to_string(position + 1) : table + " '" + id + "'"};
}

void Row::refuse(const std::string& problem) const { throw Error({file_, 0, 0}, name_ + ' ' + problem); }

void Row::require(bool holds, const std::string& problem) const {
  if (!holds) refuse(problem);
}

std::string Row::text(const char* value, const std::string& field) const {
  require(value != nullptr && *value != '\0', "has no " + field + ", give one");
  return value;
}

std::string Row::id(const char* value, const std::string& field) const {
  std::string result = text(value, field);
  require(is_id(result), "has the " + field + " '" + result +
                             "' (allowed are letters, digits and '_', '.', '-', beginning with a letter or digit)");
  return result;
}

std::string Row::optional_id(const char* value, const std::string& field) const {
  return value == nullptr ? "" : id(value, field);
}

double Row::finite(double value, const std::string& field) const {
  require(std::isfinite(value), "has a " + field + " that is not finite, give a number");
  return value;
}

void Row::require_range(double lower, double upper, const std::string& lower_field,
                        const std::string& upper_field) const {
  require(!std::isnan(lower), "has a " + lower_field + " that is not a number, give one (or minus infinity)");
  require(!std::isnan(upper), "has an " + upper_field + " that is not a number, give one (or infinity)");
  require(lower <= upper, "has " + lower_field + " " + std::to_string(lower) + " above " + upper_field + " " +
                              std::to_string(upper) + ", exchange them");
}

bool Row::flag(std::int32_t value, const std::string& field) const {
  require(value == 0 || value == 1, "has " + field + " " + std::to_string(value) + ", must be 0 or 1");
  return value == 1;
}

void Row::require_table(const void* table, std::size_t count, const std::string& field) const {
  require(table != nullptr || count == 0,
          "has " + std::to_string(count) + ' ' + field + " but a null pointer to them, set the table");
}

}  // namespace uor::host
