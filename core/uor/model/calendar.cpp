#include "core/uor/model/calendar.hpp"

#include <fmt/format.h>

#include "core/uor/base/error.hpp"
#include "core/uor/base/month_names.hpp"

namespace uor::model {

namespace {

/// The calendar year in which a policy year begins.
int start_of(const std::string& policy_year) {
  int start = 0;
  if (policy_year.size() != 7 || policy_year[4] != '/' ||
      (start = std::atoi(policy_year.substr(0, 4).c_str())) < 1990) {
    throw Error("policy year '" + policy_year + "' is not of the form 2018/19");
  }
  return start;
}

}  // namespace

std::string month_label(const std::string& first_year, int month) {
  constexpr int december = 9, a_year = 12;
  const int of_year = month_of_year(month), year = start_of(first_year) + (month - of_year) / a_year;
  return fmt::format("{} {}", month_names[static_cast<std::size_t>(of_year - 1)], year + (of_year > december ? 1 : 0));
}

std::string dated_year(const trust::Trust& trust, const std::string& default_year) {
  if (!trust.policy_year.empty()) return trust.policy_year;
  return trust.figures_year.empty() ? default_year : policy_year_label(trust.figures_year, 2);
}

std::string policy_year_label(const std::string& first_year, int year) {
  const int from = start_of(first_year) + year - 1;
  return fmt::format("{}/{:02}", from, (from + 1) % 100);
}

}  // namespace uor::model
