// Figures and words for a screen of at most 100 columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace uor::cli {

inline constexpr std::size_t screen_width = 100;
inline constexpr std::size_t most_full_screens = 5;  // more trusts than this are shown as the sector

using Lines = std::vector<std::string>;

/// Columns that `text` (UTF-8, colours allowed) takes on a screen.
std::size_t visible_width(std::string_view text);

/// `text`, cut to `width` columns with "..." where it is longer. No colours in it.
std::string shorten(std::string_view text, std::size_t width);

/// Broken at spaces to at most screen_width columns; the first line starts with `first`, others with `indent` spaces.
Lines wrap(std::string_view first, std::string_view text, std::size_t indent);

/// 1234567 -> "1,234,567".
std::string grouped(std::uint64_t number);

/// "1 trial", "1,234 trials".
std::string counted(std::uint64_t number, std::string_view what);

/// A figure with the digits that its size deserves: 2,170  341  8.4  0.125.
std::string figure(double value);
std::string signed_figure(double value);

/// "+12.9 ±0.034" in the digits of figure(), or "+0.061 ±0.002" with as many decimals; "no change" where neither the
/// change nor its error shows a digit but nought. What rounds to nought has no sign.
std::string change_text(double change, double standard_error);
std::string change_text(double change, double standard_error, int decimals);

/// "+0.061"; without a sign where it rounds to nought.
std::string signed_decimals(double value, int decimals);

/// A share in percent: "12.3", with two decimals from 50,000 trials on.
std::string percent(double share, std::uint64_t trials);
/// The same of trials that were counted: where there are none, "<0.1" from the upper end of the 95 % Wilson interval.
std::string counted_percent(double share, std::uint64_t trials);
/// A standard error in percent with as many decimals, never "0.0": "<0.1" where it rounds to that.
std::string percent_error(double standard_error, std::uint64_t trials);

/// 1536 -> "1.5 KB", in powers of 1,000.
std::string bytes(double count);

/// 75 -> "1 min 15 s".
std::string duration(double seconds);

/// In double quotes, as RFC 4180 has it for comma-separated values.
std::string csv_text(std::string_view text);

void print(const Lines& lines);
/// The same and an empty line; nothing when there are none.
void print_block(const Lines& lines);

}  // namespace uor::cli
