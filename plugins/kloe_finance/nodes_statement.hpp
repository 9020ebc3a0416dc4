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
     UOR_READ(savings, "finance.savings_income", "GBP m")
     UOR_READ(one_off, "finance.one_off_benefits", "GBP m")
     UOR_READ(inflation_index, "finance.inflation_index", "ratio")
     UOR_READ(cost_index, "national.cost_index", "ratio")
     UOR_READ_ANCHOR(other_base, "finance.other_income_base", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(to_date, "trust.income_to_date", "GBP m")
     UOR_READ(fund_to_date, "trust.sustainability_earned_to_date", "GBP m")),
    (UOR_WRITE(patient, "finance.patient_income")
     UOR_WRITE(other, "finance.other_income")
     UOR_WRITE(total, "finance.turnover")
     UOR_WRITE(constant_prices, "finance.turnover_constant")),
    {
      patient = patient_contract;
      const double months = closed_months(last_closed);
      const double modelled = other_base * inflation_index + gain_share + award + savings + one_off;
      total = as_closed(is_closed(batch.month, months), to_date - fund_to_date, months, patient + passthrough + modelled);
      other = modelled + (total - (patient + passthrough + modelled));
      const double at_tariff = patient + other_base * inflation_index + savings;
      constant_prices = at_tariff / tariff_index + (gain_share + award + passthrough) / cost_index;
    })

UOR_NODE(
    result, "finance.result",
    (UOR_READ(turnover, "finance.turnover", "GBP m")
     UOR_READ(pay, "people.pay", "GBP m")
     UOR_READ(nonpay, "corporate.nonpay", "GBP m")
     UOR_READ(depreciation_base, "trust.depreciation", "GBP m")
     UOR_READ_ANCHOR(interest_base, "finance.interest_base", "GBP m")
     UOR_READ(pfi_service, "trust.pfi_service", "GBP m")
     UOR_READ(pfi_indexation, "corporate.pfi_indexation", "percent")
     UOR_READ_LAG(extra_support, "finance.support_extra", "GBP m", 1)
     UOR_READ_LAG(extra_assets, "finance.extra_assets", "GBP m", 1)
     UOR_READ_LAG(assets, "finance.net_relevant_assets", "GBP m", 1)
     UOR_READ_LAG(met, "finance.control_total_met", "yes=1", 1)
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(to_date, "trust.surplus_to_date", "GBP m")
     UOR_READ(fund_to_date, "trust.sustainability_earned_to_date", "GBP m")
     UOR_PARAMETER(rate, "finance.support_rate")
     UOR_PARAMETER(rate_off, "finance.support_rate_off_plan")
     UOR_PARAMETER(rent_ratio, "finance.contingent_rent_ratio")
     UOR_PARAMETER(life, "finance.asset_life")
     UOR_PARAMETER(pdc_rate, "finance.pdc_rate")),
    (UOR_WRITE(opex, "finance.opex")
     UOR_WRITE(difference, "finance.actuals_difference")
     UOR_WRITE(depreciation, "finance.depreciation")
     UOR_WRITE(interest, "finance.interest")
     UOR_WRITE(pdc, "finance.pdc_dividend")
     UOR_WRITE(surplus, "finance.surplus_before_fund")),
    {
      depreciation = depreciation_base / 12.0 + extra_assets / (12.0 * life);
      const double loan_rate = met * accepted > 0.5 ? rate : rate_off;
      const double rent = rent_ratio * pfi_service / 12.0 * (compound(pfi_indexation, batch.year) - 1.0);
      interest = interest_base + loan_rate / 1200.0 * extra_support + rent;
      pdc = pdc_dividend(assets, pdc_rate);
      const double months = closed_months(last_closed);
      const double before_costs = turnover - depreciation - interest - pdc;
      const double expected = before_costs - pay - nonpay;
      surplus = as_closed(is_closed(batch.month, months), to_date - fund_to_date, months, expected);
      difference = expected - surplus;
      opex = pay + nonpay + difference;
    })

}  // namespace finance
// clang-format on
