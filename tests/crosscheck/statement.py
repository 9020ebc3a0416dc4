"""Pressures, income and the statement (docs/model/finance.md, sections 5 and 6). GBP m a month."""

import numpy as np

from actuals import closed_months, is_closed, stated
from plan import compounded, control_total
from score import LEAST, clamp


def seen_so_far(m):
    """What the closed months show of unplanned cost, of a month."""
    savings = m.prev("finance.closed_plan_savings") - m["trust.savings_delivered_to_date"]
    surplus = m["trust.surplus_to_date"] - m.prev("finance.closed_fund")
    short = m.prev("finance.closed_control_total") - surplus - np.nan_to_num(savings)
    return short / np.maximum(closed_months(m), 1)


def own_forecast(m):
    """What the trust's own forecast says of unplanned cost in the open months, of a month; 0 without one."""
    p = m.parameters("finance")
    informs = ~np.isnan(m["trust.surplus_to_date"]) & (closed_months(m) > 0)
    open_months = np.maximum(12 - closed_months(m), 1)
    total = 12 * control_total(m, m.zero("finance.planned_improvement"), 1)
    fund = m.zero("finance.control_total_accepted") * m.zero("finance.sustainability_allocation")
    earned = np.where(informs, m.prev("finance.closed_fund"), 0.0)
    forecast = m["trust.forecast_surplus"]
    share = clamp((forecast - total + fund) / np.maximum(2 * fund, LEAST), 0, 1)
    gap = total - (forecast - np.maximum(share * fund, earned))
    so_far = np.where(informs, m.prev("finance.closed_control_total") - m["trust.surplus_to_date"] + earned, 0.0)
    late = np.minimum(open_months / np.maximum(13 - p("one_off_from_month"), 1), 1)
    relief = (open_months * m.zero("finance.contingency") / 100 * m.zero("finance.opex")
              + late * m.zero("finance.one_off_capacity") / 100 * 12 * m.zero("finance.income_base"))
    left = gap + clamp(gap, 0, np.maximum(relief, 0)) - so_far
    slippage = m.zero("finance.plan_savings_mean") * (1 - p("savings_expected_delivery") / 100)
    m["finance.forecast_unplanned"] = np.nan_to_num(left / np.where(informs, open_months, 12) - slippage)


def informed_unplanned(m, drawn):
    """A draw of unplanned cost moved by the closed months and by the trust's own forecast, each by its months."""
    p = m.parameters("finance")
    own_forecast(m)
    opened = (m.y == 1) & (m.month > closed_months(m))
    seen = seen_so_far(m)
    months = np.where(opened & ~np.isnan(seen), closed_months(m), 0.0)
    forecast_months = np.where(opened & ~np.isnan(m["trust.forecast_surplus"]), p("forecast_months"), 0.0)
    pull = (months * (np.nan_to_num(seen) - drawn)
            + forecast_months * (m["finance.forecast_unplanned"] - drawn))
    return drawn + pull / (p("actuals_half_months") + months + forecast_months)


def pressures(m):
    """Section 5: what goes wrong, and contingency."""
    p = m.parameters("finance")
    total = m.zero("finance.income_base")
    unplanned = (m["finance.run_rate"] + m["finance.adverse_event"] * m["finance.adverse_size"]
                 + m["finance.monthly_variance"]) / 100 * total
    unplanned = informed_unplanned(m, unplanned)
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
    found = clamp(wanted, 0, np.maximum(m["finance.one_off_capacity"] * part, 0))
    given = is_closed(m) & stated(m, "income_to_date", "surplus_to_date", "ebitda_to_date")
    m["finance.one_off_benefits"] = np.where(given, 0.0, found)


def income(m):
    """Section 6: turnover, and turnover at last year's tariff and prices."""
    others = m.zero("finance.other_income_base") * compounded(m["finance.national_inflation"], m.y)
    shared = m["support.gain_share_income"] + m["people.award_income"]
    drugs, patients = m["support.passthrough_drugs"], m["clinical.patient_income"]
    modelled = others + shared + m["finance.savings_income"] + m["finance.one_off_benefits"]
    months = np.maximum(closed_months(m), 1)
    costs = m["people.pay"] + m["corporate.nonpay"]
    by_result = np.where(np.isnan(m["trust.ebitda_to_date"]),
                         costs + m.zero("finance.closed_charges") + m["trust.surplus_to_date"] / months,
                         costs + m["trust.ebitda_to_date"] / months)
    to_date = m["trust.income_to_date"]
    shown = (np.where(np.isnan(to_date), by_result, to_date / months)
             - (m["finance.closed_fund"] - m.prev("finance.closed_fund")))
    given = is_closed(m) & ~np.isnan(shown)
    m["finance.turnover"] = np.where(given, shown, patients + drugs + modelled)
    contracts = m.zero("finance.patient_income_base") / m.zero("finance.turnover")
    m["finance.patient_income"] = np.where(given, shown * contracts, patients)
    m["finance.other_income"] = np.where(given, shown * (1 - contracts) - drugs, modelled)
    m["finance.turnover_constant"] = ((patients + others + m["finance.savings_income"]) / m["clinical.tariff_index"]
                                      + (shared + drugs) / m["national.cost_index"])


def result(m):
    """Section 6: from turnover to the surplus before sustainability funding."""
    p = m.parameters("finance")
    good = m["finance.control_total_accepted"] * m.prev("finance.control_total_met") > 0.5
    rate = np.where(good, p("support_rate"), p("support_rate_off_plan"))
    rent = (p("contingent_rent_ratio") * m["trust.pfi_service"] / 12
            * (compounded(m["corporate.pfi_indexation"], m.y) - 1))
    usual = {
        "depreciation": m["trust.depreciation"] / 12 + m.prev("finance.extra_assets") / (12 * p("asset_life")),
        "interest": m.zero("finance.interest_base") + rate / 1200 * m.prev("finance.support_extra") + rent,
        "pdc_dividend": np.maximum(p("pdc_rate") / 100 * m.prev("finance.net_relevant_assets"), 0) / 12}
    base = {"depreciation": m["trust.depreciation"] / 12, "interest": m.zero("finance.interest_base"),
            "pdc_dividend": m["trust.pdc_dividend"] / 12}
    charges = m.zero("finance.closed_charges")
    shown = {name: charges * amount / np.maximum(sum(base.values()), LEAST) for name, amount in base.items()}
    shown["interest"] = charges - shown["depreciation"] - shown["pdc_dividend"]
    given = is_closed(m) & stated(m, "surplus_to_date", "ebitda_to_date")
    for name in base:
        m[f"finance.{name}"] = np.where(given, shown[name], usual[name])
    costs = m["people.pay"] + m["corporate.nonpay"]
    opex = m.zero("finance.closed_opex")
    left = is_closed(m) & (opex > 0) & (np.abs(opex - costs) > LEAST)
    m["finance.actuals_difference"] = np.where(left, opex - costs, 0.0)
    m["finance.delivery"] = m["finance.delivery_cost"]
    m["finance.opex"] = costs + m["finance.actuals_difference"] + m["finance.delivery"]
    m["finance.surplus_before_fund"] = (m["finance.turnover"] - m["finance.opex"] - m["finance.depreciation"]
                                        - m["finance.interest"] - m["finance.pdc_dividend"])
