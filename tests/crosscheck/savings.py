"""Savings (docs/model/finance.md, section 4): a programme of eight schemes. GBP m a month."""

import numpy as np

from actuals import closed, informed, is_closed, over
from score import clamp

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
    m["finance.plan_savings_mean"] = mean_plan(m)
    expected = m["finance.recurrent_share"]
    m["finance.plan_lasting_pace"] = sum(
        recurrent_part(m[f"finance.scheme_{n}_recurrent"], expected, expected) * pace(m, n)[0] for n in SCHEMES)


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
    running = runs(m, start + np.maximum(m[f"finance.scheme_{n}_delay"], 0))
    follows = np.where(m[f"finance.scheme_{n}_follows"] > 0.5, m["finance.programme_delivery"], 1.0)
    normal = amount * running * np.maximum(m[f"finance.scheme_{n}_delivery"], 0) / 100 * follows
    lasting = recurrent_part(m[f"finance.scheme_{n}_recurrent"], m["finance.recurrent_share"],
                             m.zero("finance.recurrent_share"))
    m[f"finance.scheme_{n}_delivered"] = normal * (kept + m.parameter("finance.substituted_share") * (1 - kept))
    m[f"finance.scheme_{n}_lasting"] = lasting * normal * kept


def over_category(m, name, category):
    return sum(np.where(of_category(m, n, category), m[f"finance.scheme_{n}_{name}"], 0.0) for n in SCHEMES)


def savings(m):
    programme_delivery(m)
    for n in SCHEMES:
        scheme(m, n)
    delivered, recurrent = over_category(m, "delivered", 0), over_category(m, "lasting", 0)
    for code, kind in CATEGORIES.items():
        this = over_category(m, "delivered", code)
        m[f"finance.recurrent_{kind}"] = over_category(m, "lasting", code)
        m[f"finance.carried_{kind}"] = m.prev(f"finance.carried_{kind}") + (
            m.prev(f"finance.recurrent_{kind}") if m.k == 1 else 0.0)
        price = 1.0 if kind == "income" else m["finance.price_factor"]
        m[f"finance.savings_{kind}"] = (m[f"finance.carried_{kind}"] + this) * price
        delivered, recurrent = delivered + this, recurrent + m[f"finance.recurrent_{kind}"]
    to_date = m["trust.savings_delivered_to_date"]
    shown = closed(m, to_date, delivered)
    share = clamp(m["finance.recurrent_share"], 0, 100) / 100
    m["finance.savings_delivered"] = shown
    m["finance.savings_recurrent"] = np.where(is_closed(m) & ~np.isnan(to_date), share * shown, recurrent)
    m["finance.savings_nonrecurrent"] = shown - m["finance.savings_recurrent"]
