"""Pressures, income and the statement (docs/model/finance.md, sections 5 and 6). GBP m a month."""

import numpy as np

from actuals import closed, closed_months, informed, is_closed
from plan import compounded
from score import clamp


def seen_so_far(m):
    """What the closed months show of unplanned cost, of a month."""
    savings = m.prev("finance.closed_plan_savings") - m["trust.savings_delivered_to_date"]
    surplus = m["trust.surplus_to_date"] - m["trust.sustainability_earned_to_date"]
    short = m.prev("finance.closed_control_total") - surplus - np.nan_to_num(savings)
    return short / np.maximum(closed_months(m), 1)


def pressures(m):
    """Section 5: what goes wrong, and contingency."""
    p = m.parameters("finance")
    total = m.zero("finance.income_base")
    unplanned = (m["finance.run_rate"] + m["finance.adverse_event"] * m["finance.adverse_size"]
                 + m["finance.monthly_variance"]) / 100 * total
    unplanned = informed(m, unplanned, seen_so_far(m))
    short = m["finance.plan_savings"] - m["finance.savings_delivered"]
    released = clamp(short + unplanned, 0, np.maximum(m["finance.contingency"] / 100 * m.zero("finance.opex"), 0))
    m["finance.contingency_released"] = released
    pressure = (m["finance.cost_pressure_realised"] / 100 * m["finance.plan_cost_pressure"] + unplanned
                - released) * m["finance.price_factor"]
    share = p("pressure_pay_share")
    outsourced = m["corporate.outsourced_share"] / 100 * m["trust.employee_expenses"] / 12 * m["national.cost_index"]
    m["finance.cost_pressure_pay"] = share * pressure - outsourced
    m["finance.cost_pressure_nonpay"] = (1 - share) * pressure


def one_off_benefits(m):
    """Section 5: what is found to land on the control total."""
    p = m.parameters("finance")
    if m.k < p("one_off_from_month"):
        m["finance.one_off_benefits"] = 0.0
        return
    part = 12 * m.zero("finance.income_base") / (13 - p("one_off_from_month")) / 100
    gap = m.prev("finance.control_total_gap")
    wanted = gap / (13 - m.k) + gap / max(m.k - 1, 1) + np.minimum(p("one_off_cushion") * part, gap)
    m["finance.one_off_benefits"] = clamp(wanted, 0, np.maximum(m["finance.one_off_capacity"] * part, 0))


def income(m):
    """Section 6: turnover, and turnover at last year's tariff and prices."""
    others = m.zero("finance.other_income_base") * compounded(m["finance.national_inflation"], m.y)
    shared = m["support.gain_share_income"] + m["people.award_income"]
    drugs, patients = m["support.passthrough_drugs"], m["clinical.patient_income"]
    m["finance.patient_income"] = patients
    modelled = others + shared + m["finance.savings_income"] + m["finance.one_off_benefits"]
    to_date = m["trust.income_to_date"] - m["trust.sustainability_earned_to_date"]
    m["finance.turnover"] = closed(m, to_date, patients + drugs + modelled)
    given = is_closed(m) & ~np.isnan(to_date)
    m["finance.other_income"] = np.where(given, m["finance.turnover"] - patients - drugs, modelled)
    m["finance.turnover_constant"] = ((patients + others + m["finance.savings_income"]) / m["clinical.tariff_index"]
                                      + (shared + drugs) / m["national.cost_index"])


def result(m):
    """Section 6: from turnover to the surplus before sustainability funding."""
    p = m.parameters("finance")
    m["finance.depreciation"] = (m["trust.depreciation"] / 12
                                 + m.prev("finance.extra_assets") / (12 * p("asset_life")))
    good = m["finance.control_total_accepted"] * m.prev("finance.control_total_met") > 0.5
    rate = np.where(good, p("support_rate"), p("support_rate_off_plan"))
    rent = (p("contingent_rent_ratio") * m["trust.pfi_service"] / 12
            * (compounded(m["corporate.pfi_indexation"], m.y) - 1))
    m["finance.interest"] = (m.zero("finance.interest_base") + rate / 1200 * m.prev("finance.support_extra") + rent)
    m["finance.pdc_dividend"] = np.maximum(p("pdc_rate") / 100 * m.prev("finance.net_relevant_assets"), 0) / 12
    costs = m["people.pay"] + m["corporate.nonpay"]
    expected = (m["finance.turnover"] - costs - m["finance.depreciation"] - m["finance.interest"]
                - m["finance.pdc_dividend"])
    to_date = m["trust.surplus_to_date"] - m["trust.sustainability_earned_to_date"]
    m["finance.surplus_before_fund"] = closed(m, to_date, expected)
    m["finance.actuals_difference"] = expected - m["finance.surplus_before_fund"]
    m["finance.opex"] = costs + m["finance.actuals_difference"]
