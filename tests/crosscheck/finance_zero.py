"""Month 0 of finance (docs/model/finance.md, section 2). GBP m; E, D, P, L, La, X, F, A are amounts of a year."""

import numpy as np

from score import clamp


def known(value, otherwise):
    """`value` when it is reported, else `otherwise`."""
    return np.where(np.isnan(value), otherwise, value)


def capacity(m, revenue, service):
    """csc(v, c) of section 2."""
    p = m.parameters("finance")
    return clamp(revenue / np.maximum(service, p("least_capital_service")), p("capacity_lower"), p("capacity_upper"))


def yearly(m):
    """E, D, P, L, La, F, A and a."""
    names = ("operating_expenses", "depreciation", "pdc_dividend", "interim_support", "interim_support_year_ago",
             "pfi_service")
    return [m[f"trust.{name}"] for name in names] + [m["finance.sustainability_allocation"],
                                                     m["finance.control_total_accepted"]]


def margins(m):
    """Margin and distance from plan of last year, percent."""
    p = m.parameters("finance")
    e, d, dividend, loans, before, pfi, _, _ = yearly(m)
    own = m["finance.interest_share"] / 100 * e + p("support_rate") / 100 * loans + p("pfi_interest_ratio") * pfi
    last, turnover = m["trust.last_year_surplus"], m["trust.total_income"]
    stated = known(m["trust.ie_margin"], 100 * last / turnover)
    left = clamp(turnover * (1 - stated / 100) - e - d - dividend, 0, p("interest_limit") / 100 * e)
    m["finance.interest_base"] = known(m["trust.interest"], known(left, own)) / 12
    level = p("margin_level_intercept") - p("margin_level_slope") * 100 * loans / e
    growth = p("margin_growth_intercept") - p("margin_growth_slope") * 100 * (loans - before) / e
    expected = np.where(~np.isnan(before) & (loans > 0), growth, level)
    costs = e + d + dividend + 12 * m["finance.interest_base"]
    by_surplus = 100 * last / known(turnover, costs + last)
    by_income = 100 * (turnover - costs) / turnover
    drawn = clamp(known(by_surplus, known(by_income, expected + m["finance.margin_unexplained"])), -60, 40)
    margin = known(m["trust.ie_margin"], drawn)
    distance = known(m["trust.distance_from_plan"], clamp(
        p("distance_intercept") + p("distance_slope") * margin + m["finance.distance_unexplained"], -60, 40))
    m["metric.ie_margin"] = margin
    m["metric.distance_from_plan"] = distance
    m["finance.last_year_margin"] = known(m["trust.ie_margin_year_ago"], margin)
    m["finance.last_year_distance"] = known(m["trust.distance_from_plan_year_ago"], distance)
    m["finance.ie_margin_12m"] = margin
    m["finance.control_total_met"] = distance >= 0


def income(m):
    """Last year's income, fund and surplus, closed from the margin."""
    p = m.parameters("finance")
    e, d, dividend, loans, _, _, allocation, accepted = yearly(m)
    margin, met = m["metric.ie_margin"], m["metric.distance_from_plan"] >= 0
    m["finance.support"] = loans
    m["finance.support_percent"] = 100 * loans / e
    m["finance.supported"] = 100 * loans / e > p("supported_from")
    total = (e + d + dividend + 12 * m["finance.interest_base"]) / (1 - margin / 100) / 12
    share = p("fund_finance_share")
    earned = np.where(met, share + (1 - share) * p("fund_access_share_earned"), share * p("fund_missed_share"))
    fund = accepted * allocation * earned / 12
    m["finance.income_base"] = total
    m["finance.last_year_one_offs"] = np.nan_to_num(100 * m["trust.one_offs"] / (12 * total))
    m["finance.sustainability"] = fund
    m["finance.turnover"] = total - fund
    m["finance.turnover_constant"] = total - fund
    m["finance.patient_income_base"] = (1 - m["finance.other_income_share"] / 100) * (
        total - fund - m["trust.passthrough_drugs"] / 12)
    m["finance.surplus"] = margin / 100 * total
    m["finance.surplus_before_fund"] = m["finance.surplus"] - fund


def forecast(m):
    """The distance from plan that the trust forecasts for this year, percentage points."""
    limit = m.parameter("finance.ratio_limit")
    total = 12 * m["finance.income_base"]
    step = m["finance.planned_improvement"] / 100 * total
    control = known(m["trust.planned_surplus"], 12 * m["finance.surplus_before_fund"] + step)
    planned = control + m["finance.control_total_accepted"] * m["finance.sustainability_allocation"]
    given = m["trust.forecast_surplus"]
    apart = clamp(100 * (given - planned) / np.maximum(total, 1e-9), -limit, limit)
    m["finance.forecast_given"] = np.where(np.isnan(given), 0.0, 1.0)
    m["finance.forecast_distance"] = known(apart, m["metric.distance_from_plan"])


