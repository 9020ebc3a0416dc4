#include "core/uor/report/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/uor/base/decimals.hpp"
#include "core/uor/base/month_names.hpp"
#include "core/uor/report/line.hpp"

namespace uor::report {

namespace {

constexpr std::size_t year = 12;

double reported(const TrustContext& about, const std::string& id) {
  if (!about.trust) return std::nan("");
  const auto found = about.trust->reported.find(id);
  return found == about.trust->reported.end() ? std::nan("") : found->second.value;
}

double in_month(const View& view, const std::string& id, std::size_t side, std::size_t month) {
  return mean_sum(view, id, side, month, month);
}

std::vector<StatementRow> statement_rows(const View& view, std::size_t side,
                                         const std::vector<policy::ShownLine>& lines) {
  std::vector<StatementRow> rows;
  for (const policy::ShownLine& line : lines)
    if (line.shown) rows.push_back({line.id, line.title, line.total, {}, 0});
  for (std::size_t month = 0; month < std::min(year, view.months()); ++month) {
    const std::vector<BridgeStep> values =
        steps_of(lines, [&](const policy::Term& term) { return in_month(view, term.quantity, side, month); });
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const double value = values[row].mean_gbp_m + 0.0;  // no zero below zero
      rows[row].mean.push_back(value);
      rows[row].year_gbp_m += value;
    }
  }
  return rows;
}

std::string step_of(const char* what, double from, double to) {
  const double percent = 100 * (to - from) / std::max(std::abs(from), 1e-9);
  return fmt::format("{} goes from {} to {} ({}, {} %)", what, decimals(from, 2), decimals(to, 2),
                     signed_decimals(to - from, 2), signed_decimals(percent, 1));
}

/// What makes the difference between the last closed month, an average of the accounts, and the first forecast one.
std::string step_words(const View& view, const policy::Shown& rows, std::size_t side, std::size_t closed) {
  const auto from = [&](const char* role) { return in_month(view, rows.role(role), side, closed - 1); };
  const auto change = [&](const char* role) { return in_month(view, rows.role(role), side, closed) - from(role); };
  const double income = change("income"), one_offs = change("one_offs");
  const double costs = change("pay") + change("nonpay");
  const double costs_from = from("pay") + from("nonpay");
  const double saved = from("savings_delivered"), saved_after = saved + change("savings_delivered");
  return fmt::format(
      "April to {} are the accounts, each month their average and the same in every trial; from {} on the model "
      "forecasts. £m a month: {}, of which one-off benefits {}, and growth, tariff and season on last year's "
      "income "
      "against what the accounts show {}. {}, with savings from {} to {}. The plan's own surplus changes "
      "by "
      "{} (its profile), sustainability funding by {}.",
      month_names[closed - 1], month_names[closed], step_of("Income", from("income"), from("income") + income),
      signed_decimals(one_offs, 2), signed_decimals(income - one_offs, 2),
      step_of("Pay and non-pay", costs_from, costs_from + costs), decimals(saved, 2), decimals(saved_after, 2),
      signed_decimals(change("control_total"), 2), signed_decimals(change("fund"), 2));
}

bool is_nought(const StatementRow& row) {
  return std::all_of(row.mean.begin(), row.mean.end(), [](double mean) { return mean == 0; });
}

/// Rows of rare lines that are nought on every side.
void leave_out_rare(std::vector<std::vector<StatementRow>>& sides, const std::vector<policy::ShownLine>& lines) {
  for (const policy::ShownLine& line : lines) {
    const auto is_of = [&](const StatementRow& row) { return row.id == line.id; };
    const auto shows = [&](const std::vector<StatementRow>& rows) {
      const auto row = std::find_if(rows.begin(), rows.end(), is_of);
      return row != rows.end() && !is_nought(*row);
    };
    if (!line.rare || std::any_of(sides.begin(), sides.end(), shows)) continue;
    for (std::vector<StatementRow>& rows : sides) std::erase_if(rows, is_of);
  }
}

}  // namespace

Statement statement_of(const View& view, const TrustContext& about, const policy::Shown& rows) {
  Statement statement;
  if (!has_quantities_of(view, rows.statement)) return statement;
  const double closed = reported(about, "last_closed_month");
  if (closed > 0) statement.closed_months = static_cast<std::size_t>(closed);
  for (std::size_t side = 0; side < view.sides(); ++side) {
    statement.sides.push_back(statement_rows(view, side, rows.statement));
    const std::size_t months = statement.closed_months;
    const bool steps = months > 0 && months < std::min(year, view.months());
    statement.steps.push_back(steps ? step_words(view, rows, side, months) : "");
  }
  leave_out_rare(statement.sides, rows.statement);
  return statement;
}

OwnForecast own_forecast_of(const View& view, const TrustContext& about, const policy::Shown& rows) {
  OwnForecast forecast;
  const double own = reported(about, "forecast_surplus");
  if (std::isnan(own) || view.months() < year || !has_quantities_of(view, rows.own_forecast)) return forecast;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    forecast.sides.push_back(steps_of(rows.own_forecast, [&](const policy::Term& term) {
      return term.fact.empty() ? mean_sum(view, term.quantity, side, term.of_last_month ? year - 1 : 0, year - 1)
                               : reported(about, term.fact);
    }));
  }
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
