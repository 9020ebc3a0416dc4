#include "cli/trust_report_rows.hpp"

namespace uor::cli {

namespace {

using M = const MonthZero&;

double expenses(M m) { return m["trust.operating_expenses"]; }
double ebitda(M m) { return m.year("finance.income_base") - m.year("finance.opex"); }
double control_total(M m) {
  const double part = m["finance.planned_improvement"] - m["finance.last_year_one_offs"];
  return m.year("finance.surplus_before_fund") + part / 100 * m.year("finance.income_base");
}
double current_assets(M m) { return m["finance.cash"] + m["finance.receivables"]; }
double current_liabilities(M m) {
  return m["finance.payables"] + m["finance.loans_due"] + m.year("finance.principal_base");
}
double capital_service(M m) {
  return m["trust.pdc_dividend"] + m.year("finance.interest_base") + m.year("finance.principal_base");
}

ReportSection income_and_expenditure() {
  return {
      "Income and expenditure, last year",
      {{"Total income", "total_income", "", nullptr, "derived: as the next line"},
       {"Income in the published accounts", "published_income", "", nullptr, "",
        "shown only: expenses that ship hold depreciation and impairments, so the two leave no margin"},
       {"Income that closes this statement", "", "GBP m", [](M m) { return m.year("finance.income_base"); },
        "derived: costs below over 1 - margin"},
       {"  of it high-cost drugs passed on", "passthrough_drugs"},
       {"Pay (employee expenses)", "employee_expenses"},
       {"Non-pay", "", "GBP m", [](M m) { return m.year("corporate.nonpay"); }, "derived: expenses less pay"},
       {"Operating expenses", "operating_expenses", "", expenses},
       {"EBITDA", "", "GBP m", ebitda, "derived: income that closes less operating expenses"},
       {"Depreciation", "depreciation"},
       {"Interest with PFI", "interest", "", [](M m) { return m.year("finance.interest_base"); }},
       {"PDC dividend", "pdc_dividend"},
       {"Surplus before sustainability fund", "", "GBP m", [](M m) { return m.year("finance.surplus_before_fund"); },
        "derived: surplus less the funding"},
       {"Sustainability funding earned", "", "GBP m", [](M m) { return m.year("finance.sustainability"); },
        "derived: allocation and whether the plan was met"},
       {"Surplus with sustainability fund", "last_year_surplus", "", [](M m) { return m.year("finance.surplus"); }},
       {"  of it one-offs", "one_offs", "", nullptr, "", "out of the underlying position and of a plan not reported"},
       {"Income and expenditure margin", "ie_margin", "", [](M m) { return m["metric.ie_margin"]; }},
       {"Distance from financial plan", "distance_from_plan", "", [](M m) { return m["metric.distance_from_plan"]; }}}};
}

ReportSection plan_and_to_date() {
  return {"Plan of the year and figures to date",
          {{"Control total (without the fund)", "planned_surplus", "", control_total},
           {"Control total accepted", "control_total_accepted"},
           {"Sustainability fund allocation", "sustainability_allocation"},
           {"Forecast surplus with the fund", "forecast_surplus", "", nullptr, "",
            "moves the open months, where there are any"},
           {"Contract income that activity moves", "variable_income_share", "",
            [](M m) { return 100 - m["clinical.block_share"]; }, "derived: 100 - block_share"},
           {"Contract income on block", "block_share", "", [](M m) { return m["clinical.block_share"]; }},
           {"Last closed month", "last_closed_month"},
           {"Income to date", "income_to_date"},
           {"Income to date, plan", "planned_income_to_date"},
           {"EBITDA to date", "ebitda_to_date"},
           {"Surplus to date", "surplus_to_date"},
           {"Surplus to date, plan", "planned_surplus_to_date"},
           {"Sustainability fund earned to date", "sustainability_earned_to_date"},
           {"Agency spend to date", "agency_to_date"},
           {"Pay to date", "pay_to_date"},
           {"Savings delivered to date", "savings_delivered_to_date"},
           {"Interim support drawn to date", "support_drawn_to_date"},
           {"Cash at the last close", "cash_at_close"},
           {"Current assets at the last close", "current_assets_at_close"},
           {"Current liabilities at the last close", "current_liabilities_at_close"},
           {"Interim support owed at the last close", "interim_support_at_close"},
           {"Loans due at the last close", "loans_due_at_close"}}};
}

ReportSection balance_sheet() {
  return {"Balance sheet, cash and capital",
          {{"Cash", "cash", "", [](M m) { return m["finance.cash"]; }},
           {"Other current assets, no inventories", "receivables", "", [](M m) { return m["finance.receivables"]; }},
           {"Current assets without inventories", "current_assets", "", current_assets},
           {"Current liabilities", "current_liabilities", "", current_liabilities},
           {"Liquidity", "liquidity_days", "", [](M m) { return m["metric.liquidity_days"]; }},
           {"Interim support owed", "interim_support", "", [](M m) { return m["finance.support"]; }},
           {"Interim support owed a year before", "interim_support_year_ago"},
           {"Interim support drawn in 12 months", "support_drawn_12m", "",
            [](M m) { return m.year("finance.support_drawn"); },
            "derived: growth of the balance, else the deficit it paid"},
           {"Loans due within 12 months", "loans_due", "", [](M m) { return m["finance.loans_due"]; },
            "derived: loans_due_share of interim_support"},
           {"  as a share of interim loans", "loans_due_share", "", [](M m) { return m["finance.loans_due_share"]; }},
           {"Principal repayments a year", "principal", "", [](M m) { return m.year("finance.principal_base"); }},
           {"Capital service a year", "capital_service", "", capital_service},
           {"Capital service capacity", "capital_service_capacity", "",
            [](M m) { return m["metric.capital_service_capacity"]; }},
           {"Capital spend a year", "capital_spend", "", [](M m) { return m.year("finance.capital_spend_base"); }}}};
}

ReportSection savings_and_workforce() {
  return {"Savings and workforce",
          {{"Savings plan of the year", "savings_plan", "", [](M m) { return m["finance.savings_plan"]; }},
           {"  recurrent share", "recurrent_share", "", [](M m) { return m["finance.recurrent_share"]; }},
           {"Savings delivered last year, of plan", "savings_delivered_last_year"},
           {"Staff in post", "fte_staff"},
           {"  doctors", "fte_doctors"},
           {"  nurses and health visitors", "fte_nurses"},
           {"  scientific and therapeutic staff", "fte_ahps"},
           {"Vacancy rate", "vacancy_rate"},
           {"Bank spend a year", "bank_spend"},
           {"Agency spend a year", "agency_spend_gbp_m", "", [](M m) { return m.year("people.agency_spend"); }},
           {"Agency ceiling a year", "agency_ceiling", "", [](M m) { return m.year("finance.agency_ceiling"); }},
           {"Agency spend against ceiling", "agency_spend", "", [](M m) { return m["metric.agency_spend"]; }}}};
}

ReportSection activity_and_estate() {
  return {
      "Activity, estate and clinical support",
      {{"Elective and day-case spells", "elective_spells", "", [](M m) { return m.year("clinical.elective_spells"); }},
       {"Non-elective spells", "nonelective_spells", "", [](M m) { return m.year("clinical.emergency_spells"); }},
       {"Outpatient attendances", "outpatient_attendances"},
       {"Emergency admissions through A&E", "emergency_admissions"},
       {"A&E seen within four hours", "ae_four_hour"},
       {"General and acute beds", "beds", "", [](M m) { return m["clinical.beds"]; }},
       {"Overnight bed occupancy", "night_bed_occupancy"},
       {"Length of stay of emergencies", "length_of_stay"},
       {"Delayed transfer days", "delayed_transfer_days"},
       {"Market forces factor", "market_forces_factor"},
       {"Estates running cost", "estates_cost", "", [](M m) { return m.year("corporate.estates_cost"); }},
       {"Floor area", "floor_area"},
       {"Backlog maintenance", "backlog"},
       {"Pathology cost a year", "pathology_cost"},
       {"In-tariff medicines a year", "medicines_cost"},
       {"Clinical negligence contribution", "clinical_negligence"},
       {"PFI service charge a year", "pfi_service"}}};
}

}  // namespace

const std::vector<ReportSection>& report_sections() {
  static const std::vector<ReportSection> sections = {income_and_expenditure(), plan_and_to_date(), balance_sheet(),
                                                      savings_and_workforce(), activity_and_estate()};
  return sections;
}

}  // namespace uor::cli
