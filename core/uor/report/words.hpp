// How figures, units, months and ratings are said wherever a report is read: rounded for a reader, in plain words.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/uor/analyse/probability.hpp"

namespace uor::report {

/// "1,234", "56.7", "2.31", "0.045": three significant digits or so, thousands apart, a true minus sign; "not known"
/// when not finite.
std::string figure(double value);

/// figure() with a sign: "+1.2".
std::string signed_figure(double value);

/// "+1.2 ± 0.045"; "no change" where neither the change nor its error shows a digit other than nought.
std::string figure_with_error(double change, double standard_error);

/// "+1.25" with as many decimals and a true minus sign; without a sign where it shows nothing but nought.
std::string plain_signed_decimals(double value, int decimals);

/// Digits with their unit, in spaces that break: "£1,329", "7.4 %", "38 days".
std::string in_unit(const std::string& digits, const std::string& unit);

/// A figure with its unit as it is read aloud: "£1,329", "7.4 %", "-38 days", "£6.1m".
std::string with_unit(double value, const std::string& unit);

/// A change with its sign: "+£51.6"; of a percentage in points: "−1.2 percentage points".
std::string change_with_unit(double change, const std::string& unit);

/// The unit beside a column of figures: "£m" for "GBP m", "£" for "GBP", "%" for "percent".
std::string unit_name(const std::string& unit);

/// A share of trials in per cent, with a space that does not break: "43 %"; "under 1 %" and "over 99 %" near the ends,
/// "0 %" and "100 %" only when it is so.
std::string percent(double share);

/// "43.1 % ± 0.3": a share with its standard error, to the tenth.
std::string percent_with_error(const analyse::Estimate& share);

/// "+4.2 ± 0.1": a change of a share in percentage points.
std::string points_with_error(const analyse::Estimate& change);

/// "+0.061 ± 0.002": a change of the mean rating; what rounds to nought has no sign.
std::string rating_change_with_error(const analyse::Estimate& change);

/// " *" at a change that is within two of its own standard errors, for tables under which mark_in_words stands.
std::string mark(const analyse::Estimate& change);
extern const char* const mark_in_words;

inline constexpr std::array<const char*, 4> rating_names = {"Inadequate", "Requires improvement", "Good",
                                                            "Outstanding"};
/// That of 1..4, or of the policy's id.
std::string rating_name(int grade);
std::string rating_name(const std::string& id);

/// "Apr" of month 1 (from 1); with a year number from month 13 on: "Apr, year 2".
std::string month_name(std::size_t month);

/// "M1 Apr", "M13 Apr (year 2)": of an index from 0, where columns are told apart by number.
std::string numbered_month(std::size_t index);

/// A sentence or a figure with a true minus sign in place of each hyphen that stands for one: before a digit or "£", at
/// the start or behind a space or bracket.
std::string true_minus(std::string_view text);

/// Thousands apart.
std::string grouped(std::uint64_t number);

/// With the first letter upper-case, or lower-case.
std::string capital(std::string text);
std::string lower(std::string text);

}  // namespace uor::report
