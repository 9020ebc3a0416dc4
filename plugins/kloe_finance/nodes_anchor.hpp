// Month 0: last year's statement, closed from what is reported (docs/model/finance.md, section 2).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_ANCHOR_NODE(
    anchor_result, "finance.anchor_result",
    (UOR_READ(expenses, "trust.operating_expenses", "GBP m")
     UOR_READ(support, "trust.interim_support", "GBP m")
     UOR_READ(support_before, "trust.interim_support_year_ago", "GBP m")
     UOR_READ(depreciation, "trust.depreciation", "GBP m")
     UOR_READ(pdc, "trust.pdc_dividend", "GBP m")
     UOR_READ(surplus_reported, "trust.last_year_surplus", "GBP m")
     UOR_READ(income_reported, "trust.total_income", "GBP m")
     UOR_READ(margin_reported, "trust.ie_margin", "percent")
     UOR_READ(distance_reported, "trust.distance_from_plan", "percentage points")
     UOR_READ(margin_unexplained, "finance.margin_unexplained", "percent")
     UOR_READ(distance_unexplained, "finance.distance_unexplained", "percentage points")
     UOR_READ(interest_reported, "trust.interest", "GBP m")
     UOR_READ(interest_share, "finance.interest_share", "percent")
     UOR_READ(pfi_service, "trust.pfi_service", "GBP m")
     UOR_PARAMETER(growth_intercept, "finance.margin_growth_intercept")
     UOR_PARAMETER(growth_slope, "finance.margin_growth_slope")
     UOR_PARAMETER(level_intercept, "finance.margin_level_intercept")
     UOR_PARAMETER(level_slope, "finance.margin_level_slope")
     UOR_PARAMETER(distance_intercept, "finance.distance_intercept")
     UOR_PARAMETER(distance_slope, "finance.distance_slope")
     UOR_PARAMETER(support_rate, "finance.support_rate")
     UOR_PARAMETER(pfi_ratio, "finance.pfi_interest_ratio")
     UOR_PARAMETER(interest_limit, "finance.interest_limit")
     UOR_PARAMETER(supported_from, "finance.supported_from")),
    (UOR_WRITE(margin, "metric.ie_margin")
     UOR_WRITE(distance, "metric.distance_from_plan")
     UOR_WRITE(interest, "finance.interest_base")
     UOR_WRITE(supported, "finance.supported")
     UOR_WRITE(percent, "finance.support_percent")
     UOR_WRITE(owed, "finance.support")),
    {
      const double derived = (interest_share * expenses + support_rate * support) / 100.0 + pfi_ratio * pfi_service;
      const double costs = expenses + depreciation + pdc;
      const double of_income = known(margin_reported) ? margin_reported : 100.0 * surplus_reported / income_reported;
      const double left = charge_left(income_reported, of_income, costs, interest_limit / 100.0 * expenses);
      const double unreported_interest = known(left) ? left : derived;
      const double interest_paid = known(interest_reported) ? interest_reported : unreported_interest;
      const double by_surplus = margin_from_surplus(surplus_reported, costs + interest_paid, income_reported);
      const double explained = margin_from_support(support, support_before, expenses, {growth_intercept, growth_slope},
                                                   {level_intercept, level_slope});
      const double by_income = 100.0 * (income_reported - costs - interest_paid) / income_reported;
      const double no_surplus = known(by_income) ? by_income : explained + margin_unexplained;
      const double unreported = known(surplus_reported) ? by_surplus : no_surplus;
      margin = known(margin_reported) ? margin_reported : clamp(unreported, -60.0, 40.0);
      const double drawn = distance_intercept + distance_slope * margin + distance_unexplained;
      distance = known(distance_reported) ? distance_reported : clamp(drawn, -60.0, 40.0);
      interest = interest_paid / 12.0;
      owed = support;
      percent = 100.0 * support / expenses;
      supported = percent > supported_from ? 1.0 : 0.0;
    })

UOR_ANCHOR_NODE(
    anchor_income, "finance.anchor_income",
    (UOR_READ(expenses, "trust.operating_expenses", "GBP m")
     UOR_READ(depreciation, "trust.depreciation", "GBP m")
     UOR_READ(pdc, "trust.pdc_dividend", "GBP m")
     UOR_READ(passthrough, "trust.passthrough_drugs", "GBP m")
     UOR_READ(interest, "finance.interest_base", "GBP m")
     UOR_READ(margin, "metric.ie_margin", "percent")
     UOR_READ(distance, "metric.distance_from_plan", "percentage points")
     UOR_READ(allocation, "finance.sustainability_allocation", "GBP m")
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ(other_share, "finance.other_income_share", "percent")
     UOR_READ(one_offs, "trust.one_offs", "GBP m")
     UOR_PARAMETER(finance_share, "finance.fund_finance_share")
     UOR_PARAMETER(missed_share, "finance.fund_missed_share")
     UOR_PARAMETER(access_earned, "finance.fund_access_share_earned")),
    (UOR_WRITE(income, "finance.income_base")
     UOR_WRITE(patient, "finance.patient_income_base")
     UOR_WRITE(fund, "finance.sustainability")
     UOR_WRITE(turnover, "finance.turnover")
     UOR_WRITE(turnover_constant, "finance.turnover_constant")
     UOR_WRITE(surplus, "finance.surplus")
     UOR_WRITE(before_fund, "finance.surplus_before_fund")
     UOR_WRITE(margin_12m, "finance.ie_margin_12m")
     UOR_WRITE(one_off_margin, "finance.last_year_one_offs")
     UOR_WRITE(met, "finance.control_total_met")),
    {
      income = income_from_margin(expenses + depreciation + pdc + 12.0 * interest, margin) / 12.0;
      const double earned = earned_share_last_year(distance, finance_share, missed_share, access_earned);
      fund = accepted * allocation * earned / 12.0;
      turnover = income - fund;
      turnover_constant = turnover;
      patient = (1.0 - other_share / 100.0) * (turnover - passthrough / 12.0);
      surplus = margin / 100.0 * income;
      before_fund = surplus - fund;
      margin_12m = margin;
      one_off_margin = known(one_offs) ? 100.0 * one_offs / (12.0 * income) : 0.0;
      met = distance >= 0.0 ? 1.0 : 0.0;
    })

