#include "core/uor/policy/due.hpp"

#include <chrono>
#include <cstdlib>

namespace uor::policy {

Date due(const ProcessStep& step, const Date& visit) {
  using namespace std::chrono;
  year_month_day day{year{visit.year}, month{static_cast<unsigned>(visit.month)},
                     std::chrono::day{static_cast<unsigned>(visit.day)}};
  day += months{step.months};
  if (!day.ok()) day = day.year() / day.month() / last;
  const year_month_day then{sys_days{day} + days{step.days}};
  return {static_cast<int>(then.year()), static_cast<int>(static_cast<unsigned>(then.month())),
          static_cast<int>(static_cast<unsigned>(then.day()))};
}

std::string lead_words(const ProcessStep& step) {
  const auto counted = [](int number, const char* what) {
    const int count = std::abs(number);
    return number == 0 ? std::string() : std::to_string(count) + " " + what + (count == 1 ? "" : "s");
  };
  const std::string months = counted(step.months, "month"), days = counted(step.days, "day");
  if (months.empty() && days.empty()) return "on the day";
  const bool before = step.months < 0 || (step.months == 0 && step.days < 0);
  return months + (months.empty() || days.empty() ? "" : " and ") + days + (before ? " before" : " after");
}

}  // namespace uor::policy
