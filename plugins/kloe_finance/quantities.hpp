// What finance produces: last year's base, the plan, savings, the statement, cash and the balance sheet.
#pragma once

#include "uor/sdk/declare.hpp"

namespace finance {
using namespace uor::sdk;

inline constexpr const char* equations = "docs/model/finance.md";
inline constexpr Range any_money = {-1e5, 1e5};

/// GBP m in the month; `usual` is the most that is likely in either direction.
constexpr Quantity money(const char* id, const char* title, double usual, double nominal, std::int32_t polarity = 0,
                         bool summarise = false, const char* profile = nullptr) {
  return flow({.id = id,
               .unit = "GBP m",
               .title = title,
               .polarity = polarity,
               .possible = any_money,
               .likely = {-usual, usual},
               .nominal = nominal,
               .summarise = summarise,
               .profile = profile,
               .source = equations});
}
/// GBP m since April.
constexpr Quantity since_april(const char* id, const char* title, double usual, std::int32_t polarity = 0,
                               bool summarise = false) {
  return ytd({.id = id,
              .unit = "GBP m",
              .title = title,
              .polarity = polarity,
              .possible = any_money,
              .likely = {-usual, usual},
              .summarise = summarise,
              .source = equations});
}
/// GBP m at the end of the month.
constexpr Quantity balance(const char* id, const char* title, double lower, double upper, double nominal,
                           std::int32_t polarity = 0, bool summarise = false) {
  return stock({.id = id,
                .unit = "GBP m",
                .title = title,
                .polarity = polarity,
                .possible = any_money,
                .likely = {lower, upper},
                .nominal = nominal,
                .summarise = summarise,
                .source = equations});
}
constexpr Quantity level(const char* id, const char* unit, const char* title, Range possible, Range likely,
                         double nominal = 0, std::int32_t polarity = 0, bool summarise = false) {
  return rate({.id = id,
               .unit = unit,
               .title = title,
               .polarity = polarity,
               .possible = possible,
               .likely = likely,
               .nominal = nominal,
               .summarise = summarise,
               .source = equations});
}
constexpr Quantity flag(const char* id, const char* title, std::int32_t polarity = 0, bool summarise = false) {
  return level(id, "yes=1", title, {0, 1}, {0, 1}, 0, polarity, summarise);
}

inline constexpr Quantity base_rows[] = {
    money("finance.income_base", "Total income last year, average month", 300, 35),
    money("finance.patient_income_base", "Contract income without pass-through drugs last year, average month", 250,
          28),
    money("finance.other_income_base", "Other income last year, average month", 60, 4),
    money("finance.interest_base", "Interest last year, average month", 10, 0.3),
    money("finance.principal_base", "Principal last year, average month", 10, 0.2),
    money("finance.capital_spend_base", "Capital spend last year, average month", 30, 1),
    money("finance.agency_ceiling", "Agency ceiling, average month", 15, 1),
    balance("finance.other_receivables_base", "Receivables last year without unpaid sustainability funding", -5, 150,
            24),
    balance("finance.payables_base", "Payables last year", 0, 400, 35),
    balance("finance.cash_floor", "Cash that interim support keeps up", -20, 30, 2),
    level("finance.capacity_offset", "ratio", "Reported less derived capital service capacity", {-1e4, 1e4}, {-3, 3}),
    level("finance.fund_size_base", "GBP bn", "Sustainability funding of the sector in the first year", {0.01, 20},
          {0.5, 5}, 2.45),
    flag("finance.supported", "Relies on interim support"),
    level("finance.last_year_one_offs", "percent", "One-off items in last year's margin", {-1e4, 1e4}, {-10, 10}),
    money("finance.closed_opex", "Operating expenses of a closed month (0: nothing gives them)", 300, 0),
    money("finance.closed_pay", "Pay of a closed month (0: nothing gives it)", 200, 0),
    money("finance.closed_nonpay", "Non-pay of a closed month", 150, 0),
    money("finance.closed_charges", "Depreciation, interest and dividend of a closed month", 30, 1.7),
};

inline constexpr Quantity prices_rows[] = {
    level("national.cost_index", "ratio", "National cost index, 1 last year", {0, 1e6}, {0.9, 2}, 1, 0, true),
    level("national.cost_index_12m", "ratio", "National cost index, mean of 12 months", {0, 1e6}, {0.9, 2}, 1),
    level("finance.inflation_index", "ratio", "National cost inflation since last year, compounded", {0, 1e6}, {0.9, 2},
          1),
    level("finance.expected_inflation_index", "ratio", "The same, as the plan expects it", {0, 1e6}, {0.9, 2}, 1),
    level("finance.price_factor", "ratio", "Cost index over what the plan expects", {0, 1e6}, {0.9, 1.2}, 1),
};

inline constexpr Quantity plan_rows[] = {
    money("finance.plan_turnover", "Planned income without sustainability funding", 300, 34),
    money("finance.plan_cost_pressure", "Unfunded cost growth in the plan", 10, 0.4),
    money("finance.control_total", "Planned surplus without sustainability funding (control total)", 30, -0.5, 0, true),
    money("finance.plan_fund", "Sustainability funding in the plan", 20, 0.9, 0, true, "sustainability"),
    money("finance.plan_savings", "Savings of this year's schemes in the plan", 15, 1.3, 0, true),
    money("finance.plan_savings_mean", "Savings of this year's schemes in the plan, average month", 15, 1.3),
    money("finance.plan_savings_income", "Income schemes in the plan", 15, 0.2),
    money("finance.plan_savings_income_mean", "Income schemes in the plan, average month", 15, 0.2),
    money("finance.plan_lasting_pace", "Recurrent savings a month of the baseline's schemes at full pace", 15, 0.9),
    money("finance.plan_carried", "Run-rate of earlier years' recurrent savings in the plan", 30, 0),
    money("finance.plan_support", "Interim support drawn in the plan", 15, 0),
    balance("finance.closed_control_total", "Control total of the closed months so far", -200, 200, 0),
    balance("finance.closed_plan_savings", "Planned savings of the closed months so far", 0, 150, 0),
    balance("finance.closed_fund", "Sustainability funding of the closed months so far", 0, 100, 0),
    money("finance.forecast_unplanned", "Unplanned cost that the trust's own forecast implies", 20, 0),
    level("finance.plan_margin", "percent", "Margin of the year in the plan, with sustainability funding", {-1e6, 1e6},
          {-30, 15}, -1, 1, true),
};

inline constexpr Quantity savings_rows[] = {
    level("finance.programme_delivery", "ratio", "Delivery of the savings programme, of plan", {0, 3}, {0.3, 1.2}, 0.87,
          1),
    money("finance.savings_pay", "Savings in pay, earlier years' schemes included", 15, 0.6, 1, true),
    money("finance.savings_nonpay", "Savings in non-pay, earlier years' schemes included", 15, 0.5, 1, true),
    money("finance.savings_income", "Savings by income, earlier years' schemes included", 15, 0.1, 1, true),
    money("finance.recurrent_pay", "Recurrent pay savings of this year's schemes", 15, 0.4, 1),
    money("finance.recurrent_nonpay", "Recurrent non-pay savings of this year's schemes", 15, 0.3, 1),
    money("finance.recurrent_income", "Recurrent income savings of this year's schemes", 15, 0.1, 1),
    money("finance.carried_pay", "Run-rate of earlier years' recurrent pay savings", 30, 0, 1),
    money("finance.carried_nonpay", "Run-rate of earlier years' recurrent non-pay savings", 30, 0, 1),
    money("finance.carried_income", "Run-rate of earlier years' recurrent income savings", 30, 0, 1),
    money("finance.savings_delivered", "Savings of this year's schemes", 15, 1.1, 1, true),
    money("finance.savings_recurrent", "Recurrent savings of this year's schemes", 15, 0.8, 1, true),
    money("finance.savings_nonrecurrent", "Non-recurrent savings", 15, 0.3, -1, true),
    money("finance.contingency_released", "Contingency let go of", 5, 0.05),
    money("finance.one_off_benefits", "One-off benefits found to land on the control total", 15, 0.1, 0, true),
    money("finance.cost_pressure_pay", "Cost pressures in pay", 20, 0.3, -1),
    money("finance.cost_pressure_nonpay", "Cost pressures in non-pay", 20, 0.2, -1),
    level("finance.savings_delivered_share", "percent", "Savings delivered since April, of plan", {-1e5, 1e5},
          {30, 130}, 87, 1, true),
    level("finance.recurrent_delivered_share", "percent", "Recurrent part of savings delivered since April", {0, 100},
          {20, 100}, 72, 1, true),
};

inline constexpr Quantity statement_rows[] = {
    money("finance.patient_income", "Contract income without pass-through drugs", 250, 28, 1, true),
    money("finance.other_income", "Other income", 60, 4, 1),
    money("finance.turnover", "Income before sustainability funding", 300, 34, 1, true),
    money("finance.turnover_constant", "Income before sustainability funding, at last year's tariff, without one-offs",
          300, 34, 1),
    money("finance.actuals_difference", "Expenses of closed months that pay and non-pay leave out", 30, 0, -1),
    money("finance.agency_spend", "Agency spend as the ceiling sees it", 30, 1, -1),
    money("finance.opex", "Operating expenses without depreciation", 300, 33, -1, true),
    money("finance.delivery", "Cost of delivering the plan's actions", 10, 0, -1, true),
    money("finance.depreciation", "Depreciation", 20, 1.1, 0, true),
    money("finance.interest", "Interest with PFI", 10, 0.3, -1, true),
    money("finance.pdc_dividend", "Public dividend capital dividend", 10, 0.3, -1, true),
    money("finance.surplus_before_fund", "Surplus without sustainability funding", 40, -0.8, 1, true),
    money("finance.sustainability", "Sustainability funding earned", 40, 0.6, 1, true, "sustainability"),
    money("finance.surplus", "Adjusted surplus", 40, -0.5, 1, true),
    since_april("finance.control_total_gap", "Short of the control total since April", 150, -1, true),
    since_april("finance.fund_secured", "Finance part of the fund secured by finished quarters", 100, 1),
    since_april("finance.access_secured", "A&E part of the fund secured by finished quarters", 50, 1),
    since_april("finance.fund_earned", "Sustainability funding earned since April", 150, 1, true),
    level("finance.access_adjusted", "percent", "A&E patients seen within four hours, without the season", {0, 100},
          {60, 100}, 88, 1),
    level("finance.access_performance", "percent", "A&E patients seen within four hours", {0, 100}, {60, 100}, 88, 1),
    flag("finance.control_total_met", "Control total met since April", 1, true),
    flag("finance.access_met", "A&E condition of the fund met since April", 1),
    since_april("finance.full_year_effect", "What this year's recurrent savings add at their present pace", 60, 1),
    since_april("finance.underlying_surplus", "Underlying surplus since April", 300, 1, true),
    level("finance.underlying_margin", "percent", "Underlying margin since April", {-1e6, 1e6}, {-40, 20}, -4, 1, true),
    level("finance.ie_margin_12m", "percent", "Margin of the last 12 months", {-1e6, 1e6}, {-30, 15}, -1.5, 1, true),
    level("finance.forecast_distance", "percentage points", "Distance from plan that the trust forecasts for the year",
          {-2e6, 2e6}, {-20, 10}, 0, 1),
    flag("finance.forecast_given", "The trust gives a forecast of its year"),
    level("finance.last_year_margin", "percent", "Margin of the year before", {-1e6, 1e6}, {-40, 20}, -1.5, 1),
    level("finance.last_year_distance", "percentage points", "Distance from plan of the year before", {-1e6, 1e6},
          {-20, 10}, -0.5, 1),
};

inline constexpr Quantity treasury_rows[] = {
    money("finance.fund_received", "Sustainability funding paid", 60, 0.6),
    balance("finance.fund_unpaid", "Sustainability funding earned and not paid", -5, 80, 3),
    balance("finance.receivables_shift", "Receivables of the accounts less the model's, from the close on", -100, 100,
            0),
    balance("finance.payables_shift", "Payables of the accounts less the model's, from the close on", -100, 100, 0),
    money("finance.other_movements", "Working capital and other movements of closed months", 30, 0),
    balance("finance.receivables", "Receivables", -10, 250, 27),
    balance("finance.payables", "Payables", 0, 500, 36),
    money("finance.capital_spend", "Capital spend", 60, 1.1),
    money("finance.principal", "Principal repaid", 10, 0.2),
    money("finance.support_drawn", "Interim support drawn", 40, 0.3, -1, true),
    money("finance.support_repaid", "Interim support paid back", 40, 0),
    money("finance.support_turned", "Interim support turned into public dividend capital", 100, 0),
    money("finance.receipts", "Capital receipts", 30, 0),
    balance("finance.support_extra", "Interim support owed beyond the plan", 0, 150, 0, -1),
    balance("finance.support", "Interim support owed", 0, 1000, 40, -1, true),
    level("finance.support_percent", "percent", "Interim support owed, of operating expenses", {-1e6, 1e6}, {0, 120},
          13, -1, true),
    level("finance.support_drawn_percent", "percent", "Interim support drawn in 12 months, of operating expenses",
          {-1e6, 1e6}, {0, 30}, 1, -1),
    balance("finance.cash", "Cash", -5, 400, 10, 1, true),
    balance("finance.loans_due", "Interim loans due within 12 months", 0, 300, 12, -1, true),
    balance("finance.current_assets", "Current assets without inventories", 0, 500, 37),
    balance("finance.current_liabilities", "Current liabilities", 0, 800, 50),
    balance("finance.working_capital", "Net current assets without inventories", -400, 300, -12, 1, true),
    balance("finance.extra_assets", "Capital spend above last year's, since the start", -200, 500, 0),
    balance("finance.net_relevant_assets", "Net relevant assets", -500, 1500, 100),
};

}  // namespace finance
