"""A shock to national prices leaves all that is relative as it is, and moves finance only."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py
import numpy

import rows

SCENARIO = """schema = 1
name = "price_shock"
[run]
trials = 8
months = 12
publication_lag = {lag}
[[level]]
name = "shock"
[[level.change]]
driver = "finance.national_price_shock"
add = 5.0
"""
UNMOVED = 1e-9


class PriceShock:
    """Month 12 of all trusts with and without the shock."""

    lag = "true"

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="uor-directions-")
        cls.addClassCleanup(scratch.cleanup)
        pathlib.Path(scratch.name, "shock.toml").write_text(SCENARIO.format(lag=cls.lag))
        subprocess.run([rows.UOR, "run", "shock.toml", "--trust", "all", "--keep", "scores,metrics,quantities", "--out", "shock.h5",
                        "--quiet"], cwd=scratch.name, check=True)
        with h5py.File(pathlib.Path(scratch.name, "shock.h5")) as stored:
            cls.trusts = stored["trust"][:].astype(str)
            cls.units = dict(zip(stored["metric"][:].astype(str), stored["metric_unit"][:].astype(str)))
            cls.base, cls.shock = ({}, {})
            for side, values in enumerate((cls.base, cls.shock)):
                for axis, array in (("metric", "metric_value"), ("kloe", "score"), ("quantity", "quantity_value")):
                    for index, name in enumerate(stored[axis][:].astype(str)):
                        values[name] = stored[array][side, :, index, 11, :]

    def unchanged(self, name, base, shock):
        change = numpy.abs(shock - base)
        trust = self.trusts[numpy.argmax(change.max(axis=1))]
        self.assertLessEqual(change.max(), UNMOVED * max(1.0, numpy.abs(base).max()), f"{name} moves, most at {trust}")

    def test_metrics_over_benchmarks_stay(self):
        """Benchmarks of money move with the 12-month cost index; all others are constants."""
        index = "national.cost_index_12m"
        for name, unit in self.units.items():
            if name in ("metric.capital_service_capacity", "metric.liquidity_days", "metric.ie_margin",
                        "metric.distance_from_plan", "metric.agency_spend"):
                continue
            over = [side[name] / side[index] if unit.startswith("GBP") else side[name] for side in (self.base, self.shock)]
            with self.subTest(metric=name):
                self.unchanged(name, *over)

    def test_scores_of_relative_metrics_stay(self):
        for name in self.base:
            plugin, _, column = name.partition(".")
            if plugin != "finance" and column.startswith("score_"):
                with self.subTest(column=name):
                    self.unchanged(name, self.base[name], self.shock[name])

    def test_the_clinical_score_stays(self):
        self.unchanged("clinical.score", self.base["clinical"], self.shock["clinical"])

    def test_the_people_score_stays(self):
        self.unchanged("people.score", self.base["people"], self.shock["people"])

    def test_the_support_score_stays(self):
        self.unchanged("support.score", self.base["support"], self.shock["support"])

    def test_the_corporate_score_stays(self):
        self.unchanged("corporate.score", self.base["corporate"], self.shock["corporate"])

    def test_the_finance_score_falls(self):
        change = self.shock["finance"] - self.base["finance"]
        self.assertLess(change.mean(axis=1).max(), 0)

    def test_the_margin_falls_in_every_trial(self):
        self.assertLess((self.shock["metric.ie_margin"] - self.base["metric.ie_margin"]).max(), 0)


class Test(PriceShock, unittest.TestCase):
    """Metrics as they are published."""


class AsIfKnown(PriceShock, unittest.TestCase):
    """Metrics as if known at once."""

    lag = "false"


if __name__ == "__main__":
    unittest.main()
