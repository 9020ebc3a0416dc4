"""What a run says of its trials, summed up block by block with NumPy: the outputs of the program's own summary."""

import numpy as np

import rating
from summaries import nearest, tally

LEVELS = (0.05, 0.25, 0.50, 0.75, 0.95)
REACH, BINS = 32.0, 4096  # bins of 1/64 standard deviation, no wider than the program's


class Column:
    """Mean, sd, extremes and quantiles of one quantity in one month on one side."""

    def __init__(self, pilot):
        spread = float(np.std(pilot))
        self.center = float(np.median(pilot))
        self.scale = BINS / (2 * REACH) / (spread if spread > 0 else max(abs(self.center) * 1e-9, 1e-9))
        self.count, self.total, self.square = 0, 0.0, 0.0
        self.change, self.change_square = 0.0, 0.0
        self.low, self.high = np.inf, -np.inf
        self.bins = np.zeros(BINS, dtype=np.int64)

    def add(self, values, baseline=None):
        off = values - self.center
        self.count += len(values)
        self.total += off.sum()
        self.square += np.dot(off, off)
        self.low, self.high = min(self.low, values.min()), max(self.high, values.max())
        off *= self.scale
        off += BINS / 2
        np.minimum(np.maximum(off, 0, out=off), BINS - 1, out=off)
        self.bins += np.bincount(off.astype(np.int32), minlength=BINS)
        if baseline is not None:
            change = values - baseline
            self.change += change.sum()
            self.change_square += np.dot(change, change)

    def result(self):
        n = self.count
        passed = np.cumsum(self.bins)
        at = np.searchsorted(passed, [level * n for level in LEVELS])
        quantiles = np.clip(self.center + (at + 0.5 - BINS / 2) / self.scale, self.low, self.high)
        sd = np.sqrt(max(self.square - self.total ** 2 / n, 0.0) / (n - 1))
        return self.center + self.total / n, sd, quantiles


class Tally:
    """All columns and counts of all sides; columns of the assessment month, as a screen shows it, or of every month."""

    def __init__(self, names, months, assessment_month, policy, sides, every_month=False):
        self.names, self.at, self.policy = names, assessment_month, policy
        self.summed = range(1, months + 1) if every_month else (assessment_month,)
        self.columns, self.counts = [{} for _ in range(sides)], [{} for _ in range(sides)]
        self.latent = [[] for _ in range(sides)]

    def count(self, side, name, values):
        self.counts[side][name] = self.counts[side].get(name, 0) + np.asarray(values)

    def add(self, side, outcome, baseline):
        held = outcome.history.columns
        for name in self.names:
            months = held.get(name)
            if months is None or months[1] is None:
                continue
            for month in self.summed:
                values = np.ascontiguousarray(months[month])
                before = None if side == 0 else baseline.history.columns[name][month]
                if (name, month) not in self.columns[side]:
                    self.columns[side][name, month] = Column(values[:256])
                self.columns[side][name, month].add(values, before)
        self.add_ratings(side, outcome, baseline)

    def add_ratings(self, side, outcome, baseline):
        m, at = outcome.history.at(self.at), self.at - 1
        final, before = outcome.ratings[at], baseline.ratings[at]
        questions = rating.quality(m, baseline.latents[at])
        rules = self.policy.table["cqc"]
        self.latent[side].append(outcome.latents[at] - baseline.latents[at])
        self.count(side, "rating", tally(final))
        self.count(side, "combined", tally(rating.aggregate([*questions, final], rules["combined"])))
        self.count(side, "quality", tally(rating.aggregate(questions, rules["quality"])))
        self.count(side, "by_month", [tally(row) for row in outcome.ratings])
        self.count(side, "migration", [tally(final[before == grade]) for grade in (1, 2, 3, 4)])
        self.count(side, "kloe", [tally(nearest(m[f"{kloe}.score"])) for kloe in rating.KLOES])
        self.count(side, "limiter", [np.sum(fired) for fired in outcome.limiters[at].values()])
        self.count(side, "characteristic", [np.sum(held) for held in rating.characteristics(m).values()])
        scores = outcome.history.columns["finance.finance_score"][1:]
        self.count(side, "finance_score", [tally(nearest(row)) for row in scores])

    def result(self):
        """Everything by side: moments by (quantity, month), counts by name."""
        return [{"moments": {key: column.result() for key, column in self.columns[side].items()},
                 "counts": self.counts[side], "latent_change": float(np.mean(np.concatenate(self.latent[side])))}
                for side in range(len(self.columns))]