def capital(m):
    """Other income, principal, capital service and capital spend."""
    p = m.parameters("finance")
    e, d, dividend, _, _, pfi, _, _ = yearly(m)
    m["finance.other_income_base"] = (m["finance.turnover"] - m["finance.patient_income_base"]
                                      - m["support.passthrough_drugs"] - m["support.gain_share_income"]
                                      - m["people.award_income"])
    m["finance.opex"] = m["people.pay"] + m["corporate.nonpay"]
    revenue, interest = 12 * m["finance.income_base"] - e, 12 * m["finance.interest_base"]
    reported = m["trust.capital_service_capacity"]
    with np.errstate(divide="ignore", invalid="ignore"):
        implied = revenue / reported - dividend - interest
        possible = (implied >= 0) & (implied <= p("principal_limit") / 100 * e)
    own = m["finance.principal_share"] / 100 * e + p("pfi_principal_ratio") * pfi
    rest = np.maximum(m["trust.capital_service"] - dividend - interest, 0)
    m["finance.principal_base"] = known(m["trust.principal"], known(rest, np.where(possible, implied, own))) / 12
    principal = 12 * m["finance.principal_base"]
    explained = capacity(m, revenue, dividend + interest + principal)
    m["metric.capital_service_capacity"] = known(reported, explained)
    m["finance.capacity_offset"] = m["metric.capital_service_capacity"] - explained
    surplus = 12 * m["finance.surplus"]
    surplus = np.where(m["finance.supported"] > 0, np.maximum(surplus, 0), surplus)
    m["finance.capital_spend_base"] = known(
        m["trust.capital_spend"], np.maximum(p("least_capital_spend") * d, d - principal + surplus)) / 12
    m["finance.net_relevant_assets"] = dividend / (p("pdc_rate") / 100)


def balance(m):
    """Closing balance sheet."""
    p = m.parameters("finance")
    e, _, _, loans, before, _, _, _ = yearly(m)
    principal, supported = 12 * m["finance.principal_base"], m["finance.supported"] > 0
    assets, other = m["trust.current_assets"], m["trust.receivables"]
    due = clamp(m["finance.loans_due_share"], 0, 100) / 100 * loans
    m["finance.loans_due"] = due
    balances = 360 * (assets - m["trust.current_liabilities"]) / e
    m["metric.liquidity_days"] = known(m["trust.liquidity_days"], known(
        balances, m["finance.liquidity_unexplained"] - 360 * due / e))
    working = m["metric.liquidity_days"] * e / 360
    m["finance.working_capital"] = working
    days = np.where(supported, np.minimum(m["finance.cash_days"], p("supported_cash_days")), m["finance.cash_days"])
    least = working + p("least_payables") / 100 * e + due + principal - other
    cash = known(m["trust.cash"], known(np.maximum(assets - other, 0), np.maximum(days * e / 365, least)))
    receivables = known(assets - cash, other)
    m["finance.cash"] = cash
    m["finance.fund_unpaid"] = p("fund_unpaid_share") * 12 * m["finance.sustainability"]
    m["finance.receivables"] = receivables
    m["finance.other_receivables_base"] = receivables - m["finance.fund_unpaid"]
    m["finance.payables"] = cash + receivables - working - due - principal
    m["finance.payables_base"] = m["finance.payables"]
    m["finance.cash_floor"] = np.minimum(p("cash_floor_days") * e / 365, cash)
    deficit = np.minimum(np.where(supported, np.maximum(-12 * m["finance.surplus"], 0), 0), loans)
    m["finance.support_drawn"] = known(np.maximum(loans - before, 0), deficit) / 12


def agency(m):
    """Agency spend against its ceiling, percent over it."""
    p = m.parameters("finance")
    e, _, _, loans, *_ = yearly(m)
    spend, ceiling = 12 * m["people.agency_spend"], m["trust.agency_ceiling"]
    drawn = np.maximum(100 * (m["finance.agency_against_ceiling"] - 1)
                       + p("agency_support_slope") * (100 * loans / e - p("support_mean")), -90)
    over = np.minimum(100 * (spend - ceiling) / np.maximum(ceiling, p("least_ceiling")), p("agency_limit"))
    m["metric.agency_spend"] = known(m["trust.agency_spend"], known(over, drawn))
    m["finance.agency_ceiling"] = known(ceiling, spend / np.maximum(1 + m["metric.agency_spend"] / 100, 0.01)) / 12


def nothing_yet(m):
    """Columns with a past that are 1 or 0 at month 0."""
    for name in ("national.cost_index", "national.cost_index_12m", "finance.price_factor"):
        m[name] = 1.0
    m["finance.fund_size_base"] = m.parameter("finance.fund_size")
    zero = ("closed_control_total", "closed_plan_savings", "closed_fund", "receivables_shift", "payables_shift",
            "plan_carried", "control_total_gap",
            "fund_secured", "access_secured", "fund_earned",
            "support_extra", "extra_assets")
    kinds = [f"{part}_{kind}" for part in ("recurrent", "carried") for kind in ("pay", "nonpay", "income")]
    for name in (*zero, *kinds):
        m[f"finance.{name}"] = 0.0
