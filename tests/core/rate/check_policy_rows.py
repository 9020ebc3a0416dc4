#!/usr/bin/python3
"""Checks that the shipped policy rows of metrics, ratings and quality priors agree with the data they cite."""
import csv
import math
import pathlib
import subprocess
import sys
import tomllib
import unittest

ROOT = pathlib.Path(sys.argv.pop())
METRICS = tomllib.loads((ROOT / "policies/metrics.toml").read_text(encoding="utf-8"))["metric"]
RULES = tomllib.loads((ROOT / "policies/rating.toml").read_text(encoding="utf-8"))
KEY_LINES = tomllib.loads((ROOT / "sectors/acute/kloes.toml").read_text(encoding="utf-8"))["kloe"]
KLOES = [row["id"] for row in KEY_LINES]
STANDINGS = {"verified", "derived", "unverified", "assumed"}


def conditions_of(row):
    """(quantity, operator, value) of each."""
    for condition in row["when"]:
        ((operator, value),) = ((key, v) for key, v in condition.items() if key not in ("quantity", "times", "slope"))
        yield condition["quantity"], operator, value


class PolicyRows(unittest.TestCase):
    def test_metrics_are_the_benchmarks_in_the_same_order(self):
        with open(ROOT / "data/benchmarks.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["metric"] for row in rows], [metric["id"] for metric in METRICS])
        for row, metric in zip(rows, METRICS):
            for key in ("better", "unit", "standing"):
                self.assertEqual(row[key], metric[key], metric["id"])
            for key in ("median", "lower_quartile", "upper_quartile"):
                self.assertEqual(float(row[key]), metric[key], metric["id"])
            self.assertEqual(metric["money"], metric["unit"].startswith("GBP"), metric["id"])

    def test_each_kloe_has_its_initial_metrics(self):
        counts = [sum(metric["kloe"] == kloe for metric in METRICS) for kloe in KLOES]
        self.assertEqual(counts, [4, 6, 2, 5, 5])

    def test_weights_sum_to_one_and_cuts_ascend(self):
        self.assertEqual(KLOES, ["clinical", "people", "support", "corporate", "finance"])
        self.assertAlmostEqual(math.fsum(row["weight"] for row in KEY_LINES), 1.0, places=12)
        cuts = RULES["rating"]["cuts"]
        self.assertLess(1, cuts["requires_improvement"])
        self.assertLess(cuts["requires_improvement"], cuts["good"])
        self.assertLess(cuts["good"], cuts["outstanding"])
        self.assertLess(cuts["outstanding"], 4)

    def test_conditions_name_quantities_that_exist(self):
        with open(ROOT / "data/trust_fields.csv", newline="", encoding="utf-8") as file:
            known = {f"trust.{row['id']}" for row in csv.DictReader(file)}
        known |= {f"metric.{metric['id']}" for metric in METRICS} | {f"{kloe}.score" for kloe in KLOES}
        known |= {f"published.{metric['id']}" for metric in METRICS}
        known |= {f"benchmark.{metric['id']}.{part}" for metric in METRICS for part in ("lower", "median", "upper", "peer")}
        tables = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "plugins").glob("kloe_*/*.hpp"))
        for row in RULES["rating"]["limiter"] + RULES["rating"]["characteristic"]:
            for quantity, operator, other in conditions_of(row):
                for name in (quantity, other) if isinstance(other, str) else (quantity,):
                    self.assertTrue(name in known or f'"{name}"' in tables, f'{row["id"]}: {name}')
                self.assertIn(operator, {"below", "at_most", "above", "at_least"}, row["id"])

    def test_every_row_has_its_own_id_a_standing_and_a_source(self):
        rating = RULES["rating"]
        for rows in (rating["limiter"], rating["characteristic"], METRICS):
            ids = [row["id"] for row in rows]
            self.assertEqual(len(ids), len(set(ids)))
        tables = [*KEY_LINES, rating["cuts"], rating["judgement"], rating["sector"], *RULES["cqc"].values()]
        for row in [*tables, *rating["limiter"], *rating["characteristic"], *RULES["quality_prior"], *METRICS]:
            self.assertIn(row["standing"], STANDINGS)
            self.assertTrue(row["source"])

    def test_low_and_high_in_characteristics_are_the_national_quartiles(self):
        bounds = {f"metric.{m['id']}": {m["lower_quartile"], m["median"], m["upper_quartile"]}
                  for m in METRICS if m["kloe"] != "finance"}
        for row in RULES["rating"]["characteristic"]:
            for quantity, _, value in conditions_of(row):
                if quantity in bounds:
                    self.assertIn(value, bounds[quantity], row["id"])
                if isinstance(value, str) and value.startswith("benchmark."):
                    self.assertEqual(value.split(".")[1], quantity.removeprefix("published."), row["id"])

    def test_quality_priors_are_what_the_script_estimates(self):
        script = [ROOT / "scripts/estimate_quality_priors", ROOT / "data/assessments.csv"]
        printed = subprocess.run([sys.executable, *script], check=True, capture_output=True, text=True).stdout
        estimated = tomllib.loads(printed)["quality_prior"]
        shipped = [{key: row[key] for key in ("question", "probability", "correlation")} for row in RULES["quality_prior"]]
        self.assertEqual(estimated, shipped)
        for row in shipped:
            self.assertAlmostEqual(math.fsum(row["probability"]), 1.0, places=12)


if __name__ == "__main__":
    unittest.main()
