#include "core/uor/report/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/uor/base/decimals.hpp"
#include "core/uor/report/line.hpp"

namespace uor::report {

namespace {

constexpr std::size_t year = 12;
constexpr std::array<const char*, year> month_names = {"April",    "May",       "June",     "July",
                                                       "August",   "September", "October",  "November",
                                                       "December", "January",   "February", "March"};

struct RowOf {
  const char *id, *title;
  bool total;
  std::vector<std::pair<const char*, double>> parts;  // quantity and sign
};

const std::vector<RowOf>& rows() {
  static const std::vector<RowOf> all = {
      {"income", "Income before the fund", false, {{"finance.turnover", 1}}},
      {"pay", "Pay", false, {{"people.pay", -1}}},
      {"nonpay", "Non-pay", false, {{"corporate.nonpay", -1}}},
      {"ebitda",
       "Earnings before charges and the fund",
       true,
       {{"finance.turnover", 1}, {"people.pay", -1}, {"corporate.nonpay", -1}}},
      {"depreciation", "Depreciation", false, {{"finance.depreciation", -1}}},
      {"interest", "Interest with PFI", false, {{"finance.interest", -1}}},
      {"dividend", "Public dividend capital dividend", false, {{"finance.pdc_dividend", -1}}},
      {"before_fund", "Surplus before the fund", true, {{"finance.surplus_before_fund", 1}}},
      {"fund", "Sustainability funding", false, {{"finance.sustainability", 1}}},
      {"surplus", "Surplus", true, {{"finance.surplus", 1}}}};
  return all;
}

double reported(const TrustContext& about, const char* id) {
  if (!about.trust) return std::nan("");
  const auto found = about.trust->reported.find(id);
  return found == about.trust->reported.end() ? std::nan("") : found->second.value;
}

bool has_all_lines(const View& view) {
  return std::all_of(rows().begin(), rows().end(), [&](const RowOf& row) {
    return std::all_of(row.parts.begin(), row.parts.end(),
                       [&](const auto& part) { return view.find(part.first).has_value(); });
  });
}

double in_month(const View& view, const char* id, std::size_t side, std::size_t month) {
  return mean_sum(view, id, side, month, month);
}

StatementRow statement_row(const View& view, std::size_t side, const RowOf& row) {
  StatementRow made{row.id, row.title, row.total, {}, 0};
  for (std::size_t month = 0; month < std::min(year, view.months()); ++month) {
    double sum = 0;
    for (const auto& [id, sign] : row.parts) sum += sign * in_month(view, id, side, month);
    made.mean.push_back(sum);
    made.year_gbp_m += sum;
  }
  return made;
}

std::string step_of(const char* what, double from, double to) {
  const double percent = 100 * (to - from) / std::max(std::abs(from), 1e-9);
  return fmt::format("{} goes from {} to {} ({}, {} %)", what, decimals(from, 2), decimals(to, 2),
                     signed_decimals(to - from, 2), signed_decimals(percent, 1));
}

/// What makes the difference between the last closed month, an average of the accounts, and the first forecast one.
std::string step_words(const View& view, std::size_t side, std::size_t closed) {
  const auto change = [&](const char* id) {
    return in_month(view, id, side, closed) - in_month(view, id, side, closed - 1);
  };
  const auto from = [&](const char* id) { return in_month(view, id, side, closed - 1); };
  const double income = change("finance.turnover"), one_offs = change("finance.one_off_benefits");
  const double costs = change("people.pay") + change("corporate.nonpay");
  const double costs_from = from("people.pay") + from("corporate.nonpay");
  const double saved = from("finance.savings_delivered"), saved_after = saved + change("finance.savings_delivered");
  return fmt::format(
      "April to {} are the accounts, each month their average and the same in every trial; from {} on the model "
      "forecasts. £m a month: {}, of which one-off benefits {}, and growth, tariff and season on last year's "
      "income "
      "against what the accounts show {}. {}, with savings from {} to {}. The plan's own surplus changes "
      "by "
      "{} (its profile), sustainability funding by {}.",
      month_names[closed - 1], month_names[closed],
      step_of("Income", from("finance.turnover"), from("finance.turnover") + income), signed_decimals(one_offs, 2),
      signed_decimals(income - one_offs, 2), step_of("Pay and non-pay", costs_from, costs_from + costs),
      decimals(saved, 2), decimals(saved_after, 2), signed_decimals(change("finance.control_total"), 2),
      signed_decimals(change("finance.sustainability"), 2));
}

std::vector<BridgeStep> forecast_steps(const View& view, std::size_t side, double own) {
  const auto sum = [&](const char* id) { return mean_sum(view, id, side, 0, year - 1); };
  const double plan = sum("finance.control_total"), plan_fund = sum("finance.plan_fund");
  const double savings = sum("finance.savings_delivered") - sum("finance.plan_savings");
  const double one_offs = sum("finance.one_off_benefits"), surplus = sum("finance.surplus");
  const double fund = sum("finance.sustainability") - plan_fund;
  return {{"yours", "Your forecast of the year", true, own},
          {"plan", "Plan with sustainability funding, against your forecast", false, plan + plan_fund - own},
          {"savings", "Savings delivered above or below plan", false, savings},
          {"one_offs", "One-off benefits", false, one_offs},
          {"pressures", "Pressures and other income and costs against plan", false,
           surplus - plan - plan_fund - savings - one_offs - fund},
          {"fund", "Sustainability funding earned, against plan", false, fund},
          {"ours", "Our forecast of the year", true, surplus}};
}

}  // namespace

Statement statement_of(const View& view, const TrustContext& about) {
  Statement statement;
  if (!has_all_lines(view)) return statement;
  const double closed = reported(about, "last_closed_month");
  if (closed > 0) statement.closed_months = static_cast<std::size_t>(closed);
  for (std::size_t side = 0; side < view.sides(); ++side) {
    statement.sides.emplace_back();
    for (const RowOf& row : rows()) statement.sides.back().push_back(statement_row(view, side, row));
    const std::size_t months = statement.closed_months;
    const bool steps = months > 0 && months < std::min(year, view.months());
    statement.steps.push_back(steps ? step_words(view, side, months) : "");
  }
  return statement;
}

OwnForecast own_forecast_of(const View& view, const TrustContext& about) {
  OwnForecast forecast;
  const double own = reported(about, "forecast_surplus");
  if (std::isnan(own) || view.months() < year || !view.find("finance.plan_fund") || !view.find("finance.surplus"))
    return forecast;
  for (std::size_t side = 0; side < view.sides(); ++side) forecast.sides.push_back(forecast_steps(view, side, own));
  return forecast;
}

Json json_of(const StatementRow& row) {
  return {{"id", row.id}, {"title", row.title}, {"total", row.total}, {"mean", row.mean}, {"year", row.year_gbp_m}};
}

Json json_of(const Statement& statement) {
  Json sides = Json::array();
  for (const auto& side : statement.sides) sides.push_back(json_list(side));
  return {{"unit", "GBP m"}, {"closed_months", statement.closed_months}, {"sides", sides}, {"steps", statement.steps}};
}

Json json_of(const OwnForecast& forecast) {
  if (forecast.sides.empty()) return nullptr;
  Json sides = Json::array();
  for (const auto& side : forecast.sides) sides.push_back(json_list(side));
  return {{"unit", "GBP m"}, {"sides", sides}};
}

}  // namespace uor::report
