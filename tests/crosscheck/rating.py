"""From scores to ratings (docs/model/rating.md). Grades: 1 inadequate to 4 outstanding."""

import math
import operator
from statistics import NormalDist

import numpy as np

KLOES = ("clinical", "people", "support", "corporate", "finance")
QUESTIONS = ("safe", "effective", "caring", "responsive", "well_led")
GRADES = {"inadequate": 1, "requires_improvement": 2, "good": 3, "outstanding": 4}
COMPARE = {"below": operator.lt, "at_most": operator.le, "above": operator.gt, "at_least": operator.ge}


def latent(m):
    """Weighted scores and judgement, on the scale 1..4."""
    weights = m.history.policy.rating["weights"]
    value = sum(weights[kloe] * m[f"{kloe}.score"] for kloe in KLOES)
    for row in m.history.policy.rating["indicator"]:
        place = np.clip((m[row["quantity"]] - row["mean"]) / row["sd"], -3, 3)
        value = value + row["coefficient"] * np.where(np.isnan(place), 0, place)
    return value + m["rating.judgement"]


def on_ladder(value, cuts):
    grade = 1 + (value >= cuts["requires_improvement"]) + (value >= cuts["good"])
    return np.where(value >= cuts["good"], grade + (value >= cuts["outstanding"]), grade)


def holds(m, row):
    """Where all conditions of a limiter hold; a condition on an unknown quantity does not."""
    result = np.ones(m.history.drivers.count, bool)
    slopes = any(condition.get("slope", 0) for condition in row["when"])
    line = m[f"limiter_line.{row['id']}"] if slopes else 0
    for condition in row["when"]:
        result &= one_holds(m, condition, line)
    return result


def one_holds(m, condition, line=0, lean=0.0):
    """A quantity beside a number, or beside another quantity times a number; a number slopes towards leniency. `lean` is
    how far it may miss, of its size (negative: how far it must be beyond), for figures that lie on the line itself."""
    (word, other), = ((word, condition[word]) for word in COMPARE if word in condition)
    lenient = condition.get("slope", 0.0) * line * (-1 if word in ("below", "at_most") else 1)
    if condition.get("slope", 0):
        return COMPARE[word](m[condition["quantity"]] - lenient, other)
    value, bound = m[condition["quantity"]], condition.get("times", 1.0) * m[other] if isinstance(other, str) else other
    towards = lean * (1 + np.abs(bound)) * (-1 if word in ("below", "at_most") else 1)
    if isinstance(other, str):
        return COMPARE[word](value - bound + towards, 0.0)
    return COMPARE[word](value + towards, other)


def limiters(m):
    """Where each limiter fires, by id."""
    fired = {}
    for row in m.history.policy.rating["limiter"]:
        chance = row["probability"] >= 1
        if not chance:
            chance = m[f"limiter.{row['id']}"] < row["probability"]
        fired[row["id"]] = holds(m, row) & chance
    return fired


def agreed(m, proposed):
    """What CQC makes of the proposals."""
    lowered, raised = (m.history.policy.rating["agreed"][move] for move in ("lowered", "raised"))
    if lowered == raised == 0:
        return proposed
    chance = m["rating.agreement"]
    return np.clip(proposed + (chance > 1 - raised) - (chance < lowered).astype(int), 1, 4)


def grade(m):
    """Latent, rating and fired limiters of a month."""
    rating = m.history.policy.rating
    value = latent(m)
    fired = limiters(m)
    best, worst = np.full(value.shape, 4), np.full(value.shape, 1)
    for row in rating["limiter"]:
        where = fired[row["id"]]
        best = np.where(where, np.minimum(best, GRADES[row.get("best", "outstanding")]), best)
        worst = np.where(where, np.maximum(worst, GRADES[row.get("worst", "inadequate")]), worst)
    return value, agreed(m, np.maximum(np.minimum(on_ladder(value, rating["cuts"]), best), worst)), fired


def characteristics(m, lean=0.0):
    """Where each ratings characteristic holds, by id; `lean` as of one_holds()."""
    count = m.history.drivers.count  # a figure that no trial moves is one number
    return {row["id"]: sum(np.broadcast_to(one_holds(m, condition, lean=lean), count).astype(int) for condition in row["when"])
            >= row.get("need", len(row["when"])) for row in m.history.policy.rating["characteristic"]}


def aggregate(grades, rule):
    """CQC's rule over the grades of questions [question, trial]."""
    count = [np.sum(np.asarray(grades) == grade, axis=0) for grade in range(5)]
    limited = (count[1] >= 1) | (count[2] >= rule["requires_improvement_from"])
    better = np.where((count[4] >= rule["outstanding_from"]) & (count[2] == 0), 4, 3)
    return np.where(count[1] >= rule["inadequate_from"], 1, np.where(limited, 2, better))


def quality(m, baseline_latent):
    """Grades of the five questions, given or drawn; `baseline_latent` is that of the assessment month."""
    table = m.history.policy.table
    sector = table["rating"]["sector"]
    place = (baseline_latent - sector["mean"]) / sector["sd"]
    grades = []
    for question in QUESTIONS:
        prior = next(row for row in table["quality_prior"] if row["question"] == question)
        r, share = prior["correlation"], np.cumsum(prior["probability"][:3])
        z = r * place + math.sqrt(1 - r * r) * m[f"quality.{question}"]
        drawn = 1 + sum(z >= NormalDist().inv_cdf(cut) for cut in share)
        given = m[f"trust.quality_{question}"]
        grades.append(np.where(np.isnan(given), drawn, np.round(given)))
    return grades
