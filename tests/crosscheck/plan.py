"""Prices and the plan (docs/model/finance.md, section 3). GBP m a month; prices are ratios to last year's."""

import numpy as np

from score import clamp


def compounded(percent, years):
    return (1 + percent / 100) ** years


def prices(m):
    plan, plan0 = m["finance.national_inflation"], m.zero("finance.national_inflation")
    m["national.cost_index"] = compounded(plan, m.y) * (1 + m["finance.national_price_shock"] / 100)
    m["finance.price_factor"] = m["national.cost_index"] / compounded(plan0, m.y)
    m["national.cost_index_12m"] = m.sum12("national.cost_index") / 12


def control_total(m, improvement_percent):
    """control(i, y): the control total without sustainability funding, of a month."""
    step = improvement_percent / 100 * m.zero("finance.income_base")
    planned = m["trust.planned_surplus"] / 12
    first = np.where(np.isnan(planned), m.zero("finance.surplus_before_fund") + step, planned)
    return first + (m.y - 1) * step


def phased(m, back_loading):
    """phi(p, b) with p the savings profile."""
    return 1 + back_loading * (m.profile("savings") - 1)


def cost_pressures(m):
    """What the plan's costs grow by without funding: drivers as they are in the baseline."""
    p = m.parameters("finance")
    savings = m.zero("finance.savings_plan")
    drugs = m.zero("support.passthrough_drugs")
    plan_inflation = compounded(m.zero("finance.national_inflation"), m.y)
    m["finance.plan_recurrent"] = (clamp(m.zero("finance.recurrent_share"), 0, 100) / 100 * savings / 12
                                   * phased(m, m.zero("finance.savings_back_loading")))
    m["finance.plan_carried"] = m.prev("finance.plan_carried") + (m.prev("finance.plan_recurrent") if m.k == 1 else 0.0)
    trend = compounded(m.zero("clinical.contract_growth"), (m.month + p("months_since_average")) / 12)
    income = (m.zero("finance.patient_income_base") * compounded(m.zero("clinical.tariff_uplift"), m.y) * trend
              + m.zero("finance.other_income_base") * plan_inflation)
    costs = ((m.zero("finance.opex") - drugs) * plan_inflation * (1 + p("activity_cost_share") * (trend - 1)))
    m["finance.plan_cost_pressure"] = (
        income + m["finance.plan_carried"] + savings / 12
        - (m["trust.depreciation"] + m["trust.pdc_dividend"]) / 12 - m.zero("finance.interest_base")
        - control_total(m, m.zero("finance.planned_improvement")) - costs)


def plan(m):
    p = m.parameters("finance")
    total = m.zero("finance.income_base")
    control = (control_total(m, m["finance.planned_improvement"])
               + m["finance.control_total_change"] / 100 * total)
    even = m["finance.savings_plan"] / 12
    savings = even * phased(m, m["finance.savings_back_loading"])
    fund = m["finance.control_total_accepted"] * m["finance.sustainability_allocation"] / 12
    m["finance.plan_savings"] = savings
    m["finance.control_total"] = control + savings - even
    m["finance.plan_fund"] = fund * m.profile("sustainability")
    contract = (m.zero("finance.patient_income_base") * m["clinical.tariff_index"] * m["clinical.contract_trend"]
                + m.zero("finance.other_income_base") * compounded(m["finance.national_inflation"], m.y)
                + m.zero("support.passthrough_drugs"))
    income_share = 1 - p("savings_pay_share") - p("savings_nonpay_share")
    m["finance.plan_turnover"] = contract + income_share * savings
    m["finance.plan_margin"] = 100 * (control + fund) / (contract + income_share * even + fund)
    m["finance.plan_support"] = m.zero("finance.supported") * np.maximum(-(control + fund), 0)
