// The months of a financial year by name: the one list of them.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace uor {

/// From April, with which a financial year begins.
inline constexpr std::array<const char*, 12> month_names = {"April",    "May",       "June",     "July",
                                                            "August",   "September", "October",  "November",
                                                            "December", "January",   "February", "March"};

/// Its first three letters: "Apr" of 0, the first month, and of 12.
inline std::string short_month_name(std::size_t index) {
  return std::string(month_names[index % month_names.size()]).substr(0, 3);
}

}  // namespace uor
