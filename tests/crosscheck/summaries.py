"""Recomputes what a result file counts and summarises (schema/result-format.md, "Summaries")."""

import numpy as np

import rating

SUMMARY_TOLERANCE = 1e-9
ON_THE_LINE = 1e-9  # a figure that is its bound but for rounding may be on either side


def tally(grades):
    return np.array([np.sum(grades == grade) for grade in (1, 2, 3, 4)])


def nearest(score):
    """The grade that a score rounds to, halves upwards."""
    return np.clip(np.floor(score + 0.5), 1, 4).astype(int)


class Summaries:
    """Counts of one result, gathered over blocks of trials."""

    def __init__(self, result):
        self.result = result
        self.latent = {side: [] for side in result.sides}
        self.counts = {side: {} for side in result.sides}
        self.differences = 0  # trials whose stored rating differs

    def count(self, side, name, values):
        held = self.counts[side]
        held[name] = held.get(name, 0) + np.asarray(values)

    def add(self, side, trials, outcome, baseline):
        """One block of one side; `baseline` is the outcome of the same trials in the baseline."""
        file, number, at = self.result.file, self.result.sides.index(side), self.result.assessment_month
        m = outcome.history.at(at)
        grades = np.array(outcome.ratings)
        final, before = grades[at - 1], baseline.ratings[at - 1]
        questions = rating.quality(m, baseline.latents[at - 1])
        rules = self.result.policy.table["cqc"]
        quality = rating.aggregate(questions, rules["quality"])
        combined = rating.aggregate([*questions, final], rules["combined"])
        self.differences += int(np.sum(grades != file["rating_by_month"][number, 0, :, trials]))
        self.differences += int(np.sum(final != file["rating_final"][number, 0, trials]))
        self.differences += int(np.sum(combined != file["combined_final"][number, 0, trials]))
        self.latent[side].append(outcome.latents[at - 1])
        self.count(side, "rating_count", tally(final))
        self.count(side, "combined_count", tally(combined))
        self.count(side, "quality_count", tally(quality))
        self.count(side, "rating_count_by_month", [tally(row) for row in grades])
        self.count(side, "migration", [tally(final[before == grade]) for grade in (1, 2, 3, 4)])
        self.count(side, "kloe_count", [tally(nearest(m[f"{kloe}.score"])) for kloe in rating.KLOES])
        self.count(side, "limiter_count", [np.sum(fired) for fired in outcome.limiters[at - 1].values()])
        for name, lean in (("least", -ON_THE_LINE), ("most", ON_THE_LINE)):
            self.count(side, f"characteristic_count {name}",
                       [np.sum(held) for held in rating.characteristics(m, lean).values()])
        scores = outcome.history.columns["finance.finance_score"][1:]
        self.count(side, "finance_score_count", [tally(nearest(row)) for row in scores])

    def problems(self):
        """What of the file's counts and latents differs, as text."""
        found = [f"{self.differences} ratings differ"] if self.differences else []
        file, baseline = self.result.file, np.concatenate(self.latent["baseline"])
        for number, side in enumerate(self.result.sides):
            for name, values in self.counts[side].items():
                name, _, bound = name.partition(" ")
                counted = file[name][number, 0]
                agree = {"": counted == values, "least": counted >= values, "most": counted <= values}[bound]
                if not np.all(agree):
                    found.append(f"{side}: {name} {bound}")
            latent = np.concatenate(self.latent[side])
            change = latent - baseline
            error = np.std(change, ddof=1) / np.sqrt(len(change))
            for name, value in (("expected_score", np.mean(latent)), ("expected_score_change", np.mean(change)),
                                ("expected_score_change_se", error)):
                if abs(file[name][number, 0] - value) > SUMMARY_TOLERANCE:
                    found.append(f"{side}: {name} is {file[name][number, 0]}, computed {value}")
        return found
