// Income and the statement to the surplus without sustainability funding (docs/model/finance.md, section 6).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_NODE(
    turnover, "finance.turnover",
    (UOR_READ(patient_contract, "clinical.patient_income", "GBP m")
     UOR_READ(tariff_index, "clinical.tariff_index", "ratio")
     UOR_READ(passthrough, "support.passthrough_drugs", "GBP m")
     UOR_READ(gain_share, "support.gain_share_income", "GBP m")
     UOR_READ(award, "people.award_income", "GBP m")
     UOR_READ(pay, "people.pay", "GBP m")
     UOR_READ(nonpay, "corporate.nonpay", "GBP m")
     UOR_READ(savings, "finance.savings_income", "GBP m")
     UOR_READ(one_off, "finance.one_off_benefits", "GBP m")
     UOR_READ(inflation_index, "finance.inflation_index", "ratio")
     UOR_READ(cost_index, "national.cost_index", "ratio")
     UOR_READ_ANCHOR(other_base, "finance.other_income_base", "GBP m")
     UOR_READ_ANCHOR(patient_base, "finance.patient_income_base", "GBP m")
     UOR_READ_ANCHOR(turnover_base, "finance.turnover", "GBP m")
     UOR_READ_ANCHOR(charges, "finance.closed_charges", "GBP m")
     UOR_READ(closed_fund, "finance.closed_fund", "GBP m")
     UOR_READ_LAG(fund_before, "finance.closed_fund", "GBP m", 1)
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(to_date, "trust.income_to_date", "GBP m")
     UOR_READ(ebitda_to_date, "trust.ebitda_to_date", "GBP m")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")),
    (UOR_WRITE(patient, "finance.patient_income")
     UOR_WRITE(other, "finance.other_income")
     UOR_WRITE(total, "finance.turnover")
     UOR_WRITE(constant_prices, "finance.turnover_constant")),
    {
      const double months = max(closed_months(last_closed), 1.0);
      const bool closed = is_closed(batch.month, closed_months(last_closed));
      const double others = other_base * inflation_index + gain_share + award + savings + one_off;
      const double modelled = patient_contract + passthrough + others;
      const double by_surplus = pay + nonpay + charges + surplus_to_date / months;
      const double by_ebitda = pay + nonpay + ebitda_to_date / months;
      const double by_result = known(ebitda_to_date) ? by_ebitda : by_surplus;
      const double with_fund = known(to_date) ? to_date / months : by_result;
      const double shown = with_fund - (closed_fund - fund_before);
      const bool given = closed & known(shown);
      total = given ? shown : modelled;
      patient = given ? total * (patient_base / turnover_base) : patient_contract;
      other = given ? total - patient - passthrough : others;
      const double at_tariff = patient_contract + other_base * inflation_index + savings;
      constant_prices = at_tariff / tariff_index + (gain_share + award + passthrough) / cost_index;
    })

UOR_NODE(
    result, "finance.result",
    (UOR_READ(turnover, "finance.turnover", "GBP m")
     UOR_READ(pay, "people.pay", "GBP m")
     UOR_READ(nonpay, "corporate.nonpay", "GBP m")
     UOR_READ(depreciation_base, "trust.depreciation", "GBP m")
     UOR_READ(pdc_base, "trust.pdc_dividend", "GBP m")
     UOR_READ_ANCHOR(interest_base, "finance.interest_base", "GBP m")
     UOR_READ_ANCHOR(closed_opex, "finance.closed_opex", "GBP m")
     UOR_READ_ANCHOR(closed_charges, "finance.closed_charges", "GBP m")
     UOR_READ(pfi_service, "trust.pfi_service", "GBP m")
     UOR_READ(pfi_indexation, "corporate.pfi_indexation", "percent")
     UOR_READ_LAG(extra_support, "finance.support_extra", "GBP m", 1)
     UOR_READ_LAG(extra_assets, "finance.extra_assets", "GBP m", 1)
     UOR_READ_LAG(assets, "finance.net_relevant_assets", "GBP m", 1)
     UOR_READ_LAG(met, "finance.control_total_met", "yes=1", 1)
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ(delivery_cost, "finance.delivery_cost", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(ebitda_to_date, "trust.ebitda_to_date", "GBP m")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")
     UOR_PARAMETER(rate, "finance.support_rate")
     UOR_PARAMETER(rate_off, "finance.support_rate_off_plan")
     UOR_PARAMETER(rent_ratio, "finance.contingent_rent_ratio")
     UOR_PARAMETER(life, "finance.asset_life")
     UOR_PARAMETER(pdc_rate, "finance.pdc_rate")),
    (UOR_WRITE(opex, "finance.opex")
     UOR_WRITE(delivery, "finance.delivery")
     UOR_WRITE(difference, "finance.actuals_difference")
     UOR_WRITE(depreciation, "finance.depreciation")
     UOR_WRITE(interest, "finance.interest")
     UOR_WRITE(pdc, "finance.pdc_dividend")
     UOR_WRITE(surplus, "finance.surplus_before_fund")),
    {
      const bool closed = is_closed(batch.month, closed_months(last_closed));
      const bool charged = closed & any_known(ebitda_to_date, surplus_to_date);
      const double scale = closed_charges / max(depreciation_base / 12.0 + interest_base + pdc_base / 12.0, 1e-9);
      const double loan_rate = met * accepted > 0.5 ? rate : rate_off;
      const double rent = rent_ratio * pfi_service / 12.0 * (compound(pfi_indexation, batch.year) - 1.0);
      const double depreciation_now = depreciation_base / 12.0 + extra_assets / (12.0 * life);
      const double interest_now = interest_base + loan_rate / 1200.0 * extra_support + rent;
      const double pdc_now = pdc_dividend(assets, pdc_rate);
      depreciation = charged ? scale * depreciation_base / 12.0 : depreciation_now;
      pdc = charged ? scale * pdc_base / 12.0 : pdc_now;
      interest = charged ? closed_charges - depreciation - pdc : interest_now;
      const double left_out = closed_opex - pay - nonpay;
      const bool left = closed & (closed_opex > 0.0) & (abs(left_out) > 1e-9);  // not what rounding leaves
      difference = left ? left_out : 0.0;
      delivery = delivery_cost;
      opex = pay + nonpay + difference + delivery_cost;
      const double before_costs = turnover - depreciation - interest - pdc;
      surplus = before_costs - pay - nonpay - difference - delivery_cost;
    })

}  // namespace finance
// clang-format on
