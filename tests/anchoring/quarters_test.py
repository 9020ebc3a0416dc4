"""Which quarter a report says a metric is in, and what its score says, agree: at each national quartile, just better and
just worse, in a year in which nothing happens and in one with inflation (M027 of docs/framework.md)."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import h5py

import run_flat
import trust_files

BASELINE, FLAT = 0, 1  # sides
LITTLE = 1e-5          # of the distance between quartiles: more than rounding, less than any reader sees
PLACES = ("lower", "median", "upper")


def benchmarks():
    """[metric] -> polarity and quartiles, from the policy."""
    rows = (trust_files.SOURCE / "policies" / "metrics.toml").read_text().split("[[metric]]")[1:]
    found = {}
    for row in rows:
        number = lambda key: float(re.search(rf"(?m)^{key} = ([-0-9.]+)", row)[1])  # noqa: E731
        found[re.search(r'id = "(\w+)"', row)[1]] = {
            "polarity": 1 if re.search(r'better = "(\w+)"', row)[1] == "high" else -1, "money": "money = true" in row, "lower": number("lower_quartile"),
            "median": number("median"), "upper": number("upper_quartile")}
    return found


def quarter(place, polarity, step):
    """1 best to 4 worst at a quartile (step 0), just better (1), just worse (-1)."""
    better_quartile = "upper" if polarity > 0 else "lower"
    if place == "median":
        return 3 if step < 0 else 2
    if place == better_quartile:
        return 1 if step > 0 else 2
    return 4 if step < 0 else 3


class Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="uor-anchoring-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        (cls.folder / "flat.toml").write_text(run_flat.scenario())
        cls.metrics = benchmarks()
        cls.facts = trust_files.facts_of(trust_files.table("trusts.csv")[0])
        cls.runs = {(place, step): cls.run_at(place, step) for place in PLACES for step in (-1, 0, 1)}

    @classmethod
    def uor(cls, *words):
        return subprocess.run([os.environ["UOR"], *map(str, words)], cwd=cls.folder, check=True, capture_output=True,
                              text=True).stdout

    @classmethod
    def run_at(cls, place, step):
        """Figures and metric scores of a trust all of whose metrics lie there."""
        reported = {}
        for metric, row in cls.metrics.items():
            better = step * (1 if row["polarity"] > 0 else -1)
            reported[metric] = row[place] + better * LITTLE * (row["upper"] - row["lower"])
        name = f"{place}{step}"
        facts = {**cls.facts, **reported, "sustainability_allocation": 0.0}
        trust_files.write(cls.folder / f"{name}.toml", "T01", facts)
        cls.uor("run", "flat.toml", "--trust", f"{name}.toml", "--keep", "all", "--quiet", "--out", f"{name}.h5")
        trust = json.loads(cls.uor("report", f"{name}.h5", "--quick", "--json"))["trusts"][0]
        with h5py.File(cls.folder / f"{name}.h5") as file:
            ids = list(file["quantity"].asstr())
            scores = {side: {quantity: file["quantity_value"][side, 0, row, -1].mean() for row, quantity in
                             enumerate(ids) if ".score_" in quantity} for side in (BASELINE, FLAT)}
        return {"metrics": {metric["id"]: metric for metric in trust["metrics"]}, "scores": scores, "reported": reported,
                "prices": trust["prices"]}

    def test_what_was_reported_is_in_its_quarter(self):
        for (place, step), run in self.runs.items():
            for metric, row in self.metrics.items():
                self.assertEqual(run["metrics"][metric]["reported_quarter"], quarter(place, row["polarity"], step),
                                 f"{metric} {place} {step}")

    def test_in_a_flat_year_the_quarter_at_the_rating_is_that_of_what_was_reported(self):
        checked = set()
        for (place, step), run in self.runs.items():
            for metric, row in self.metrics.items():
                found = run["metrics"][metric]
                mean = found["line"]["sides"][FLAT][-1]["mean"]
                if abs(mean - run["reported"][metric]) > 1e-9 * abs(mean):
                    continue  # liquidity and the plan move with cash
                self.assertEqual(found["quarter"][FLAT], quarter(place, row["polarity"], step), f"{metric} {place} {step}")
                checked.add(metric)
        self.assertGreaterEqual(len(checked), 17)

    def test_scores_step_where_quarters_do(self):
        """A score is better just better than the quartile, and worse just worse, on both sides of the run."""
        for side in (BASELINE, FLAT):
            for place in PLACES:
                worse, at, better = (self.runs[place, step]["scores"][side] for step in (-1, 0, 1))
                compared = 0
                for score, middle in at.items():
                    kloe, metric = score.split(".score_")
                    if metric not in self.metrics or kloe == "finance" or not 1 < middle < 4:
                        continue
                    self.assertLess(worse[score], middle, f"{score} {place} {side}")
                    if not (metric == "staff_retention_rate" and place == "upper"):  # more than that is no better
                        self.assertGreater(better[score], middle, f"{score} {place} {side}")
                    compared += 1
                self.assertGreaterEqual(compared, 15)

    def test_national_figures_are_in_the_prices_of_the_rating(self):
        run = self.runs["median", 0]
        self.assertRegex(run["prices"], r"in prices of March \d{4}")
        for metric, row in self.metrics.items():
            found = run["metrics"][metric]
            for side in (BASELINE, FLAT):
                prices = found["benchmark_by_side"][side]["median"] / row["median"]
                self.assertAlmostEqual(prices, found["benchmark_by_side"][side]["upper_quartile"] / row["upper"], 9)
                if row["money"] and side == BASELINE:
                    self.assertGreater(prices, 1.005, metric)
                else:
                    self.assertAlmostEqual(prices, 1, 9, metric)
                expected = self.quarter_by_figures(found, side, row["polarity"])
                self.assertEqual(found["quarter"][side], expected, f"{metric} {side}")

    def test_with_moving_benchmarks_the_quarter_is_that_among_the_trusts_of_the_run(self):
        trusts = [word for code in ("RF4", "R1F", "RTH", "RDE") for word in ("--trust", code)]
        self.uor("run", "sector_slippage", *trusts, "--benchmarks", "moving", "--trials", "64", "--quiet", "--out", "moving.h5")
        figures = json.loads(self.uor("report", "moving.h5", "--quick", "--json"))
        elsewhere = 0
        for trust in figures["trusts"]:
            for found in trust["metrics"]:
                row = self.metrics[found["id"]]
                for side, shown in enumerate(found["quarter"]):
                    self.assertEqual(shown, self.quarter_by_figures(found, side, row["polarity"]),
                                     f"{trust['code']} {found['id']} {side}")
                national = found["benchmark_by_side"][0]
                elsewhere += abs(national["median"] - row["median"]) > 0.02 * (row["upper"] - row["lower"])
        self.assertGreater(elsewhere, 20)

    def quarter_by_figures(self, metric, side, polarity):
        value = polarity * metric["line"]["sides"][side][-1]["mean"]
        national = metric["benchmark_by_side"][side]
        marks = sorted(polarity * national[key] for key in ("lower_quartile", "median", "upper_quartile"))
        near = lambda mark: abs(value - mark) <= 1e-9 * abs(mark)  # noqa: E731
        if value > marks[2] and not near(marks[2]):
            return 1
        if value >= marks[1] or near(marks[1]):
            return 2
        return 3 if value >= marks[0] or near(marks[0]) else 4

    def test_no_money_metric_better_than_the_worse_quartile_is_called_worst_through_prices_alone(self):
        for step in (1,):
            for metric, row in self.metrics.items():
                if not row["money"] or row["polarity"] == 0:
                    continue
                worse = "lower" if row["polarity"] > 0 else "upper"
                found = self.runs[worse, step]["metrics"][metric]
                self.assertEqual(found["reported_quarter"], 3, metric)
                self.assertEqual(found["quarter"][FLAT], 3, metric)


if __name__ == "__main__":
    unittest.main()
