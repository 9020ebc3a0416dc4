"""Scores on the scale 1..4 (docs/model/rating.md, "The score of a metric")."""

import numpy as np

LEAST = 1e-9  # denominators are at least this


def clamp(x, lower, upper):
    return np.minimum(np.maximum(x, lower), upper)


def margin(surplus, income, limit):
    """Percent of income, inside -limit..limit."""
    return clamp(100 * surplus / np.maximum(income, LEAST), -limit, limit)


def on_scale(score):
    return clamp(score, 1.0, 4.0)


def national_score(value, lower, median, upper, polarity):
    """Position among all trusts: median 2.5, better quartile 3.25, worse quartile 1.75."""
    side = np.where(value < median, median - lower, upper - median)
    half = np.maximum(side, 1e-12 * (1.0 + np.abs(median)))
    return on_scale(2.5 + 0.75 * polarity * (value - median) / half)


def metric_score(value, lower, median, upper, peer, year_ago, polarity, weights, points):
    """National position, peers and change over 12 months. weights: national, peer, change; points: peer, change."""
    width = np.maximum(0.5 * (upper - lower), 1e-12 * (1.0 + np.abs(median)))
    parts = [(weights[0], national_score(value, lower, median, upper, polarity)),
             (weights[1], on_scale(2.5 + points[0] * polarity * (value - peer) / width)),
             (weights[2], on_scale(2.5 + points[1] * polarity * (value - year_ago) / width))]
    total = sum(np.where(np.isnan(part), 0.0, weight * part) for weight, part in parts)
    return on_scale(total / sum(np.where(np.isnan(part), 0.0, weight) for weight, part in parts))


def band_score(x, first, second, third):
    """3.5, 2.5 and 1.5 at the three edges, best first; straight between and beyond; inside 1..4."""
    above = 2.5 + (x - second) / (first - second)
    below = 2.5 + (x - second) / (second - third)
    return on_scale(np.maximum(above, 2.5) + np.minimum(below, 2.5) - 2.5)


def published_score(m, kloe, metric, value=None):
    """`<kloe>.score_<metric>` from what the host offers of the metric; `value` replaces the published figure."""
    weights = [m.parameter(f"{kloe}.{part}_weight") for part in ("national", "peer", "change")]
    points = [m.parameter(f"{kloe}.{part}_points") for part in ("peer", "change")]
    lower, median, upper, peer = (m[f"benchmark.{metric}.{part}"] for part in ("lower", "median", "upper", "peer"))
    if value is None:
        value = m[f"published.{metric}"]
    score = metric_score(value, lower, median, upper, peer, m[f"published_year_ago.{metric}"],
                         m.history.polarity[metric], weights, points)
    m[f"{kloe}.score_{metric}"] = score
    return score


def supported_evidence(m, kloe, prompts, neutral):
    """Mean of judged prompts, each held to 1..4, drawn towards neutral by the evidence grade."""
    mean = sum(on_scale(m[f"{kloe}.evidence_{prompt}"]) for prompt in prompts) / len(prompts)
    return neutral + m[f"{kloe}.evidence_grade"] * (mean - neutral)


def evidence_with_figures(m, kloe, prompts, both, figure, others=()):
    """Mean of the prompts (docs/model/rating.md, "Prompts"): those that are judged, of which `both` is answered by
    `figure` too, and scores of `others` that figures answer alone."""
    p = m.parameters(kloe)
    w, neutral = p("figure_share"), p("evidence_neutral")
    judged = sum((1 - w if prompt == both else 1) * on_scale(m[f"{kloe}.evidence_{prompt}"]) for prompt in prompts)
    rest = (len(prompts) - w) * neutral
    supported = rest + m[f"{kloe}.evidence_grade"] * (judged - rest)
    return (supported + w * figure + sum(others)) / (len(prompts) + len(others))


def figure_score(m, kloe, value, name):
    """Lower is better; quartiles are parameters `<kloe>.<name>_lower` and so on."""
    p = m.parameters(kloe)
    return national_score(value, *(p(f"{name}_{quartile}") for quartile in ("lower", "median", "upper")), -1)
