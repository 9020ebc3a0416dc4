#include "core/uor/run/calendar.hpp"

#include <fmt/format.h>

#include "core/uor/base/error.hpp"

namespace uor::run {

std::string policy_year_label(const std::string& first_year, int year) {
  int start = 0;
  if (first_year.size() != 7 || first_year[4] != '/' || (start = std::atoi(first_year.substr(0, 4).c_str())) < 1990) {
    throw Error("policy year '" + first_year + "' is not of the form 2018/19");
  }
  const int from = start + year - 1;
  return fmt::format("{}/{:02}", from, (from + 1) % 100);
}

}  // namespace uor::run
