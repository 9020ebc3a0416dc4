"""A shock to national prices leaves all that is relative as it is, and moves finance only."""

import os
import pathlib
import unittest

import numpy

UNMOVED = 1e-9
FINANCE = ("capital_service_capacity", "liquidity_days", "ie_margin", "distance_from_plan", "agency_spend")


class PriceShock:
    """Month 12 of all trusts with and without the shock, from what run_price_shock.py kept."""

    def setUp(self):
        kept = numpy.load(pathlib.Path(os.environ["UOR_DIRECTIONS"], self.run_name))
        self.trusts, self.units = kept["trusts"], dict(zip(kept["metrics"], kept["units"]))
        self.base, self.shock = ({name.removesuffix(side): kept[name] for name in kept if name.endswith(side)}
                                 for side in ("|base", "|shock"))

    def unchanged(self, name, base, shock):
        change = numpy.abs(shock - base)
        trust = self.trusts[numpy.argmax(change.max(axis=1))]
        self.assertLessEqual(change.max(), UNMOVED * max(1.0, numpy.abs(base).max()), f"{name} moves, most at {trust}")

    def stays(self, name):
        self.unchanged(name, self.base[name], self.shock[name])

    def test_metrics_over_benchmarks_stay(self):
        """Benchmarks of money move with the 12-month cost index; all others are constants."""
        index = "national.cost_index_12m"
        for name, unit in self.units.items():
            if name.removeprefix("metric.") in FINANCE:
                continue
            over = [side[name] / side[index] if unit.startswith("GBP") else side[name] for side in (self.base, self.shock)]
            with self.subTest(metric=name):
                self.unchanged(name, *over)

    def test_scores_of_relative_metrics_stay(self):
        scores = [name for name in self.base if ".score_" in name and not name.startswith("finance.")]
        self.assertGreaterEqual(len(scores), 17)
        for name in scores:
            with self.subTest(column=name):
                self.stays(name)

    def test_the_clinical_score_stays(self):
        self.stays("clinical.score")

    def test_the_people_score_stays(self):
        self.stays("people.score")

    def test_the_support_score_stays(self):
        self.stays("support.score")

    def test_the_corporate_score_stays(self):
        self.stays("corporate.score")

    def test_the_finance_score_falls(self):
        change = self.shock["finance.score"] - self.base["finance.score"]
        self.assertLess(change.mean(axis=1).max(), 0)

    def test_the_margin_falls_in_every_trial(self):
        self.assertLess((self.shock["metric.ie_margin"] - self.base["metric.ie_margin"]).max(), 0)


class Published(PriceShock, unittest.TestCase):
    """Metrics as they are published."""

    run_name = "shock_published.npz"


class Known(PriceShock, unittest.TestCase):
    """Metrics as if known at once."""

    run_name = "shock_known.npz"


if __name__ == "__main__":
    unittest.main()
