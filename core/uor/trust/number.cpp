#include "core/uor/trust/number.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "core/uor/base/written.hpp"

namespace uor::trust {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take_front(std::string_view& text, std::string_view part) {
  if (text.substr(0, part.size()) != part) return false;
  text = trimmed(text.substr(part.size()));
  return true;
}

bool take_back(std::string_view& text, std::string_view part) {
  if (text.size() < part.size() || text.substr(text.size() - part.size()) != part) return false;
  text = trimmed(text.substr(0, text.size() - part.size()));
  return true;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

bool is_unknown(std::string_view text) {
  const std::string lower = lower_case(text);
  return lower.empty() || lower == "n/a" || lower == "na" || lower == "-";
}

/// The characters of a number as a keyboard has them: dashes of any length as '-', full-width forms as plain ones,
/// spaces of any width as ' '.
std::string plain_characters(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const char32_t code = character.code;
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE58 || code == 0xFE63) {
      plain += '-';
    } else if (code >= 0xFF01 && code <= 0xFF5E) {
      plain += static_cast<char>(code - 0xFEE0);
    } else if (code == 0xFFE1) {
      append_character(plain, 0xA3);  // the pound sign
    } else if (is_blank(code)) {
      plain += ' ';
    } else {
      plain += text.substr(i, character.bytes);
    }
    i += character.bytes;
  }
  return plain;
}

/// Removes separators from 1,234,567.8 or 1 234 567.8; nothing when the groups are not of three digits, or the first
/// begins with 0: who writes 0,045 means the decimal comma.
std::optional<std::string> without_separators(std::string_view text) {
  const std::size_t whole = std::min(text.find('.'), text.size());
  const std::size_t first_separator = text.find_first_of(", ");
  if (first_separator == std::string_view::npos) return std::string(text);
  const char separator = text[first_separator];
  std::string plain;
  if (text.front() == '0') return {};
  std::size_t group = 0;
  bool first = true;
  for (std::size_t i = 0; i <= whole; ++i) {
    if (i < whole && is_digit(text[i])) {
      plain += text[i];
      ++group;
    } else if (i == whole || text[i] == separator) {
      if (group == 0 || group > 3 || (!first && group != 3)) return {};
      first = false;
      group = 0;
    } else {
      return {};
    }
  }
  return plain + std::string(text.substr(whole));
}

/// Why the digits of a number cannot be read, and a fix.
std::string reason(std::string_view digits, const std::string& unit) {
  const std::string lower = lower_case(digits);
  if (const auto hidden = hidden_character(digits)) {
    return "(it holds the character " + name_of_character(*hidden) + ", which cannot be seen), type it again";
  }
  if (lower == "nan" || lower.substr(0, 3) == "inf") return "(not a finite number), leave it blank when it is unknown";
  if (digits.find(',') != std::string_view::npos) {
    return "(misplaced comma), separate groups of three digits and write decimals with a point";
  }
  if (!digits.empty() && is_digit(digits.front()) && std::isalpha(static_cast<unsigned char>(digits.back()))) {
    return "(a number with a letter), write it in full in the unit of the field";
  }
  return "(not a number), write a number" + (unit.empty() ? "" : " (in " + unit + ")") +
         ", or leave it blank when it is unknown";
}

std::optional<double> read_digits(std::string_view digits) {
  const auto plain = without_separators(digits);
  if (!plain || plain->empty() || !(is_digit(plain->front()) || plain->front() == '.')) return {};
  double value = 0;
  const char* last = plain->data() + plain->size();
  const auto [end, failure] = std::from_chars(plain->data(), last, value);
  if (failure != std::errc() || end != last || !std::isfinite(value)) return {};
  return value;
}

/// A unit whose values are also words.
std::optional<double> read_word(std::string_view text, const Field& field) {
  if (field.unit == "yes=1") {
    const auto answer = yes_or_no(text);
    return answer ? std::optional<double>(*answer ? 1 : 0) : std::nullopt;
  }
  if (field.unit != "rating") return {};
  const auto rating = rating_named(text);
  return rating ? std::optional<double>(*rating) : std::nullopt;
}

/// What may be written in a field: for messages.
std::string unit_words(const Field& field) {
  if (field.unit == "yes=1") return "yes or no";
  return field.unit == "rating" ? "inadequate, requires improvement, good or outstanding" : field.unit;
}

/// 0.29 * 100 is 28.999999999999996: back to the decimal number that was meant.
double nearest_decimal(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::general, 12).ptr;
  double decimal = value;
  std::from_chars(text.begin(), end, decimal);
  return decimal;
}

/// Whether `value` is a whole multiple of the steps to which it would have been rounded.
bool is_rounded(double value, double half_width) {
  const double steps = value / (2.0 * half_width);
  return half_width > 0 && std::abs(steps - std::round(steps)) < 1e-6;
}

}  // namespace

std::optional<WrittenNumber> read_written_number(std::string_view text, const std::string& subject, const Where& where,
                                                 const std::string& unit) {
  const std::string plain = plain_characters(trimmed(text));
  std::string_view digits = trimmed(plain);
  if (is_unknown(digits)) return {};
  WrittenNumber number;
  number.percent_sign = take_back(digits, "%");
  bool negative = false;
  if (take_front(digits, "(")) {
    negative = take_back(digits, ")");
    if (!negative) {
      throw Error(where, subject + " is '" + visible(text) + "' (a bracket is not closed), write (1.5) or -1.5");
    }
    number.percent_sign = take_back(digits, "%") || number.percent_sign;
  }
  bool pound = take_front(digits, "£");
  if (!negative) negative = take_front(digits, "-");
  if (!negative) take_front(digits, "+");
  if (!pound) take_front(digits, "£");
  const auto value = read_digits(digits);
  if (!value) throw Error(where, subject + " is '" + visible(text) + "' " + reason(digits, unit));
  number.value = negative ? -*value : *value;
  return number;
}

std::optional<double> read_number(std::string_view text, const Field& field, const Where& where) {
  if (const auto word = read_word(trimmed(text), field)) return word;
  const auto number = read_written_number(text, field.id, where, unit_words(field));
  if (!number) return {};
  if (number->percent_sign && !is_percent(field)) {
    throw Error(where, field.id + " is '" + visible(text) + "' (a percent sign), write it in " + field.unit);
  }
  check_value(number->value, field, where, number->percent_sign);
  return number->value;
}

bool is_carried_over(std::string_view text, const Where& where) {
  const std::string word = plain_word(text);
  if (word == "carried over") return true;
  if (word == "as defined") return false;
  throw Error(where, "the basis is '" + visible(text) + "', write \"carried over\" or \"as defined\"");
}

std::optional<Reported> read_source_number(std::string_view text, const Field& field, const Where& where) {
  const auto number = read_written_number(text, "column '" + field.csv_column + "'", where);
  if (!number) return {};
  if (number->percent_sign) {
    const auto value = read_number(text, field, where);
    return Reported{*value, 0.0, where};
  }
  const double value = nearest_decimal(number->value * field.scale);
  const bool inside_unscaled = number->value >= field.lower && number->value <= field.upper;
  if (field.scale == 100 && value > field.upper && inside_unscaled) {
    throw Error(where, "column '" + field.csv_column + "' is " + std::string(trimmed(text)) +
                           " (this column holds fractions), write the fraction or add a percent sign");
  }
  check_value(value, field, where, field.scale != 1);
  return Reported{value, is_rounded(value, field.rounding) ? field.rounding : 0.0, where};
}

}  // namespace uor::trust
