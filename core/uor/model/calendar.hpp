// Months of a run: 1 is April of year 1; 0 and below are last year's.
#pragma once

#include <array>
#include <string>

#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// 1 (April) .. 12 (March), also for months before the run.
constexpr int month_of_year(int month) { return ((month - 1) % 12 + 12) % 12 + 1; }

/// 1 for months 1..12, 2 for 13..24, ...
constexpr int year_of(int month) { return (month - 1) / 12 + 1; }

/// Days of a month of year, April first; February has 28.
constexpr int days_in(int month_of_year_) {
  constexpr std::array<int, 12> days = {30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31};
  return days[static_cast<std::size_t>(month_of_year_ - 1)];
}

/// "2018/19" and 12 -> "March 2019", month 0 -> "March 2018". The label must have that form.
std::string month_label(const std::string& first_year, int month);

/// "2018/19" and 2 -> "2019/20". The label must have that form.
std::string policy_year_label(const std::string& first_year, int year);

/// The year whose April is month 1, by which dates are said: the trust's policy year, else the year after that of its
/// newest figures, else `default_year`. Which year's rules hold is another matter.
std::string dated_year(const trust::Trust& trust, const std::string& default_year);

}  // namespace uor::model
