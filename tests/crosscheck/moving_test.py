"""Moving benchmarks against NumPy: columns of runs of several trusts that keep everything (docs/model/rating.md)."""

import csv
import pathlib
import subprocess
import tempfile
import tomllib
import unittest

import h5py
import numpy as np

import facts
import program
import score

TRUSTS = ("RF4", "R1F", "R0A", "RTH", "RAJ", "RDE", "RJR", "RNZ", "RCF", "RWJ", "REM")
TRIALS = 20
QUARTILES = {"lower": 25, "median": 50, "upper": 75}
CLOSE = {"rtol": 1e-12, "atol": 1e-12}
SCENARIO = """schema = 1
name = "mine"
[run]
trials = %d
seed = 5
[[vary]]
driver = "clinical.dna_rate"
distribution = { shape = "uniform", lower = -2.0, upper = 0.0 }
as = "add"
from_month = 2
[[change]]
driver = "finance.national_price_shock"
set = 5.0
""" % TRIALS


def shipped_metrics():
    text = (program.SOURCE / "policies" / "metrics.toml").read_text()
    table = tomllib.loads(text)
    return {row["id"]: row for row in table["metric"]}


class Columns:
    """Columns of a result file: [trust][month][trial] by side and id."""

    def __init__(self, path):
        self.file = h5py.File(path, "r")
        self.sides = [text.decode() for text in self.file["scenario"][:]]
        self.trusts = [text.decode() for text in self.file["trust"][:]]
        self.places = {}
        for axis, array in (("metric", "metric_value"), ("quantity", "quantity_value")):
            for index, text in enumerate(self.file[axis][:]):
                self.places[text.decode()] = (array, index)

    def __call__(self, side, quantity):
        array, index = self.places[quantity]
        return self.file[array][side, :, index]

    def compared(self):
        """Metrics with benchmarks."""
        return sorted(name.split(".")[1] for name in self.places if name.startswith("benchmark.")
                      and name.endswith(".median"))


class Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="uor-moving-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        (cls.folder / "mine.toml").write_text(SCENARIO)
        for benchmarks in ("moving", "fixed"):
            trusts = [word for trust in TRUSTS for word in ("--trust", trust)]
            subprocess.run([program.UOR, "run", "mine.toml", *trusts, "--benchmarks", benchmarks, "--keep", "all",
                            "--quiet", "--out", f"{benchmarks}.h5"], cwd=cls.folder, check=True)
        cls.moving, cls.fixed = Columns(cls.folder / "moving.h5"), Columns(cls.folder / "fixed.h5")
        cls.metrics = shipped_metrics()

    def test_seventeen_metrics_are_compared(self):
        bands = {row for row, metric in self.metrics.items() if metric["kloe"] == "finance"}
        self.assertEqual(set(self.moving.compared()), set(self.metrics) - bands)
        self.assertEqual(self.moving.trusts, list(TRUSTS))

    def test_benchmarks_are_the_quartiles_of_what_the_trusts_publish(self):
        for side in range(2):
            for metric in self.moving.compared():
                published = self.moving(side, f"published.{metric}")
                for part, percent in QUARTILES.items():
                    found = self.moving(side, f"benchmark.{metric}.{part}")
                    expected = np.percentile(published, percent, axis=0)
                    np.testing.assert_allclose(found, np.broadcast_to(expected, found.shape), **CLOSE, err_msg=metric)

    def test_what_is_published_is_the_metric_as_late_as_the_policy_says(self):
        """Metrics without prices, in months whose published figure is of the run."""
        for side in range(2):
            for metric, row in self.metrics.items():
                if row["money"] or row["kloe"] == "finance":
                    continue
                lag, value = row["lag_months"], self.moving(side, f"metric.{metric}")
                np.testing.assert_allclose(self.moving(side, f"published.{metric}")[:, lag:], value[:, :12 - lag], **CLOSE,
                                           err_msg=metric)

    def test_benchmarks_of_metrics_without_a_lag_are_the_quartiles_of_the_metrics(self):
        with tempfile.TemporaryDirectory() as work:
            text = SCENARIO.replace("[run]\n", "[run]\npublication_lag = false\n")
            (pathlib.Path(work) / "mine.toml").write_text(text)
            trusts = [word for trust in TRUSTS for word in ("--trust", trust)]
            subprocess.run([program.UOR, "run", "mine.toml", *trusts, "--benchmarks", "moving", "--keep", "all",
                            "--quiet", "--out", "now.h5"], cwd=work, check=True)
            now = Columns(pathlib.Path(work) / "now.h5")
            for side in range(2):
                for metric in now.compared():
                    for part, percent in QUARTILES.items():
                        found = now(side, f"benchmark.{metric}.{part}")
                        expected = np.percentile(now(side, f"metric.{metric}"), percent, axis=0)
                        np.testing.assert_allclose(found, np.broadcast_to(expected, found.shape), **CLOSE,
                                                   err_msg=metric)

    def test_the_median_of_the_run_serves_where_peers_are_missing(self):
        for side in range(2):
            for metric in self.moving.compared():
                np.testing.assert_array_equal(self.moving(side, f"benchmark.{metric}.peer"),
                                              self.moving(side, f"benchmark.{metric}.median"))

    def test_scores_are_made_from_them(self):
        """The national part alone has a closed form that needs no parameter: weights are read from the policy."""
        table = tomllib.loads((program.SOURCE / "policies" / "parameters" / "clinical.toml").read_text())["parameter"]
        weights = [table[f"clinical.{part}_weight"]["value"] for part in ("national", "peer", "change")]
        points = [table[f"clinical.{part}_points"]["value"] for part in ("peer", "change")]
        for side in range(2):
            for metric in ("dna_rate", "emergency_readmissions_30d"):
                parts = [self.moving(side, f"benchmark.{metric}.{part}") for part in ("lower", "median", "upper", "peer")]
                expected = score.metric_score(self.moving(side, f"published.{metric}"), *parts,
                                              self.moving(side, f"published_year_ago.{metric}"), -1, weights, points)
                np.testing.assert_allclose(self.moving(side, f"clinical.score_{metric}"), expected, rtol=1e-9)

    def test_nothing_but_comparisons_differs_from_fixed_benchmarks(self):
        """Phase 1 is bit by bit the same: metrics, money, staff, activity; and so are scores by bands."""
        same = differing = 0
        for quantity in self.fixed.places:
            equal = all(np.array_equal(self.moving(side, quantity), self.fixed(side, quantity)) for side in range(2))
            self.assertTrue(equal or ".score" in quantity or quantity.startswith(("people.group_cost", "rating.")),
                            quantity)
            same, differing = same + equal, differing + (not equal)
        self.assertGreater(same, 150)
        self.assertGreater(differing, 15)

    def test_a_national_price_shock_moves_no_place(self):
        """All trusts' money metrics and their benchmarks rise alike: places stay but for rounding."""
        for metric, row in self.metrics.items():
            if not row["money"] or row["kloe"] == "finance":
                continue
            places = []
            for side in range(2):
                value = self.moving(side, f"published.{metric}")
                lower, median, upper = (self.moving(side, f"benchmark.{metric}.{part}") for part in QUARTILES)
                places.append(score.national_score(value, lower, median, upper, 1 if row["better"] == "high" else -1))
            shock = np.abs(places[1] - places[0])
            self.assertLess(np.median(shock), 0.02, metric)


class WholeSector(unittest.TestCase):
    """Where every peer is in the run."""

    def test_peer_medians_are_those_of_what_the_ten_peers_publish(self):
        with tempfile.TemporaryDirectory(prefix="uor-moving-") as work:
            subprocess.run([program.UOR, "run", "baseline", "--trust", "all", "--trials", "8", "--benchmarks", "moving",
                            "--keep", "all", "--quiet", "--out", "all.h5"], cwd=work, check=True)
            run = Columns(pathlib.Path(work) / "all.h5")
            data = program.SOURCE / "data"
            sector = {trust.code: trust for trust in facts.read_sector(data, facts.read_fields(data))}
            with open(data / "peer_weights.csv", newline="", encoding="utf-8") as file:
                weights = list(csv.DictReader(file))
            published = {metric: run(0, f"published.{metric}") for metric in run.compared()}
            medians = {metric: run(0, f"benchmark.{metric}.peer") for metric in run.compared()}
            for place, code in enumerate(run.trusts):
                codes = facts.peers(sector[code], list(sector.values()), weights)
                peers = [run.trusts.index(peer) for peer in codes]
                self.assertEqual(len(peers), 10)
                for metric, figures in published.items():
                    np.testing.assert_allclose(medians[metric][place], np.median(figures[peers], axis=0), **CLOSE,
                                               err_msg=f"{code} {metric}")


if __name__ == "__main__":
    unittest.main()
