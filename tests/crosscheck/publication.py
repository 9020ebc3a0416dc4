"""What is published of each metric, and what it is compared with (docs/model/rating.md, "What is published")."""

import numpy as np


def last_year(m, metric, month):
    """A metric in a month up to 0: on the line from the reported figure of a year ago to month 0."""
    at_zero = m.zero(f"metric.{metric}")
    ago = m.zero(f"trust.{metric}_year_ago")
    return np.where(np.isnan(ago), at_zero, at_zero + min(1.0, -month / 12) * (ago - at_zero))


def in_month(m, metric, month):
    return m.past(f"metric.{metric}", month) if month >= 1 else last_year(m, metric, month)


def publish(m, metrics, peers, cost_index, lagged):
    """published., published_year_ago. and benchmark. of each metric; `peers` are peer medians by metric."""
    for row in metrics:
        metric, lag = row["id"], row["lag_months"] if lagged else 0
        fresh = 0.0 if lag == 0 else m.history.policy.fresh_credibility
        known = m.month - lag

        def index(month, money=row["money"]):
            return m.past(cost_index, month) if money and month >= 1 else 1.0

        def blend(published, own, fresh=fresh):
            return published + fresh * (own - published)

        prices = blend(index(known), index(m.month))
        for name, back in (("published", 0), ("published_year_ago", 12)):
            m[f"{name}.{metric}"] = prices * blend(in_month(m, metric, known - back) / index(known - back),
                                                   in_month(m, metric, m.month - back) / index(m.month - back))
        for part, key in (("lower", "lower_quartile"), ("median", "median"), ("upper", "upper_quartile")):
            m[f"benchmark.{metric}.{part}"] = row[key] * prices
        m[f"benchmark.{metric}.peer"] = peers[metric] * prices
