"""Prices and the plan (docs/model/finance.md, section 3). GBP m a month; prices are ratios to last year's."""

import numpy as np

from actuals import accumulate, closed, closed_months, is_closed
from score import margin


def compounded(percent, years):
    return (1 + percent / 100) ** years


def prices(m):
    plan, plan0 = m["finance.national_inflation"], m.zero("finance.national_inflation")
    m["finance.inflation_index"] = compounded(plan, m.y)
    m["finance.expected_inflation_index"] = compounded(plan0, m.y)
    m["national.cost_index"] = compounded(plan, m.y) * (1 + m["finance.national_price_shock"] / 100)
    m["finance.price_factor"] = m["national.cost_index"] / compounded(plan0, m.y)
    m["national.cost_index_12m"] = m.sum12("national.cost_index") / 12


def control_total(m, improvement_percent, year=None):
    """control(i, y): the control total without sustainability funding, of a month."""
    step = improvement_percent / 100 * m.zero("finance.income_base")
    planned = m["trust.planned_surplus"] / 12
    last = (m.zero("finance.surplus_before_fund")
            - m.zero("finance.last_year_one_offs") / 100 * m.zero("finance.income_base"))
    first = np.where(np.isnan(planned), last + step, planned)
    return first + ((m.y if year is None else year) - 1) * step


def cost_pressures(m):
    """What the plan's costs grow by without funding: drivers and programme as they are in the baseline."""
    p = m.parameters("finance")
    drugs = m.zero("support.passthrough_drugs")
    plan_inflation = compounded(m.zero("finance.national_inflation"), m.y)
    next_year = m.k == 1 and m.y > 1
    carried = m.zero("finance.plan_lasting_pace") if next_year else 0.0
    m["finance.plan_carried"] = m.prev("finance.plan_carried") + carried
    trend = compounded(m.zero("clinical.contract_growth"), (m.month + p("months_since_average")) / 12)
    income = (m.zero("finance.patient_income_base") * compounded(m.zero("clinical.tariff_uplift"), m.y) * trend
              + m.zero("finance.other_income_base") * plan_inflation)
    costs = (m.zero("finance.opex") - drugs) * plan_inflation * (1 + p("activity_cost_share") * (trend - 1))
    m["finance.plan_cost_pressure"] = (
        income + m["finance.plan_carried"] + m.zero("finance.plan_savings_mean")
        - (m["trust.depreciation"] + m["trust.pdc_dividend"]) / 12 - m.zero("finance.interest_base")
        - control_total(m, m.zero("finance.planned_improvement")) - costs)


def phased_control_total(m, control):
    """control_total of the month: as planned to date in closed months, the rest of the year in the others."""
    savings, mean = m["finance.plan_savings"], m["finance.plan_savings_mean"]
    to_date, months = m["trust.planned_surplus_to_date"], closed_months(m)
    rest = (12 * control - m.prev("finance.closed_control_total") + m.prev("finance.closed_plan_savings")
            - months * mean) / np.maximum(12 - months, 1)
    spread = (m.y == 1) & (months > 0) & ~np.isnan(to_date)
    open_month = np.where(spread, rest, control) + savings - mean
    given = is_closed(m) & ~np.isnan(to_date)
    return np.where(given, to_date / np.maximum(months, 1) - m["finance.plan_fund"], open_month)


def plan(m):
    """The plan of the month; needs the savings plan."""
    control = (control_total(m, m["finance.planned_improvement"])
               + m["finance.control_total_change"] / 100 * m.zero("finance.income_base"))
    size = m.parameter("finance.fund_size") / m.zero("finance.fund_size_base")
    fund = m["finance.control_total_accepted"] * m["finance.sustainability_allocation"] / 12 * size
    whole = m["trust.planned_surplus_to_date"] - m["trust.planned_surplus"]
    fund = np.where((m.y == 1) & (closed_months(m) == 12) & ~np.isnan(whole), np.maximum(whole, 0) / 12, fund)
    m["finance.plan_fund"] = fund * m.profile("sustainability")
    m["finance.control_total"] = phased_control_total(m, control)
    accumulate(m, "finance.closed_control_total", m["finance.control_total"])
    accumulate(m, "finance.closed_plan_savings", m["finance.plan_savings"])
    with np.errstate(invalid="ignore"):
        missed = m["trust.surplus_to_date"] < m["trust.planned_surplus_to_date"]
    to_date = m["trust.sustainability_earned_to_date"] / np.maximum(closed_months(m), 1)
    accumulate(m, "finance.closed_fund", np.where(np.isnan(to_date), np.where(missed, 0, m["finance.plan_fund"]), to_date))
    contract = (m.zero("finance.patient_income_base") * m["clinical.tariff_index"] * m["clinical.contract_trend"]
                + m.zero("finance.other_income_base") * compounded(m["finance.national_inflation"], m.y)
                + m.zero("support.passthrough_drugs"))
    modelled = contract + m["finance.plan_savings_income"] + m["finance.plan_fund"]
    m["finance.plan_turnover"] = closed(m, m["trust.planned_income_to_date"], modelled) - m["finance.plan_fund"]
    m["finance.plan_margin"] = margin(control + fund, contract + m["finance.plan_savings_income_mean"] + fund,
                                      m.parameter("finance.ratio_limit"))
    m["finance.plan_support"] = m.zero("finance.supported") * np.maximum(-(control + fund), 0)
