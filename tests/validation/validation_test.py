"""The published figures, the functions that answer them, and the page that scripts/validate writes of both."""

import calendar
import collections
import csv
import importlib.machinery
import importlib.util
import os
import pathlib
import re
import subprocess
import unittest

import numpy as np

SOURCE = pathlib.Path(os.environ["UOR_SOURCE"])
STANDINGS = {"verified", "derived", "unverified", "assumed"}


def load_script():
    loader = importlib.machinery.SourceFileLoader("validate", str(SOURCE / "scripts" / "validate"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("validate", loader))
    loader.exec_module(module)
    return module


validate = load_script()


def rows():
    with open(SOURCE / "data" / "published_sector.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def row(name):
    return next(r for r in rows() if r["id"] == name)


def page():
    return (SOURCE / "docs" / "model" / "validation.md").read_text(encoding="utf-8")


class MadeUpSector:
    """A sector whose every figure is the same in all trials but for a spread."""
    turnover = 44_000.0

    def __init__(self, *figures):
        self.figures = np.array(figures)

    def trial_figures(self, name):
        return self.figures


def compared(figures, **published):
    """A figure of the model beside a made-up published row."""
    blank = {"id": "surplus_acute", "lower": "", "point": "", "upper": "", "of": "", "scaling": "none"}
    return validate.Comparison({**blank, **published}, MadeUpSector(*figures))


class Test(unittest.TestCase):
    def test_every_published_row_has_exactly_one_function(self):
        script = (SOURCE / "scripts" / "validate").read_text(encoding="utf-8")
        registered = re.findall(r'^@figure\("[^"]+", "(\w+)"', script, re.MULTILINE)
        self.assertEqual(sorted(registered), sorted(r["id"] for r in rows()))
        self.assertEqual(sorted(registered), sorted(validate.FUNCTIONS))

    def test_every_function_gives_reasons_and_a_known_basis(self):
        for name, (function, basis, columns) in validate.FUNCTIONS.items():
            with self.subTest(name):
                self.assertEqual(function.__name__, name)
                self.assertIn(basis, validate.BASES)
                self.assertTrue(columns)
                self.assertTrue(function.__doc__)

    def test_every_published_row_is_complete(self):
        for r in rows():
            with self.subTest(r["id"]):
                self.assertNotIn(None, r, "too many cells")
                self.assertTrue(r["title"] and r["unit"] and r["year"] and r["scope"])
                self.assertIn(r["standing"], STANDINGS)
                known = [float(r[key]) for key in ("lower", "point", "upper") if r[key]]
                self.assertTrue(known)
                self.assertEqual(known, sorted(known))
                self.assertIn(r["scaling"], {"none", "turnover", "count"})
                self.assertEqual(bool(r["of"]), r["scaling"] != "none")

    def test_every_published_row_has_a_source(self):
        for r in rows():
            with self.subTest(r["id"]):
                self.assertTrue(r["source"])
                for url in r["url"].split():
                    self.assertRegex(url, r"^https?://[^ <>]+$")
                self.assertTrue(r["url"] or "no address known" in r["source"])

    def test_the_page_has_a_row_and_a_source_for_every_published_figure(self):
        text = page()
        notes = " ".join(text.split())
        for r in rows():
            with self.subTest(r["id"]):
                self.assertEqual(len(re.findall(rf"^\| .*`{r['id']}` \|", text, re.MULTILINE)), 1)
                self.assertEqual(notes.count(f"(`{r['id']}`). "), 1)
                self.assertIn(" ".join(r["source"].split()), notes)
                for url in r["url"].split():
                    self.assertIn(f"<{url}>", text)

    def test_the_scenario_is_accepted_and_changes_nothing(self):
        checked = subprocess.run([os.environ["UOR"], "check", SOURCE / "scenarios" / "sector_baseline.toml"],
                                 capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertIn("No changes: the baseline only.", checked.stdout)

    def test_figures_of_accident_and_emergency_are_those_of_the_data(self):
        counts = collections.defaultdict(dict)
        with open(SOURCE / "data" / "ae_monthly.csv", newline="", encoding="utf-8") as file:
            for r in csv.DictReader(file):
                counts[r["ods_code"]][r["month"]] = [float(r[key] or "nan") for key in
                                                     ("attendances", "over_four_hours", "emergency_admissions")]
        months = [(2016 + (3 + k) // 12, (3 + k) % 12 + 1) for k in range(36)]
        labels = [f"{year}-{month:02}" for year, month in months]
        sector = validate.sector_trusts()
        table = np.array([[of[label] for label in labels] for code, of in counts.items()
                          if code in sector and all(np.isfinite(of.get(label, [np.nan])).all() for label in labels)])
        self.assertEqual(len(table), 127)
        attended, late, admitted = table.sum(axis=0).reshape(3, 12, 3).transpose(2, 0, 1)
        rate = admitted / np.array([calendar.monthrange(*month)[1] for month in months]).reshape(3, 12)
        summer, winter = validate.SUMMER, validate.WINTER
        measured = {
            "emergency_season": rate[:, winter].mean(axis=1) / rate[:, summer].mean(axis=1),
            "emergency_swing": rate.max(axis=1) / rate.min(axis=1),
            "four_hour_season": 100 * (late[:, winter].sum(axis=1) / attended[:, winter].sum(axis=1)
                                       - late[:, summer].sum(axis=1) / attended[:, summer].sum(axis=1)),
        }
        for name, years in measured.items():
            with self.subTest(name):
                half_a_step = 0.0501 if name == "four_hour_season" else 0.000501
                for key, value in (("lower", years.min()), ("point", years[-1]), ("upper", years.max())):
                    self.assertAlmostEqual(float(row(name)[key]), value, delta=half_a_step)

    def test_the_rise_of_loans_is_that_of_the_data(self):
        with open(SOURCE / "data" / "trusts.csv", newline="", encoding="utf-8") as file:
            loans = [[r[f"interim_support_{year}_gbp_m"] for year in ("2017_18", "2018_19")]
                     for r in csv.DictReader(file)]
        rises = [float(after) - float(before) for before, after in loans if before and after]
        self.assertEqual(len(rises), 134)
        self.assertAlmostEqual(sum(rise for rise in rises if rise > 0), float(row("support_drawn")["lower"]), delta=0.5)

    def test_amounts_are_scaled_by_turnover_and_counts_become_percent(self):
        amount = compared([-300.0], point="-571", of="88000", scaling="turnover", unit="GBP m")
        self.assertAlmostEqual(amount.point, -285.5)
        self.assertAlmostEqual(amount.ratio, 300 / 285.5)
        count = compared([50.0], lower="46", point="92", of="230", scaling="count")
        self.assertEqual((count.least, count.most, count.point), (20, 40, 40))

    def test_mean_and_interval_are_over_trials(self):
        figure = compared(np.arange(101.0), point="50")
        self.assertEqual((figure.model, figure.low, figure.high), (50, 5, 95))

    def test_words_follow_the_ratio(self):
        said = {
            31.0: "inside the published range",
            33.0: "within 10 % of the nearer end of the published range",
            48.0: "misses: 50 % more than the nearer end of the published range",
            96.0: "misses: 3.0 times the nearer end of the published range",
            14.0: "misses: 50 % less than the nearer end of the published range",
            -3.0: "misses: the other sign",
        }
        for model, words in said.items():
            self.assertEqual(compared([model], lower="28", point="32", upper="32").verdict, words)
        self.assertEqual(compared([-5.0], point="-10").verdict, "misses: 50 % less in size than the published figure")

    def test_a_miss_says_whether_the_interval_holds_what_was_published(self):
        self.assertIn("yet some of what was published lies in the model's 5-95 % interval",
                      compared([5.0, 25.0], point="10").sentence)
        self.assertIn("beyond the model's 5-95 % interval", compared([14.0, 16.0], point="10").sentence)

    def test_functions_add_trusts_up_before_they_divide(self):
        delivered = np.array([[[1.0]] * 12, [[9.0]] * 12])  # trust, month, trial
        plan = np.array([[[2.0]] * 12, [[10.0]] * 12])
        function, _, _ = validate.FUNCTIONS["savings_delivered"]
        self.assertAlmostEqual(function(delivered, plan)[0], 100 * 10 / 12)
        share, _, _ = validate.FUNCTIONS["deficit_share"]
        self.assertEqual(share(np.array([[[-1.0, 1.0]] * 12, [[1.0, 1.0]] * 12])).tolist(), [50.0, 0.0])


if __name__ == "__main__":
    unittest.main()
