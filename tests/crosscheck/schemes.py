"""Savings schemes of a trust file or a scenario as drivers (docs/model/finance.md, section 4)."""

import math

SLOTS = 8
CATEGORIES = {"pay": 1, "nonpay": 2, "income": 3, "not_cash": 4}


def distribution(value):
    """A number, or a distribution in a table of its own."""
    return dict(value) if isinstance(value, dict) else {"shape": "constant", "value": float(value)}


def recurrent(scheme):
    """Percent of a scheme that recurs."""
    given = scheme.get("recurrent", True)
    return 100.0 * given if isinstance(given, bool) else float(given)


def recurrent_percent(schemes):
    """The programme's recurrent share, weighted by plan."""
    plan = sum(scheme["plan"] for scheme in schemes)
    return sum(scheme["plan"] * recurrent(scheme) for scheme in schemes) / plan


def slots(schemes):
    """Distribution of each driver `finance.scheme_<n>_...` that a programme sets, by driver."""
    plan = sum(scheme["plan"] for scheme in schemes)
    found = {}
    for n in range(1, SLOTS + 1):
        if n > len(schemes):
            found[f"finance.scheme_{n}_share"] = distribution(0.0)
            continue
        scheme = schemes[n - 1]
        parts = {"share": 100.0 * scheme["plan"] / plan, "start": scheme.get("start_month", 1.0),
                 "category": 0 if "driver" in scheme else CATEGORIES[scheme["category"]],
                 "delay": scheme.get("delay", 0.0), "follows": 0.0 if "delivery" in scheme else 1.0,
                 "recurrent": recurrent(scheme)}
        if "delivered_to_date" in scheme:
            parts["to_date"] = scheme["delivered_to_date"]
        if "delivery" in scheme:
            parts["delivery"] = scheme["delivery"]
        found.update({f"finance.scheme_{n}_{part}": distribution(value) for part, value in parts.items()})
    return found


def effects(schemes, driver):
    """What schemes do to a driver: (operation, change, delivery, stream, first month)."""
    found = []
    for n, scheme in enumerate(schemes, start=1):
        if scheme.get("driver") != driver:
            continue
        word = "add" if "add" in scheme else "multiply"
        first = math.ceil(scheme.get("start_month", 1.0) + scheme.get("delay", 0.0))
        found.append((word, scheme[word], distribution(scheme.get("delivery", 100.0)),
                      f"finance.scheme_{n}_delivery", first))
    return found
