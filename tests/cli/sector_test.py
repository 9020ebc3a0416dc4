"""Many trusts in one run: the sector on the screen, in JSON, and how far its counts spread."""

import csv
import io
import json

import openpyxl

import program

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
CODES = ("RF4", "R1F", "R0A", "RTH", "RAJ", "RDE", "RJR", "RNZ")
SAMPLING_ERRORS = 4


class Test(program.ProgramTest):
    def trusts(self, codes=CODES):
        return [word for code in codes for word in ("--trust", code)]

    def several(self, *words, name="sector_slippage", trials=128):
        return self.done("run", name, *self.trusts(), "--trials", trials, "--out", "s.h5", *words)

    def sector(self, *words, **options):
        return json.loads(self.several("--json", *words, **options))

    def test_the_sector_fits_one_screen(self):
        lines = self.done("run", "sector_slippage", "--trust", "all", "--trials", "128").splitlines()
        self.assertLessEqual(len(lines), 40)
        self.assertLessEqual(max(map(len, lines)), 100)

    def test_the_screen_has_counts_from_to_types_and_movers(self):
        text = self.several()
        for side in ("baseline", "mild", "severe"):
            self.assertRegex(text, rf"(?m)^{side} +(\d+\.\d \(\d-\d\) +(x\d\.\d\d|-) *){{4}}$")
        for part in ("Of 8 trusts", "from \\ to", "Of all trusts together", "good or better, %", "Small (", "Moved", "expected rating"):
            self.assertIn(part, text)

    def test_a_baseline_alone_shows_the_lowest_trusts(self):
        text = self.several(name="sector_baseline")
        self.assertIn("Lowest", text)
        self.assertNotIn("from \\ to", text)

    def test_json_counts_agree_with_the_odds_of_the_trusts(self):
        run = self.sector()
        self.assertEqual(run["sector"]["trusts"], len(CODES))
        for number, side in enumerate(run["sector"]["sides"]):
            results = run["results"][number::3]
            for i, rating in enumerate(RATINGS):
                count = side["ratings"][rating]
                self.assertAlmostEqual(sum(count["histogram"]), 128, places=9)
                self.assertAlmostEqual(count["mean"], sum(result["ratings"][rating] for result in results), places=9)
                self.assertAlmostEqual(count["mean"], sum(row[i] for row in side["from_to"]), places=9)
                self.assertAlmostEqual(count["mean"], sum(kind[rating] for kind in side["by_type"].values()), places=9)
                variance = sum(result["ratings"][rating] * (1 - result["ratings"][rating]) for result in results)
                self.assertAlmostEqual(count["independent_sd"], (variance * 128 / 127) ** 0.5, places=9)
                self.assertLessEqual(count["quantiles"]["0.05"], count["quantiles"]["0.95"])

    def test_one_trust_is_no_sector(self):
        run = json.loads(self.done("run", "cip_slippage", "--trust", "RF4", "--trials", "64", "--json"))
        self.assertNotIn("sector", run)

    def test_inspect_tells_the_same_sector(self):
        ran = self.sector()["sector"]
        self.assertEqual(json.loads(self.done("inspect", "s.h5", "--json"))["sector"], ran)

    def test_inspect_lists_the_odds_of_every_trust(self):
        self.several("--quiet")
        listed = self.done("inspect", "s.h5", "--trusts")
        rows = self.done("inspect", "s.h5", "--csv").splitlines()
        self.assertEqual(len(rows), 1 + 3 * len(CODES))
        self.assertTrue(rows[0].startswith("scenario,trust,name,type,inadequate,"))
        for code in CODES:
            self.assertEqual(listed.count(f"\n{code} "), 3)
            self.assertEqual(sum(f",{code}," in row for row in rows), 3)

    def test_a_name_over_the_figures_of_one_predecessor_is_marked_and_explained_wherever_it_is_listed(self):
        why = "RAJ has the name of the trust that merged"
        shown = self.several()
        self.done("report", "s.h5", "--quick", "-o", "s.html")
        self.done("report", "s.h5", "--quick", "--xlsx", "-o", "s.xlsx")
        for text in (shown, self.done("inspect", "s.h5"), self.done("inspect", "s.h5", "--trusts")):
            self.assertIn("\u2020", text)
        self.assertIn(why, " ".join(self.done("inspect", "s.h5", "--trusts").split()))
        page = (self.folder / "s.html").read_text()
        self.assertIn("Foundation Trust \u2020", page)
        self.assertIn(why, page)
        rows = list(csv.DictReader(io.StringIO(self.done("inspect", "s.h5", "--csv"))))
        self.assertEqual({row["trust"] for row in rows if row["warnings"]}, {"RAJ"})
        for sheet in openpyxl.load_workbook(self.folder / "s.xlsx")["Trusts"].iter_rows(values_only=True):
            if sheet[0] == "RAJ":
                self.assertIn(why, sheet[-1])
        moved = self.sector()["sector"]["sides"][-1]["moved_most"]
        self.assertEqual([row["trust"] for row in moved if row["warnings"]], ["RAJ"] if "RAJ" in [row["trust"] for row in moved] else [])

    def test_a_trust_that_is_shown_has_its_warning_on_the_screen_and_the_brief(self):
        self.done("run", "sector_slippage", *self.trusts(("RAJ", "RF4", "R1F", "R0A", "RTH", "RDE")), "--trials", "64", "--quiet",
                  "--out", "six.h5")
        shown = " ".join(self.done("inspect", "six.h5").split())
        self.assertTrue("RAJ has the name of the trust" in shown or "1 trust has a warning" in shown, shown)
        self.done("run", "baseline", "--trust", "RAJ", "--trials", "64", "--quiet", "--out", "one.h5")
        self.done("report", "one.h5", "--quick", "--brief", "-o", "one.html")
        self.assertIn("RAJ has the name of the trust that merged", (self.folder / "one.html").read_text())

    def test_the_counts_are_the_same_for_any_threads_and_batch(self):
        one = self.sector("--threads", "1", trials=600)["sector"]
        self.assertEqual(self.sector("--threads", "4", "--batch", "64", trials=600)["sector"], one)

    def spread_ratios(self, flag, trials):
        """Of the ratings that several trusts hold: few of them are no normal number, whose error is known."""
        scenario = self.scenario(run=f"trials = {trials}\ncommon_factors = {flag}", name=f"{flag}.toml")
        run = json.loads(self.done("run", scenario, "--trust", "all", "--json"))
        ratings = run["sector"]["sides"][0]["ratings"]
        return {rating: count["spread_ratio"] for rating, count in ratings.items() if count["mean"] > 5}

    def test_common_factors_widen_the_counts_and_independence_understates_them(self):
        trials = 1000
        error = (2 * trials) ** -0.5
        alone, shared = self.spread_ratios("false", trials), self.spread_ratios("true", trials)
        self.assertLessEqual(set(RATINGS) - {"outstanding"}, set(alone))
        for rating, ratio in alone.items():
            self.assertAlmostEqual(ratio, 1, delta=SAMPLING_ERRORS * error, msg=rating)
        self.assertGreater(shared["inadequate"], 1 + SAMPLING_ERRORS * error)


if __name__ == "__main__":
    program.main()
