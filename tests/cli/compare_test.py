"""`uor compare`: scenarios beside each other, trial by trial, against the arrays of the files themselves."""

import csv
import io
import json
import math
import shutil

import h5py
import numpy
import program
import sealed

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
SECTOR = ("RF4", "R1F", "R0A", "RTH", "RAJ", "RDE")
TRIALS = 1500


class Test(program.ProgramTest):
    def run_scenario(self, name, out, *words, trust=(program.TRUST,), trials=TRIALS):
        trusts = [word for code in trust for word in ("--trust", code)]
        self.done("run", name, *trusts, "--trials", trials, "--quiet", "--out", out, *words)

    def two_files(self, *words):
        self.run_scenario("cip_slippage", "a.h5", *words)
        self.run_scenario("recovery_plan", "b.h5", *words)

    def compared(self, *words):
        return json.loads(self.done("compare", *words, "--json"))

    def final(self, name, side=-1, trust=0, which="rating_final"):
        with h5py.File(self.folder / name) as file:
            return file[which][side, trust].astype(int)

    def odds(self, name, side=-1, trust=0, which="rating_odds"):
        """In closed form, and their errors."""
        with h5py.File(self.folder / name) as file:
            return file[which][side, trust], file[which + "_se"][side, trust]

    def assert_odds(self, shown, before, after, graded_before, graded_after):
        """`shown`: the ratings of one trust in JSON. They are the files' odds; grades of single trials vary more."""
        for grade, rating in enumerate(RATINGS):
            (was, was_error), (now, now_error) = [(odds[grade], errors[grade]) for odds, errors in (before, after)]
            self.assertEqual((shown[rating]["from"], shown[rating]["to"]), (was, now))
            self.assertAlmostEqual(shown[rating]["change"], now - was, places=12)
            graded = (graded_after == grade + 1).astype(float) - (graded_before == grade + 1)
            self.assertLessEqual(shown[rating]["standard_error"], graded.std() / math.sqrt(len(graded)) + 1e-12)
            self.assertLessEqual(shown[rating]["standard_error"], was_error + now_error + 1e-15)
            self.assertAlmostEqual(shown[rating]["independent_standard_error"], math.hypot(was_error, now_error), places=12)

    def test_two_files_are_compared_in_closed_form(self):
        self.two_files()
        trust = self.compared("a.h5", "b.h5")["comparisons"][0]["trusts"][0]
        self.assertEqual(trust["estimator"], "conditional")
        self.assert_odds(trust["ratings"], self.odds("a.h5"), self.odds("b.h5"), self.final("a.h5"), self.final("b.h5"))
        grades = numpy.arange(1, 5)
        change = self.odds("b.h5")[0] @ grades - self.odds("a.h5")[0] @ grades
        self.assertAlmostEqual(trust["mean_grade"]["change"], change, places=9)
        self.assertEqual(trust["good_or_better"]["standard_error_is"], "bound")

    def test_margins_are_the_odds(self):
        self.two_files()
        for first in ("a.h5", "a.h5:baseline"):
            trust = self.compared(first, "b.h5")["comparisons"][0]["trusts"][0]
            pairs = numpy.array(trust["from_to"])
            for grade, rating in enumerate(RATINGS):
                self.assertAlmostEqual(pairs[grade].sum(), TRIALS * trust["ratings"][rating]["from"], places=6)
                self.assertAlmostEqual(pairs[:, grade].sum(), TRIALS * trust["ratings"][rating]["to"], places=6)
            self.assertGreater(pairs.sum() - numpy.trace(pairs), 0)

    def test_combined_ratings_are_the_graded_trials_where_quality_is_drawn(self):
        self.two_files()
        trust = self.compared("a.h5", "b.h5")["comparisons"][0]["trusts"][0]
        shown = json.loads(self.done("inspect", "a.h5", "--json"))["results"][-1]["combined"]
        for rating in RATINGS:
            self.assertEqual(trust["combined"][rating]["from"], shown[rating])

    def test_one_file_is_its_baseline_and_every_scenario(self):
        self.run_scenario("cip_slippage", "a.h5")
        told = self.compared("a.h5")
        results = json.loads(self.done("inspect", "a.h5", "--json"))["results"]
        self.assertEqual(told["from"]["scenario"], "baseline")
        self.assertEqual([one["to"]["scenario"] for one in told["comparisons"]], [r["scenario"] for r in results[1:]])
        for one, result in zip(told["comparisons"], results[1:]):
            trust = one["trusts"][0]
            self.assertEqual(trust["from_to"], result["migration"])
            self.assertEqual(trust["ratings"]["good"]["to"], result["ratings"]["good"])
            for figure in ("change", "standard_error"):
                told_of = {"change": "value", "standard_error": "standard_error"}[figure]
                self.assertEqual(trust["good_or_better"][figure], result["change"]["good_or_better"][told_of])
            self.assertEqual(trust["expected_score"]["change"], result["expected_score_change"])
            self.assertEqual(trust["expected_score"]["standard_error"], result["expected_score_change_standard_error"])
            self.assertEqual(trust["expected_score"]["standard_error_is"], "paired")
            for metric in trust["metrics"]:
                same = result["metrics"][metric["metric"].partition(".")[2]]
                self.assertEqual((metric["change"], metric["standard_error"], metric["standard_error_is"]),
                                 (same["change"], same["change_standard_error"], "paired"))

    def test_scenarios_are_named_after_a_colon(self):
        self.two_files()
        told = self.compared("a.h5:all_10", "a.h5:all_40", "b.h5:baseline")
        self.assertEqual([told["from"]["scenario"], *(one["to"]["scenario"] for one in told["comparisons"])],
                         ["all_10", "all_40", "baseline"])
        with h5py.File(self.folder / "a.h5") as file:
            sides = list(file["scenario"].asstr())
        at = [sides.index("all_10"), sides.index("all_40")]
        self.assert_odds(told["comparisons"][0]["trusts"][0]["ratings"], *(self.odds("a.h5", side) for side in at),
                         *(self.final("a.h5", side) for side in at))

    def test_baselines_of_two_files_are_the_same(self):
        self.two_files()
        trust = self.compared("a.h5:baseline", "b.h5:baseline")["comparisons"][0]["trusts"][0]
        self.assertTrue(trust["same_baseline"])
        self.assertEqual(trust["metrics"], [])
        for rating in RATINGS:
            self.assertEqual((trust["ratings"][rating]["change"], trust["ratings"][rating]["standard_error"]), (0, 0))

    def test_kept_trials_make_errors_of_means_exact_and_bounds_hold(self):
        self.two_files()
        bounds = self.compared("a.h5", "b.h5")["comparisons"][0]["trusts"][0]
        self.two_files("--keep", "metrics,scores")
        exact = self.compared("a.h5", "b.h5")["comparisons"][0]["trusts"][0]
        bounded = {row["metric"]: row for row in bounds["metrics"]}
        self.assertGreater(len(exact["metrics"]), 3)
        with h5py.File(self.folder / "a.h5") as a, h5py.File(self.folder / "b.h5") as b:
            ids = list(a["metric"].asstr())
            for row in exact["metrics"]:
                at = ids.index(row["metric"])
                change = b["metric_final"][-1, 0, at] - a["metric_final"][-1, 0, at]
                self.assertAlmostEqual(row["change"], change.mean(), delta=1e-9 * abs(change.mean()) + 1e-12)
                error = change.std(ddof=1) / math.sqrt(TRIALS)
                self.assertAlmostEqual(row["standard_error"], error, delta=1e-9 * error + 1e-12)
                self.assertEqual(row["standard_error_is"], "paired")
                self.assertEqual(bounded[row["metric"]]["standard_error_is"], "bound")
                self.assertGreaterEqual(bounded[row["metric"]]["standard_error"], error * (1 - 1e-9))
                self.assertAlmostEqual(bounded[row["metric"]]["change"], row["change"],
                                       delta=1e-6 * abs(row["change"]) + 1e-9)

    def test_metrics_and_key_lines_are_ranked_by_what_moved(self):
        self.two_files()
        trust = self.compared("a.h5", "b.h5")["comparisons"][0]["trusts"][0]
        sizes = [math.inf if row["standardised"] is None else abs(row["standardised"]) for row in trust["metrics"]]
        self.assertEqual(sizes, sorted(sizes, reverse=True))
        kloes = [abs(row["score"]["standardised"]) for row in trust["kloe"]]
        self.assertEqual(kloes, sorted(kloes, reverse=True))
        self.assertEqual(trust["kloe"][0]["kloe"], "finance")

    def test_csv_tells_the_same(self):
        self.two_files()
        trust = self.compared("a.h5", "b.h5")["comparisons"][0]["trusts"][0]
        rows = list(csv.DictReader(io.StringIO(self.done("compare", "a.h5", "b.h5", "--csv"))))
        ratings = {row["item"]: row for row in rows if row["what"] == "rating"}
        for rating in RATINGS:
            self.assertAlmostEqual(float(ratings[rating]["change"]), trust["ratings"][rating]["change"], places=9)
        self.assertEqual([row["item"] for row in rows if row["what"] == "metric"],
                         [row["metric"] for row in trust["metrics"]])
        self.assertAlmostEqual(sum(float(row["value_to"]) for row in rows if row["what"] == "from_to"), TRIALS, places=6)

    def test_the_screen_fits_and_tells_how_sure_it_is(self):
        self.two_files()
        text = self.done("compare", "a.h5", "b.h5")
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        for part in ("The same draws on all sides", "change, paired", "error if unpaired", "from \\ to", "Key lines",
                     "Metrics that moved most", "±≤ at most", "'a.h5' holds 6 scenarios; compared is the last"):
            self.assertIn(part, text)
        self.assertLessEqual(max(map(len, self.done("compare", "a.h5").splitlines())), 100)

    def sector_files(self):
        self.run_scenario("sector_slippage", "a.h5", trust=SECTOR, trials=200)
        self.run_scenario("sector_winter", "b.h5", trust=SECTOR[::-1], trials=200)

    def test_the_sector_is_paired_across_trusts(self):
        self.sector_files()
        told = self.compared("a.h5", "b.h5")["comparisons"][0]
        for grade, rating in enumerate(RATINGS):
            graded = [sum((self.final(name, trust=i) == grade + 1).astype(int) for i in range(len(SECTOR)))
                      for name in ("a.h5", "b.h5")]
            expected = [sum(self.odds(name, trust=i)[0][grade] for i in range(len(SECTOR))) for name in ("a.h5", "b.h5")]
            count = told["sector"]["ratings"][rating]
            self.assertAlmostEqual(count["from"], expected[0], places=9)
            self.assertAlmostEqual(count["to"], expected[1], places=9)
            self.assertLessEqual(count["standard_error"], (graded[1] - graded[0]).std(ddof=1) / math.sqrt(200) + 1e-12)
            self.assertAlmostEqual(sum(row[grade] for row in told["sector"]["from_to"]), expected[1], places=6)
        self.assertEqual([trust["trust"] for trust in told["trusts"]], list(SECTOR))
        for i, trust in enumerate(told["trusts"]):
            at = len(SECTOR) - 1 - i
            self.assert_odds(trust["ratings"], self.odds("a.h5", trust=i), self.odds("b.h5", trust=at),
                             self.final("a.h5", trust=i), self.final("b.h5", trust=at))

    def test_the_sector_fits_the_screen(self):
        self.sector_files()
        text = self.done("compare", "a.h5", "b.h5")
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        for part in ("Of 6 trusts", "from \\ to, trusts", "Moved", "change, paired"):
            self.assertIn(part, text)

    def test_one_trust_of_the_sector_can_be_compared_with_a_run_of_its_own(self):
        self.sector_files()
        self.run_scenario("recovery_plan", "c.h5", trust=("RTH",), trials=200)
        self.refused("compare", "a.h5", "c.h5", says=["lacks the trust RF4, R1F, R0A, RAJ, RDE", "--trust"])
        told = self.compared("a.h5", "c.h5", "--trust", "RTH")["comparisons"][0]
        self.assertEqual([trust["trust"] for trust in told["trusts"]], ["RTH"])
        self.assert_odds(told["trusts"][0]["ratings"], self.odds("a.h5", trust=3), self.odds("c.h5"),
                         self.final("a.h5", trust=3), self.final("c.h5"))
        self.refused("compare", "a.h5", "c.h5", "--trust", "RF4", says=["'c.h5' has no trust 'RF4'"])

    def assert_unpaired(self, other, says):
        """Of one trust, so that the two stand beside each other as independent runs, and a note says why."""
        compared = self.compared("a.h5", other)
        self.assertIn(says, " ".join(compared["notes"]))
        self.assertFalse(compared["comparisons"][0]["trusts"][0]["paired"])
        self.assertIsNone(compared["comparisons"][0]["trusts"][0]["from_to"])

    def test_files_of_one_trust_that_cannot_be_paired_are_compared_as_independent_runs(self):
        self.run_scenario("cip_slippage", "a.h5", trials=64)
        for words, says in ((("--seed", "2"), "its seed is 2, not 1"), (("--months", "6"), "it has 6 months, not 12")):
            self.run_scenario("recovery_plan", "b.h5", *words, trials=64)
            self.assert_unpaired("b.h5", says)
        self.run_scenario("recovery_plan", "b.h5", trials=128)
        self.assert_unpaired("b.h5", "it has 128 trials a trust, not 64")
        self.run_scenario("cip_slippage", "c.h5", trust=("R1F",), trials=64)
        self.refused("compare", "a.h5", "c.h5", says=["they have no trust in common (it has R1F, the other RF4); run both for the same trust"])

    def test_files_of_several_trusts_that_cannot_be_paired_are_refused_with_the_reason(self):
        self.run_scenario("cip_slippage", "a.h5", trust=("RF4", "R1F"), trials=64)
        self.run_scenario("recovery_plan", "b.h5", "--seed", "2", trust=("RF4", "R1F"), trials=64)
        self.refused("compare", "a.h5", "b.h5", says=["'b.h5' cannot be compared with 'a.h5'", "its seed is 2, not 1"])

    def test_files_of_another_model_are_not_paired(self):
        self.run_scenario("cip_slippage", "a.h5", trials=64)
        (self.folder / "b.h5").write_bytes((self.folder / "a.h5").read_bytes())
        with h5py.File(self.folder / "b.h5", "r+") as file:
            file["provenance/plugin_sha256"][0] = "0" * 64
        sealed.seal(self.folder / "b.h5")
        self.assert_unpaired("b.h5", "has SHA-256 000000000000, not ")
        (self.folder / "c.h5").write_bytes((self.folder / "a.h5").read_bytes())
        with h5py.File(self.folder / "c.h5", "r+") as file:
            file.attrs["version"] = "0.9.0"
        sealed.seal(self.folder / "c.h5")
        self.assert_unpaired("c.h5", "was written by uor 0.9.0, not ")

    def test_another_policy_is_told(self):
        self.run_scenario("cip_slippage", "a.h5", trials=64)
        for name in ("policies", "data"):
            shutil.copytree(program.SOURCE / name, self.folder / name)
        with (self.folder / "policies" / "framework.toml").open("a") as policy:
            policy.write("\n# A remark.\n")
        self.run_scenario("cip_slippage", "b.h5", "--policy", "policies/framework.toml", trials=64)
        self.assertIn("the policies differ", " ".join(self.compared("a.h5", "b.h5")["notes"]))

    def test_what_is_not_there_is_refused(self):
        self.run_scenario("cip_slippage", "a.h5", trials=64)
        self.run_scenario("baseline", "b.h5", trials=64)
        self.refused("compare", "a.h5:all_4", "b.h5", says=["'a.h5' has no scenario 'all_4'", "Did you mean 'all_40'?"])
        self.refused("compare", "b.h5", says=["'b.h5' holds the baseline alone"])
        self.refused("compare", "a.h5:all_40", says=["is one scenario, name a second"])
        self.refused("compare", "a.h5", "a.h5", says=["would be compared with itself"])
        self.refused("compare", "a.h5", "gone.h5", says=["'gone.h5' cannot be read"])


if __name__ == "__main__":
    program.main()
