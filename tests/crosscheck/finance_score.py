"""The score of the finance KLOE (docs/model/finance.md, section 11)."""

import numpy as np

from actuals import closed_months
from score import band_score, clamp, on_scale


def edges(m, name):
    return [m.parameter(f"finance.{name}_edge_{i}") for i in (1, 2, 3)]


def support_part(m):
    """Straight lines through four points, the last of which runs on, less points for what was drawn."""
    p = m.parameters("finance")
    at = [0.0, p("support_low"), p("support_high"), p("support_severe")]
    scores = [p(f"support_score_{name}") for name in ("none", "low", "high", "severe")]
    percent = m["finance.support_percent"]
    line = np.interp(percent, at, scores)
    line = line + np.maximum(percent - at[3], 0) * (scores[3] - scores[2]) / (at[3] - at[2])
    return np.minimum(line - p("support_drawn_points") * m["finance.support_drawn_percent"], 4)


def margin_part(m, margin):
    """Between the edges as any band, beyond them in lines of their own."""
    p = m.parameters("finance")
    best, middle, worst = edges(m, "margin")
    inside = np.interp(margin, [worst, middle, best], [1.5, 2.5, 3.5])
    return (inside + p("margin_points_above") * np.maximum(margin - best, 0)
            - p("margin_points_below") * np.maximum(worst - margin, 0))


def parts(m):
    p = m.parameters("finance")
    distance = m["published.distance_from_plan"]
    on_the_day = (m.month == closed_months(m)) & (closed_months(m) < 12)
    believed = np.where(on_the_day, p("forecast_weight") * m.zero("finance.forecast_given"), 0.0)
    distance = distance + believed * (m.zero("finance.forecast_distance") - distance)
    forecast = m["finance.plan_margin"] + distance
    last, recurrent = p("last_year_weight"), p("recurrent_weight")
    capacity = band_score(m["published.capital_service_capacity"], *edges(m, "capacity"))
    liquidity = band_score(m["published.liquidity_days"], *edges(m, "liquidity"))
    both = p("weight_capacity") + p("weight_liquidity")
    underlying = m["finance.underlying_margin"] - (last * m.zero("finance.last_year_one_offs") if m.y == 1 else 0)
    prompts = sum(on_scale(m[f"finance.evidence_{x}"]) for x in ("income", "costing", "consultants")) / 3
    return {
        "part_support": (p("weight_support"), support_part(m)),
        "part_plan": (p("weight_plan"),
                      (1 - last) * band_score(distance, *edges(m, "distance"))
                      + last * band_score(m["finance.last_year_distance"], *edges(m, "distance"))),
        "part_improvement": (p("weight_improvement"), clamp(
            2.5 + p("improvement_points") * (forecast - m["finance.last_year_margin"]), 1, 4)),
        "part_margin": (p("weight_margin"), margin_part(m, forecast)),
        "part_savings": (p("weight_savings"),
                         (1 - recurrent) * band_score(m["finance.savings_delivered_share"], *edges(m, "delivery"))
                         + recurrent * band_score(m["finance.recurrent_delivered_share"], *edges(m, "recurrent"))),
        "part_underlying": (p("weight_underlying"),
                            band_score(underlying, *edges(m, "underlying"))),
        "part_balance": (both, (p("weight_capacity") * capacity + p("weight_liquidity") * liquidity) / both),
        "part_agency": (p("weight_agency"), band_score(m["published.agency_spend"], *edges(m, "agency"))),
        "evidence": (p("weight_evidence"), 2.5 + m["finance.evidence_grade"] * (prompts - 2.5)),
    }


def score(m):
    total = weights = 0.0
    for name, (weight, value) in parts(m).items():
        m[f"finance.{name}"] = value
        total, weights = total + weight * value, weights + weight
    m["finance.score"] = np.minimum(total / weights, 4)
