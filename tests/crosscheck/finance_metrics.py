"""The five finance metrics and the finance score (docs/model/finance.md, sections 9 and 10)."""

import numpy as np

from actuals import closed_months
from finance_zero import capacity
from score import LEAST, clamp, margin


def over_ceiling(m, spend):
    """Percent over the ceiling of the year to date; `spend` is GBP m of the year to date."""
    p = m.parameters("finance")
    ceiling = m.k * m.zero("finance.agency_ceiling")
    over = 100 * (spend - ceiling) / np.maximum(ceiling, m.k * p("least_ceiling") / 12)
    held = m["finance.agency_held"]
    return np.where(held >= -100, held, np.minimum(over, p("agency_limit")))


def metrics(m):
    p = m.parameters("finance")
    limit = p("ratio_limit")
    opex, surplus = m.ytd("finance.opex"), m.ytd("finance.surplus")
    income = m.ytd("finance.turnover") + m.ytd("finance.sustainability")
    service = m.ytd("finance.interest") + m.ytd("finance.pdc_dividend") + m.ytd("finance.principal")
    told = ~(np.isnan(m["trust.ebitda_to_date"]) & np.isnan(m["trust.surplus_to_date"]))
    closed = np.where(told & (m.y == 1), np.minimum(closed_months(m), m.k), 0)
    unexplained = (1 - closed / m.k) * m.zero("finance.capacity_offset")
    m["metric.capital_service_capacity"] = unexplained + capacity(m, income - opex, service)
    m["metric.liquidity_days"] = clamp(m["finance.working_capital"] / np.maximum(opex, LEAST) * 30 * m.k, -limit, limit)
    m["metric.ie_margin"] = margin(surplus, income, limit)
    planned = m.ytd("finance.plan_turnover") + m.ytd("finance.plan_fund")
    plan_surplus = m.ytd("finance.control_total") + m.ytd("finance.plan_fund")
    m["metric.distance_from_plan"] = m["metric.ie_margin"] - margin(plan_surplus, planned, limit)
    spend = m.ytd("finance.agency_spend")
    m["metric.agency_spend"] = over_ceiling(m, spend)
    m["finance.agency_over_at_plan_prices"] = over_ceiling(m, spend * m.k / m.ytd("finance.price_factor"))
    year = m.sum12("finance.turnover") + m.sum12("finance.sustainability")
    m["finance.ie_margin_12m"] = margin(m.sum12("finance.surplus"), year, limit)
    for last, metric in (("margin", "metric.ie_margin"), ("distance", "metric.distance_from_plan")):
        m[f"finance.last_year_{last}"] = m.prev(metric) if m.k == 1 else m.prev(f"finance.last_year_{last}")


def banded(x, edges, tolerance, better, strict):
    """1 (best) to 4. better: +1 when higher is; strict: which of the three edges must be passed, not only met."""
    score = np.full(np.shape(x), 4.0)
    for band, (edge, passed) in reversed(list(enumerate(zip(edges, strict), start=1))):
        inside = better * x > better * edge + tolerance if passed else better * x >= better * edge - tolerance
        score = np.where(inside, band, score)
    return score


def finance_score(m):
    """Section 10: the score of the oversight framework, shown beside the rating."""
    p = m.parameters("finance")
    tables = (("capital_service_capacity", "capacity", 1, (True, False, False)),
              ("liquidity_days", "liquidity", 1, (True, False, False)),
              ("ie_margin", "margin", 1, (True, False, True)),
              ("distance_from_plan", "distance", 1, (False, False, True)),
              ("agency_spend", "agency", -1, (False, False, False)))
    scores = []
    for metric, edge, better, strict in tables:
        edges = [p(f"{edge}_edge_{i}") for i in (1, 2, 3)]
        scores.append(banded(m[f"metric.{metric}"], edges, p("edge_tolerance"), better, strict))
        m[f"finance.score_{metric}"] = scores[-1]
    total = np.ceil(sum(scores) / 5 - 0.5)
    total = np.where(np.max(scores, axis=0) >= 4, np.maximum(total, p("best_with_a_four")), total)
    deficit = m.ytd("finance.control_total") + m.ytd("finance.plan_fund") < 0
    refused = np.where(deficit, p("best_deficit_not_accepted"), p("best_surplus_not_accepted"))
    total = np.where(m["finance.control_total_accepted"] > 0.5, total, np.maximum(total, refused))
    special = m["trust.financial_special_measures"] >= 0.5
    m["finance.finance_score"] = np.where(special, np.maximum(total, p("best_in_special_measures")), total)
