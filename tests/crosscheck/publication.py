"""What is published of each metric, and what it is compared with (docs/model/rating.md, "What is published")."""

import numpy as np


def last_year(m, row, month):
    """A metric in a month up to 0: on the line from the reported figure of a year ago to month 0, at this year's
    prices."""
    at_zero = m.zero(f"metric.{row['id']}")
    ago = m.zero(f"trust.{row['id']}_year_ago") * (m.history.policy.last_year_prices if row["money"] else 1.0)
    return np.where(np.isnan(ago), at_zero, at_zero + min(1.0, -month / 12) * (ago - at_zero))


def in_month(m, row, month):
    return m.past(f"metric.{row['id']}", month) if month >= 1 else last_year(m, row, month)


def publish(m, metrics, peers, cost_index, lagged, figure_months):
    """published., published_year_ago. and benchmark. of each metric; `peers` are peer medians by metric and
    `figure_months` the months of the trust's own figures."""
    for row in metrics:
        metric, lag = row["id"], row["lag_months"] if lagged else 0
        known = m.month - lag
        figure = figure_months.get(metric)
        fresher = figure is not None and known < figure <= m.month
        fresh = m.history.policy.fresh_credibility if fresher else 0.0
        own = max(figure, 0) if fresher else m.month

        def index(month, money=row["money"]):
            return m.past(cost_index, month) if money and month >= 1 else 1.0

        def blend(published, of_trust, fresh=fresh):
            return published + fresh * (of_trust - published)

        prices = blend(index(known), index(own))
        for name, back in (("published", 0), ("published_year_ago", 12)):
            m[f"{name}.{metric}"] = prices * blend(in_month(m, row, known - back) / index(known - back),
                                                   in_month(m, row, own - back) / index(own - back))
        for part, key in (("lower", "lower_quartile"), ("median", "median"), ("upper", "upper_quartile")):
            m[f"benchmark.{metric}.{part}"] = row[key] * prices
        m[f"benchmark.{metric}.peer"] = peers[metric] * prices
