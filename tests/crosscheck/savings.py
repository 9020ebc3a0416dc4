"""Savings (docs/model/finance.md, section 4): a programme of eight schemes. GBP m a month."""

import numpy as np

from actuals import closed_months, informed, is_closed, over
from score import LEAST, clamp

SCHEMES = range(1, 9)
CATEGORIES = {1: "pay", 2: "nonpay", 3: "income"}


def recurrent_part(own, now, expected):
    """rec(own, R, R0): share of a scheme that recurs; `own` below 0 stands for the programme's."""
    return clamp(np.where(own < 0, now, own + now - expected), 0, 100) / 100


def pace(m, n):
    """What a scheme gives in a month once it runs, and the month of the year in which it is planned to start."""
    start = clamp(1 + m["finance.savings_back_loading"] * (m[f"finance.scheme_{n}_start"] - 1), 1, 12)
    return m["finance.savings_plan"] * m[f"finance.scheme_{n}_share"] / 100 / (13 - start), start


def runs(m, start):
    """The part of the month in which a scheme runs."""
    return clamp(m.k - start + 1, 0, 1)


def of_category(m, n, category):
    return m[f"finance.scheme_{n}_category"] == category


def mean_plan(m, income_only=False):
    """The average month of the plan."""
    shares = sum(np.where(of_category(m, n, 3) | (not income_only), m[f"finance.scheme_{n}_share"], 0.0)
                 for n in SCHEMES)
    return m["finance.savings_plan"] / 1200 * shares


def month_zero(m):
    closed_amounts(m)
    m["finance.plan_savings_mean"] = mean_plan(m)
    expected = m["finance.recurrent_share"]
    m["finance.plan_lasting_pace"] = sum(
        recurrent_part(m[f"finance.scheme_{n}_recurrent"], expected, expected) * pace(m, n)[0] for n in SCHEMES)


def closed_amounts(m):
    """What each scheme delivered in the closed months, all together what the programme did; below 0: unknown."""
    programme, months = m["trust.savings_delivered_to_date"], closed_months(m)
    given, weight = {}, {}
    for n in SCHEMES:
        own, cash = m[f"finance.scheme_{n}_to_date"], ~of_category(m, n, 4)
        given[n] = np.where(cash, np.maximum(own, 0), 0)
        run = np.maximum(months - m[f"finance.scheme_{n}_start"] + 1, 0) + 1e-9
        weight[n] = np.where(cash & (own < 0), m[f"finance.scheme_{n}_share"] * run, 0)
    all_given, all_weight = sum(given.values()), sum(weight.values())
    fit = np.where(((all_given > programme) | (all_weight <= 0)) & (all_given > 0),
                   programme / np.maximum(all_given, LEAST), 1.0)
    left = np.maximum(programme - all_given, 0) / np.maximum(all_weight, 1e-300)
    for n in SCHEMES:
        own = np.where(m[f"finance.scheme_{n}_to_date"] < 0, -1.0, given[n])
        m[f"finance.scheme_{n}_closed"] = np.where(np.isnan(programme), own, given[n] * fit + weight[n] * left)


def planned(m):
    """What each scheme is planned to give, and the plan as a whole."""
    income = 0.0
    for n in SCHEMES:
        amount, start = pace(m, n)
        m[f"finance.scheme_{n}_planned"] = amount * runs(m, start)
        income = income + np.where(of_category(m, n, 3), m[f"finance.scheme_{n}_planned"], 0.0)
    m["finance.plan_savings"] = sum(m[f"finance.scheme_{n}_planned"] for n in SCHEMES)
    m["finance.plan_savings_income"] = income
    m["finance.plan_savings_mean"] = mean_plan(m)
    m["finance.plan_savings_income_mean"] = mean_plan(m, income_only=True)


def programme_delivery(m):
    """Share of the plan that is delivered, before slippage."""
    p = m.parameters("finance")
    record = p("savings_record_persistence") * (m["trust.savings_delivered_last_year"] - p("savings_expected_delivery"))
    percent = m["finance.savings_delivery"] + np.where(np.isnan(record), 0.0, record)
    most = p("savings_most_delivery") / 100
    seen = clamp(over(m["trust.savings_delivered_to_date"], m.prev("finance.closed_plan_savings")), 0, most)
    m["finance.programme_delivery"] = informed(m, clamp(percent / 100, 0, most), seen)


def scheme(m, n):
    """What a scheme delivers in the month, and the part of it that recurs."""
    slip = sum(np.where(of_category(m, n, code), m[f"finance.savings_slippage_{kind}"], 0.0)
               for code, kind in CATEGORIES.items())
    kept = (1 - m["finance.savings_slippage"] / 100) * (1 - slip / 100)
    amount, start = pace(m, n)
    start = start + np.maximum(m[f"finance.scheme_{n}_delay"], 0)
    follows = np.where(m[f"finance.scheme_{n}_follows"] > 0.5, m["finance.programme_delivery"], 1.0)
    expected = np.maximum(m[f"finance.scheme_{n}_delivery"], 0) / 100 * follows
    due, own = amount * np.maximum(closed_months(m) - start + 1, 0), m[f"finance.scheme_{n}_to_date"]
    record = np.where((own >= 0) & (due > 0), clamp(own / np.maximum(due, LEAST), 0, 3), np.nan)
    cash = np.where(of_category(m, n, 4), 0.0, 1.0)
    normal = cash * amount * runs(m, start) * informed(m, expected, record)
    lasting = recurrent_part(m[f"finance.scheme_{n}_recurrent"], m["finance.recurrent_share"],
                             m.zero("finance.recurrent_share"))
    amounts = m.zero(f"finance.scheme_{n}_closed")
    given, so_far = is_closed(m) & (amounts >= 0), amounts / np.maximum(closed_months(m), 1)
    substituted = m.parameter("finance.substituted_share") * (1 - kept)
    m[f"finance.scheme_{n}_delivered"] = np.where(given, so_far, normal * (kept + substituted))
    m[f"finance.scheme_{n}_lasting"] = lasting * np.where(given, so_far, normal * kept)


def over_category(m, name, category):
    return sum(np.where(of_category(m, n, category), m[f"finance.scheme_{n}_{name}"], 0.0) for n in SCHEMES)


def savings(m):
    programme_delivery(m)
    for n in SCHEMES:
        scheme(m, n)
    for code, kind in CATEGORIES.items():
        this = over_category(m, "delivered", code)
        m[f"finance.recurrent_{kind}"] = over_category(m, "lasting", code)
        m[f"finance.carried_{kind}"] = m.prev(f"finance.carried_{kind}") + (
            m.prev(f"finance.recurrent_{kind}") if m.k == 1 else 0.0)
        price = 1.0 if kind == "income" else m["finance.price_factor"]
        m[f"finance.savings_{kind}"] = (m[f"finance.carried_{kind}"] + this) * price
    m["finance.savings_delivered"] = sum(m[f"finance.scheme_{n}_delivered"] for n in SCHEMES)
    m["finance.savings_recurrent"] = sum(m[f"finance.scheme_{n}_lasting"] for n in SCHEMES)
    m["finance.savings_nonrecurrent"] = m["finance.savings_delivered"] - m["finance.savings_recurrent"]
