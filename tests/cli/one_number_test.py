"""The expected rating, good or better and the latent: what each is, the same in every output."""

import csv
import io
import json
import re
import unittest

import h5py
import numpy
import program

SCALE = numpy.arange(1, 5)
TRUSTS = ("RF4", "R1F", "RHW", "RJR", "RNZ", "RTH")


def mean_rating(ratings):
    return sum((i + 1) * ratings[name] for i, name in enumerate(
        ("inadequate", "requires_improvement", "good", "outstanding")))


class Test(program.ProgramTest):
    def sector(self, *words):
        trusts = [word for code in TRUSTS for word in ("--trust", code)]
        return json.loads(self.done("run", "sector_slippage", *trusts, "--trials", "256", "--json", "--out", "s.h5", *words))

    def test_the_expected_rating_is_the_mean_by_the_odds(self):
        """M126 of docs/framework.md."""
        self.done("run", "cip_slippage", "--trust", "RF4", "--trials", "400", "--quiet", "--out", "r.h5")
        run = json.loads(self.done("inspect", "r.h5", "--json"))
        with h5py.File(self.folder / "r.h5") as file:
            odds, change = file["rating_odds"][:, 0], file["rating_odds_change"][:, 0]
            cuts = [file.attrs[f"cut_{name}"] for name in ("requires_improvement", "good", "outstanding")]
        for side, result in enumerate(run["results"]):
            self.assertAlmostEqual(result["expected_rating"], SCALE @ odds[side], places=12)
            self.assertAlmostEqual(result["expected_rating_change"], SCALE @ change[side], places=12)
            self.assertAlmostEqual(result["good_or_better"], odds[side, 2:].sum(), places=12)
            self.assertAlmostEqual(result["good_or_better_change"], change[side, 2:].sum(), places=12)
            self.assertLess(result["good_or_better_standard_error"], 0.6 * (0.25 / 400) ** 0.5)
            latent = result["latent"]
            self.assertEqual([latent["cuts"][name] for name in ("requires_improvement", "good", "outstanding")], cuts)
            self.assertEqual(latent["mean"], result["expected_score"])
            above = [cut for cut in cuts if cut > latent["mean"]] or cuts[-1:]
            self.assertAlmostEqual(latent["distance"], latent["mean"] - above[0], places=12)

    def test_the_latent_is_said_as_the_distance_to_the_next_cut(self):
        self.done("run", "baseline", "--trust", "RF4", "--trials", "200", "--quiet", "--out", "r.h5")
        words = json.loads(self.done("inspect", "r.h5", "--json"))["results"][0]["latent"]["words"]
        self.assertRegex(words, r"^\d\.\d\d, \d\.\d\d (below|above) (requires improvement|good|outstanding)$")
        self.done("report", "r.h5", "-o", "r.html")
        page = (self.folder / "r.html").read_text()
        self.assertIn(words, self.done("inspect", "r.h5"))
        self.assertIn(words, page)
        self.assertEqual(json.loads(self.done("report", "r.h5", "--json"))["trusts"][0]["odds"][0]["latent"], words)
        for text in (page, self.done("inspect", "r.h5"), self.done("rate", "RF4", "--trials", "200")):
            self.assertNotRegex(text.lower(), r"expected score")

    def test_where_every_trial_is_capped_the_rating_stays_below_good_whatever_the_latent(self):
        self.write("s.toml", 'schema = 1\nname = "s"\n[run]\nmonths = 12\n[[change]]\ndriver = "trust.financial_special_measures"\nset = 1\n')
        run = json.loads(self.done("run", "s.toml", "--trust", "RHW", "--trials", "400", "--json"))
        last = run["results"][-1]
        self.assertEqual(last["good_or_better"], 0)
        self.assertLessEqual(last["expected_rating"], 2)
        self.assertEqual(last["expected_score_change"], 0)
        self.assertLess(last["good_or_better_change"], 0)

    def test_special_measures_are_no_change_within_two_errors(self):
        self.write("s.toml", 'schema = 1\nname = "s"\n[run]\nmonths = 12\n[[change]]\ndriver = "trust.financial_special_measures"\nset = 1\n')
        shown = self.done("run", "s.toml", "--trust", "RHW", "--trials", "400", "--out", "s.h5")
        self.assertNotIn("within two of its standard errors", shown)

    def test_trusts_are_ranked_by_the_change_of_good_or_better_then_by_name(self):
        run = self.sector()
        names = {trust["trust"]: trust["name"] for trust in run["trusts"]}
        for number, side in enumerate(run["sector"]["sides"]):
            key = (lambda r: r["good_or_better"]) if number == 0 else (lambda r: -abs(r["good_or_better_change"]))
            expected = sorted(side["moved_most"], key=lambda r: (key(r), r["name"], r["trust"]))
            self.assertEqual([row["trust"] for row in side["moved_most"]], [row["trust"] for row in expected])
            self.assertEqual([row["rank"] for row in side["moved_most"]], list(range(1, len(TRUSTS) + 1)))
            for row in side["moved_most"]:
                self.assertEqual(row["name"], names[row["trust"]])
                self.assertEqual(row["within_two_errors"], abs(row["good_or_better_change"]) <=
                                 2 * row["good_or_better_change_standard_error"])
        order = [row["trust"] for row in run["sector"]["sides"][-1]["moved_most"]]
        figures = json.loads(self.done("report", "s.h5", "--json"))
        self.assertEqual([row["code"] for row in figures["rows"]], order)
        rows = list(csv.DictReader(io.StringIO(self.done("inspect", "s.h5", "--csv"))))
        last = [row for row in rows if row["scenario"] == run["sector"]["sides"][-1]["scenario"]]
        self.assertEqual([row["trust"] for row in sorted(last, key=lambda row: int(row["rank"]))], order)
        listed = self.done("inspect", "s.h5", "--trusts").split("percent of trials by rating")[-1]
        self.assertEqual(re.findall(rf"(?m)^({'|'.join(TRUSTS)}) ", listed), order)
        shown = self.done("inspect", "s.h5").split("Moved")[-1]
        self.assertEqual(re.findall(rf"(?m)^({'|'.join(TRUSTS)}) ", shown), order[:5])

    def test_all_trusts_together_are_the_mean_of_their_odds_with_smaller_errors_than_counts(self):
        run = self.sector()
        with h5py.File(self.folder / "s.h5") as file:
            final, odds = file["rating_final"][...], file["rating_odds"][...].mean(axis=1)
        for side, of in enumerate(run["sector"]["sides"]):
            good = (final[side] >= 3).mean(axis=0)
            moved = good - (final[0] >= 3).mean(axis=0)
            n = len(good)
            self.assertAlmostEqual(of["good_or_better"], odds[side, 2:].sum(), places=12)
            self.assertAlmostEqual(of["good_or_better_change"], odds[side, 2:].sum() - odds[0, 2:].sum(), places=12)
            self.assertAlmostEqual(of["expected_rating"], odds[side] @ SCALE, places=12)
            self.assertLess(of["good_or_better_standard_error"], good.std(ddof=1) / n ** 0.5)
            if side > 0:
                self.assertLess(of["good_or_better_change_standard_error"], moved.std(ddof=1) / n ** 0.5)
            self.assertLess(abs(of["good_or_better"] - good.mean()), 4 * good.std(ddof=1) / n ** 0.5)

    def test_compare_as_csv_has_rows_of_all_trusts_together(self):
        self.sector()
        rows = list(csv.DictReader(io.StringIO(self.done("compare", "s.h5", "--csv"))))
        together = [row for row in rows if row["trust"] == "all" and row["what"] == "good_or_better"]
        self.assertEqual(len(together), 2)
        with h5py.File(self.folder / "s.h5") as file:
            expected = file["good_or_better"][-1].mean()
        self.assertAlmostEqual(float(together[-1]["value_to"]), expected, places=12)
        counts = [row for row in rows if row["trust"] == "all" and row["what"] == "trusts_with"]
        self.assertEqual(len(counts), 8)

    def test_many_levels_are_told_and_can_be_shown(self):
        levels = "".join(f'[[level]]\nname = "l{i:02}"\n[[level.change]]\ndriver = "clinical.dna_rate"\nmultiply = 0.{50 + i}\n'
                         for i in range(20))
        trusts = [word for code in TRUSTS for word in ("--trust", code)]
        shown = self.done("run", self.scenario(levels), *trusts, "--trials", "64", "--out", "l.h5")
        self.assertIn("... 16 more levels: --all-levels", shown)
        every = self.done("inspect", "l.h5", "--all-levels")
        for i in range(20):
            self.assertRegex(every, rf"(?m)^l{i:02} ")

    def test_no_headline_error_is_nothing(self):
        self.done("run", "cip_slippage", "--trust", "RF4", "--trials", "20000", "--quiet", "--out", "r.h5")
        self.done("report", "r.h5", "-o", "r.html")
        page = (self.folder / "r.html").read_text()
        for text in (page, self.done("inspect", "r.h5"), self.done("rate", "RF4", "--trials", "20000")):
            self.assertNotRegex(text, r"± ?0\.0+(?![0-9])")

    def test_page_and_screen_say_the_same_width_of_counts(self):
        self.sector()
        self.done("report", "s.h5", "-o", "s.html")
        said = re.search(r"up to (\d\.\d\d) times as much as if they were independent in the baseline, and up to (\d\.\d\d)",
                         (self.folder / "s.html").read_text())
        lines = self.done("inspect", "s.h5").splitlines()
        for which, side in ((1, "baseline"), (2, "severe")):
            row = next(line for line in lines if line.startswith(side))
            self.assertEqual(float(said[which]), max(map(float, re.findall(r"x(\d\.\d\d)", row))))


if __name__ == "__main__":
    unittest.main()
