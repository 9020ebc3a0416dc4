#include "cli/text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdio>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/tally/stop_rule.hpp"

namespace uor::cli {

namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string with_commas(std::string digits) {
  const std::size_t start = digits.find_first_of("0123456789");
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > start + 3;) digits.insert(at -= 3, ",");
  return digits;
}

int decimals_for(double magnitude) {
  if (magnitude >= 100) return 0;
  if (magnitude >= 10) return 1;
  return magnitude >= 1 ? 2 : 3;
}

}  // namespace

std::size_t visible_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      while (i < text.size() && text[i] != 'm') ++i;
    } else if (!continues_character(text[i])) {
      ++width;
    }
  }
  return width;
}

std::string shorten(std::string_view text, std::size_t width) {
  if (visible_width(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t columns = 0; columns + 3 < width; ++columns) {
    ++end;
    while (end < text.size() && continues_character(text[end])) ++end;
  }
  return std::string(text.substr(0, end)) + "...";
}

Lines wrap(std::string_view first, std::string_view text, std::size_t indent) {
  Lines lines;
  std::string line(first);
  std::size_t width = visible_width(first);
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!fresh && width + 1 + visible_width(word) > screen_width) {
      lines.push_back(line);
      line = std::string(indent, ' ');
      width = indent;
      fresh = true;
    }
    if (!fresh) line += ' ';
    line += word;
    width += visible_width(word) + (fresh ? 0 : 1);
    fresh = false;
  }
  lines.push_back(line);
  return lines;
}

std::string grouped(std::uint64_t number) { return with_commas(std::to_string(number)); }

std::string counted(std::uint64_t number, std::string_view what) {
  return fmt::format("{} {}{}", grouped(number), what, number == 1 ? "" : "s");
}

std::string figure(double value) {
  if (!std::isfinite(value)) return "unknown";
  if (std::abs(value) < 5e-7) return "0";
  if (std::abs(value) < 0.01)  // two digits, never as a power of ten
    return fmt::format("{:.{}f}", value, 1 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
  return with_commas(fmt::format("{:.{}f}", value, decimals_for(std::abs(value))));
}

namespace {

bool shows_nought(const std::string& text) { return text.find_first_of("123456789") == std::string::npos; }

}  // namespace

std::string signed_figure(double value) {
  const std::string text = figure(value);
  return (value > 0 && text != "0" ? "+" : "") + text;
}

std::string signed_decimals(double value, int decimals) {
  const std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  if (shows_nought(text)) return text;
  return (value < 0 ? "-" : "+") + text;
}

std::string change_text(double change, double standard_error) {
  if (figure(change) == "0" && figure(standard_error) == "0") return "no change";
  return signed_figure(change) + " ±" + figure(standard_error);
}

std::string change_text(double change, double standard_error, int decimals) {
  if (analyse::shows_no_change(change, standard_error, decimals)) return "no change";
  return signed_decimals(change, decimals) + " ±" + analyse::error_figure(standard_error, decimals);
}

std::string percent(double share, std::uint64_t trials) {
  return fmt::format("{:.{}f}", 100 * share, trials < 50000 ? 1 : 2);
}

std::string counted_percent(double share, std::uint64_t trials) {
  if (share > 0 || trials == 0) return percent(share, trials);
  const double most = 100 * tally::wilson_most_of_none(static_cast<double>(trials));
  const double digit = std::pow(10, std::floor(std::log10(most)));
  return fmt::format("<{:g}", std::ceil(most / digit) * digit);
}

std::string percent_error(double standard_error, std::uint64_t trials) {
  return analyse::error_figure(100 * standard_error, trials < 50000 ? 1 : 2, trials, 100);
}

std::string bytes(double count) {
  constexpr std::array<const char*, 5> units = {"bytes", "KB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  for (; count >= 1000 && unit + 1 < units.size(); ++unit) count /= 1000;
  return fmt::format("{:.{}f} {}", count, unit == 0 ? 0 : 1, units[unit]);
}

std::string duration(double seconds) {
  if (seconds < 10) return fmt::format("{:.1f} s", seconds);
  if (seconds < 60) return fmt::format("{:.0f} s", seconds);
  const auto whole = static_cast<std::uint64_t>(std::lround(seconds));
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

std::string csv_text(std::string_view text) {
  constexpr std::string_view formula_starts = "=+-@\t\r\n";
  std::string out = "\"";
  if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

void print(const Lines& lines) {
  for (const std::string& line : lines) fmt::print("{}\n", line);
}

void print_block(const Lines& lines) {
  if (lines.empty()) return;
  print(lines);
  fmt::print("\n");
}

}  // namespace uor::cli
