"""The year so far (docs/model/finance.md, section 6): closed months show what happened, open ones learn from it."""

import numpy as np

from score import LEAST


def closed_months(m):
    """L, the months of the first year that are closed; 0 when nothing is stated."""
    return np.nan_to_num(m["trust.last_closed_month"])


def is_closed(m):
    return (m.month <= closed_months(m)) & (m.y == 1)


def closed(m, to_date, modelled):
    """closed(x, model): a month's part of a figure to date in closed months, else the model's own."""
    per_month = to_date / np.maximum(closed_months(m), 1)
    return np.where(is_closed(m) & ~np.isnan(to_date), per_month, modelled)


def informed(m, drawn, seen, plugin="finance"):
    """informed(d, s): in open months of year 1 a draw moved towards what the closed months show."""
    months = closed_months(m)
    weight = months / (months + m.parameter(f"{plugin}.actuals_half_months"))
    learns = (m.y == 1) & (m.month > months) & (months > 0) & ~np.isnan(seen)
    return np.where(learns, drawn + weight * (np.where(learns, seen, 0.0) - drawn), drawn)


def over(to_date, modelled):
    """What the figure to date is of the model's."""
    return to_date / np.maximum(modelled, LEAST)


def accumulate(m, name, value):
    """A sum over the closed months so far."""
    m[name] = m.prev(name) + np.where(is_closed(m), value, 0.0)


def stated(m, *names):
    """Whether any of these figures to date is given."""
    return sum(~np.isnan(m[f"trust.{name}"]) for name in names) > 0


def month_zero(m):
    """The average month of the closed months, from what is reported to date; 0 for what nothing gives."""
    income, ebitda, surplus = m["trust.income_to_date"], m["trust.ebitda_to_date"], m["trust.surplus_to_date"]
    months = np.maximum(closed_months(m), 1)
    charges = (m["trust.depreciation"] + m["trust.pdc_dividend"]) / 12 + m["finance.interest_base"]
    charges = np.where(np.isnan(ebitda - surplus), charges, (ebitda - surplus) / months)
    opex = np.where(np.isnan(ebitda), (income - surplus) / months - charges, (income - ebitda) / months)
    opex = np.nan_to_num(opex)
    pay = np.where(np.isnan(m["trust.pay_to_date"]), opex * m["people.pay"] / m["finance.opex"],
                   m["trust.pay_to_date"] / months)
    m["finance.closed_opex"], m["finance.closed_pay"], m["finance.closed_charges"] = opex, pay, charges
    m["finance.closed_nonpay"] = np.where(opex > 0, opex - pay, 0.0)


def agency(m):
    """finance.agency_spend: agency as the ceiling sees it, GBP m a month."""
    m["finance.agency_spend"] = closed(m, m["trust.agency_to_date"], m["people.agency_spend"])
