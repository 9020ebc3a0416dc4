#include "core/uor/report/money.hpp"

#include <algorithm>

namespace uor::report {

namespace {

constexpr std::size_t months_a_quarter = 3;

Quarter quarter_of(const View& view, const std::string& fund, std::size_t first, const Line& since_april) {
  Quarter quarter{first, std::min(first + months_a_quarter, view.months()) - 1, {}, {}};
  for (std::size_t side = 0; side < view.sides(); ++side) {
    quarter.earned_gbp_m.push_back(mean_sum(view, fund, side, quarter.first_month, quarter.last_month));
    quarter.earned_since_april.push_back(since_april.sides[side][quarter.last_month]);
  }
  return quarter;
}

std::vector<Quarter> fund_of(const View& view, const policy::Shown& rows) {
  const auto since_april = line_of(view, rows.role("fund_since_april"));
  const std::string fund = rows.role("fund");
  std::vector<Quarter> quarters;
  if (!since_april || !view.find(fund)) return quarters;
  for (std::size_t first = 0; first < view.months(); first += months_a_quarter)
    quarters.push_back(quarter_of(view, fund, first, *since_april));
  return quarters;
}

std::vector<Line> lines_in(const View& view, const policy::Shown& rows, const std::string& part) {
  std::vector<std::string> ids;
  for (const policy::MonthLine& row : rows.month_lines)
    if (row.part == part) ids.push_back(row.quantity);
  return lines_of(view, ids);
}

}  // namespace

Money money_of(const View& view, const policy::Shown& rows) {
  Money money;
  money.statements = lines_in(view, rows, "statement");
  money.fund = fund_of(view, rows);
  money.fund_terms = lines_in(view, rows, "fund");
  money.support = lines_in(view, rows, "support");
  money.control_total_met = rows.role("control_total_met");
  for (const policy::MonthLine& row : rows.month_lines) {
    if (row.on_page) money.on_page.push_back(row.quantity);
    if (row.in_workbook) money.in_workbook.push_back(row.quantity);
  }
  return money;
}

Json json_of(const Quarter& quarter) {
  return {{"first_month", quarter.first_month + 1},
          {"last_month", quarter.last_month + 1},
          {"earned", quarter.earned_gbp_m},
          {"earned_since_april", json_list(quarter.earned_since_april)}};
}

Json json_of(const Money& money) {
  return {{"statements", json_list(money.statements)},
          {"fund_by_quarter", json_list(money.fund)},
          {"fund_terms", json_list(money.fund_terms)},
          {"support", json_list(money.support)}};
}

}  // namespace uor::report
