// The statements and what surrounds them: income, costs, cash and savings by month, sustainability funding by quarter,
// interim support.
#pragma once

#include <string>
#include <vector>

#include "core/uor/policy/shown.hpp"
#include "core/uor/report/line.hpp"

namespace uor::report {

/// One quarter of the simulated months: mean over trials of the funding earned in it, by side, GBP m.
struct Quarter {
  std::size_t first_month = 0, last_month = 0;  // indices
  std::vector<double> earned_gbp_m;             // [side]
  std::vector<Band> earned_since_april;         // [side], at the quarter's last month
};

struct Money {
  std::vector<Line> statements;                   // income, pay, non-pay, surplus, cash, savings, and what they rest on
  std::vector<Quarter> fund;                      // empty when the run did not summarise it
  std::vector<Line> fund_terms;                   // control total met (share of trials), how far short of it
  std::vector<Line> support;                      // drawn by month, owed, percent of operating expenses
  std::string control_total_met;                  // id of the line of fund_terms that says so
  std::vector<std::string> on_page, in_workbook;  // ids of lines that are drawn there
};

Money money_of(const View& view, const policy::Shown& rows);

Json json_of(const Quarter& quarter);
Json json_of(const Money& money);

}  // namespace uor::report