UOR_ANCHOR_NODE(
    anchor_statement, "finance.anchor_statement",
    (UOR_READ(pay, "people.pay", "GBP m")
     UOR_READ(nonpay, "corporate.nonpay", "GBP m")
     UOR_READ(passthrough, "support.passthrough_drugs", "GBP m")
     UOR_READ(gain_share, "support.gain_share_income", "GBP m")
     UOR_READ(award, "people.award_income", "GBP m")
     UOR_READ(turnover, "finance.turnover", "GBP m")
     UOR_READ(patient_base, "finance.patient_income_base", "GBP m")),
    (UOR_WRITE(opex, "finance.opex")
     UOR_WRITE(other_base, "finance.other_income_base")),
    {
      opex = pay + nonpay;
      other_base = turnover - patient_base - passthrough - gain_share - award;
    })

/// The average month of the closed months, from what is reported to date; 0 stands for a figure that nothing gives.
UOR_ANCHOR_NODE(
    anchor_closed, "finance.anchor_closed",
    (UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(income_to_date, "trust.income_to_date", "GBP m")
     UOR_READ(ebitda_to_date, "trust.ebitda_to_date", "GBP m")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")
     UOR_READ(pay_to_date, "trust.pay_to_date", "GBP m")
     UOR_READ(depreciation, "trust.depreciation", "GBP m")
     UOR_READ(pdc, "trust.pdc_dividend", "GBP m")
     UOR_READ(interest, "finance.interest_base", "GBP m")
     UOR_READ(pay_base, "people.pay", "GBP m")
     UOR_READ(opex_base, "finance.opex", "GBP m")),
    (UOR_WRITE(opex, "finance.closed_opex")
     UOR_WRITE(pay, "finance.closed_pay")
     UOR_WRITE(nonpay, "finance.closed_nonpay")
     UOR_WRITE(charges, "finance.closed_charges")),
    {
      const double months = max(closed_months(last_closed), 1.0);
      const double usual = depreciation / 12.0 + interest + pdc / 12.0;
      const double reported = (ebitda_to_date - surplus_to_date) / months;
      charges = known(reported) ? reported : usual;
      opex = expenses_to_date(income_to_date, ebitda_to_date, surplus_to_date, charges * months) / months;
      const double scaled = opex * pay_base / max(opex_base, 1e-9);
      pay = known(pay_to_date) ? pay_to_date / months : scaled;
      nonpay = opex > 0.0 ? opex - pay : 0.0;
    })

/// Balances that are zero by definition before month 1, and indices that are 1.
UOR_ANCHOR_NODE(
    anchor_start, "finance.anchor_start", (UOR_PARAMETER(fund_size, "finance.fund_size")),
    (UOR_WRITE(fund_base, "finance.fund_size_base")
     UOR_WRITE(index, "national.cost_index")
     UOR_WRITE(index_12m, "national.cost_index_12m")
     UOR_WRITE(plan_carried, "finance.plan_carried")
     UOR_WRITE(recurrent_pay, "finance.recurrent_pay")
     UOR_WRITE(recurrent_nonpay, "finance.recurrent_nonpay")
     UOR_WRITE(recurrent_income, "finance.recurrent_income")
     UOR_WRITE(carried_pay, "finance.carried_pay")
     UOR_WRITE(carried_nonpay, "finance.carried_nonpay")
     UOR_WRITE(carried_income, "finance.carried_income")
     UOR_WRITE(gap, "finance.control_total_gap")
     UOR_WRITE(fund_earned, "finance.fund_earned")
     UOR_WRITE(fund_secured, "finance.fund_secured")
     UOR_WRITE(access_secured, "finance.access_secured")
     UOR_WRITE(extra, "finance.support_extra")
     UOR_WRITE(extra_assets, "finance.extra_assets")
     UOR_WRITE(savings_pay, "finance.savings_pay")
     UOR_WRITE(savings_nonpay, "finance.savings_nonpay")
     UOR_WRITE(savings_income, "finance.savings_income")
     UOR_WRITE(closed_total, "finance.closed_control_total")
     UOR_WRITE(closed_savings, "finance.closed_plan_savings")
     UOR_WRITE(closed_fund, "finance.closed_fund")
     UOR_WRITE(receivables_shift, "finance.receivables_shift")
     UOR_WRITE(payables_shift, "finance.payables_shift")
     UOR_WRITE(pressure_pay, "finance.cost_pressure_pay")
     UOR_WRITE(pressure_nonpay, "finance.cost_pressure_nonpay")
     UOR_WRITE(price_factor, "finance.price_factor")),
    {
      fund_base = fund_size;
      index = 1.0;
      index_12m = 1.0;
      price_factor = 1.0;
      plan_carried = recurrent_pay = recurrent_nonpay = recurrent_income = 0.0;
      carried_pay = carried_nonpay = carried_income = gap = fund_earned = fund_secured = 0.0;
      access_secured = extra = extra_assets = savings_pay = savings_nonpay = savings_income = 0.0;
      pressure_pay = pressure_nonpay = closed_total = closed_savings = closed_fund = 0.0;
      receivables_shift = payables_shift = 0.0;
    })

}  // namespace finance
// clang-format on
