#include "core/uor/report/money.hpp"

#include <algorithm>

namespace uor::report {

namespace {

constexpr std::size_t months_a_quarter = 3;

Quarter quarter_of(const View& view, std::size_t first, const Line& since_april) {
  Quarter quarter{first, std::min(first + months_a_quarter, view.months()) - 1, {}, {}};
  for (std::size_t side = 0; side < view.sides(); ++side) {
    quarter.earned_gbp_m.push_back(
        mean_sum(view, "finance.sustainability", side, quarter.first_month, quarter.last_month));
    quarter.earned_since_april.push_back(since_april.sides[side][quarter.last_month]);
  }
  return quarter;
}

std::vector<Quarter> fund_of(const View& view) {
  const auto since_april = line_of(view, "finance.fund_earned");
  std::vector<Quarter> quarters;
  if (!since_april || !view.find("finance.sustainability")) return quarters;
  for (std::size_t first = 0; first < view.months(); first += months_a_quarter)
    quarters.push_back(quarter_of(view, first, *since_april));
  return quarters;
}

}  // namespace

Money money_of(const View& view) {
  Money money;
  money.statements =
      lines_of(view, {"finance.turnover", "people.pay", "corporate.nonpay", "finance.opex", "finance.depreciation",
                      "finance.interest", "finance.pdc_dividend", "finance.surplus_before_fund",
                      "finance.sustainability", "finance.surplus", "finance.cash", "finance.plan_savings",
                      "finance.savings_delivered", "finance.savings_recurrent", "people.agency_spend"});
  money.fund = fund_of(view);
  money.fund_terms = lines_of(view, {"finance.control_total_met", "finance.control_total_gap"});
  money.support = lines_of(view, {"finance.support_drawn", "finance.support", "finance.support_percent"});
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
