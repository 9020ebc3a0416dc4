"""Moving benchmarks: several trusts, each compared with all of them in every trial."""

import json

import program

CODES = ("RF4", "R1F", "R0A", "RTH", "RAJ", "RDE", "RJR", "RNZ")


class Test(program.ProgramTest):
    def trusts(self, codes=CODES):
        return [word for code in codes for word in ("--trust", code)]

    def several(self, *words, name="sector_slippage", trials=128, codes=CODES):
        return self.done("run", name, *self.trusts(codes), "--trials", trials, "--out", "s.h5", *words)

    def moving(self, *words, **options):
        return json.loads(self.several("--benchmarks", "moving", "--json", *words, **options))

    def results(self, run):
        """By trust and side."""
        return {(result["trust"], result["scenario"]): result for result in run["results"]}

    def test_a_scenario_asks_for_them(self):
        scenario = self.scenario(run='trials = 64\nbenchmarks = "moving"\ntrusts = ["RF4", "R1F", "R0A"]')
        self.assertIn("Benchmarks move", self.done("check", scenario))
        run = json.loads(self.done("run", scenario, "--json"))
        self.assertEqual(run["benchmarks"], "moving")
        self.assertTrue(any("benchmarks move" in note for note in run["notes"]))
        fixed = json.loads(self.done("run", scenario, "--json", "--benchmarks", "fixed"))
        self.assertEqual(fixed["benchmarks"], "fixed")
        self.assertFalse(any("benchmarks move" in note for note in fixed["notes"]))

    def test_one_trust_alone_is_refused(self):
        scenario = self.scenario(run='trials = 64\nbenchmarks = "moving"')
        self.refused("run", scenario, "--trust", "RF4",
                     says=[f"{scenario}:5:", "has RF4 alone", "--trust all or several trusts"])
        self.refused("run", "cip_slippage", "--trust", "RF4", "--benchmarks", "moving",
                     says=["--benchmarks moving", "has RF4 alone"])

    def test_an_unknown_word_is_refused(self):
        scenario = self.scenario(run='trials = 64\nbenchmarks = "movin"')
        self.refused("run", scenario, "--trust", "all", says=[f"{scenario}:5:", "'movin'", "Did you mean 'moving'?"])
        self.refused("run", "baseline", "--trust", "all", "--benchmarks", "median", says=["--benchmarks median"])

    def test_few_trusts_are_told_that_their_peers_are_missing(self):
        notes = " ".join(self.moving(trials=8)["notes"])
        self.assertIn("those of the 8 trusts of this run", notes)
        self.assertIn("fewer than half of the peers of 8 of the 8 trusts", notes)

    def test_inspect_tells_it_and_has_the_same_result(self):
        ran = self.moving()
        self.assertIn("benchmarks move", " ".join(self.done("inspect", "s.h5").split()))
        told = json.loads(self.done("inspect", "s.h5", "--json"))
        for part in ("benchmarks", "sector", "results", "notes"):
            self.assertEqual(told[part], ran[part])

    def test_a_trial_of_one_trust_is_not_explained(self):
        self.moving(trials=8)
        self.refused("explain", "s.h5", "--trust", "RF4", "--trial", "3",
                     says=["moving benchmarks", "all of its 8 trusts", "--benchmarks fixed"])

    def test_results_are_the_same_for_any_threads_batch_and_order_of_trusts(self):
        one = self.moving("--threads", "1", trials=600)
        for words, codes in ((("--threads", "4", "--batch", "64"), CODES),
                             (("--threads", "3", "--batch", "1024"), tuple(reversed(CODES)))):
            other = self.moving(*words, trials=600, codes=codes)
            for found, expected in zip(other["sector"]["sides"], one["sector"]["sides"]):
                for rating in found["ratings"]:
                    self.assertEqual(found["ratings"][rating]["histogram"], expected["ratings"][rating]["histogram"])
            self.assertEqual(self.results(other), self.results(one))

    def test_what_is_no_comparison_is_as_with_fixed_benchmarks(self):
        moving, fixed = self.results(self.moving()), self.results(json.loads(self.several("--json")))
        for key, result in moving.items():
            self.assertEqual(result["metrics"], fixed[key]["metrics"])
            self.assertEqual(result["kloe"]["finance"], fixed[key]["kloe"]["finance"])
        self.assertNotEqual(moving, fixed)

    def test_what_all_trusts_improve_moves_no_place_but_lifts_ratings_against_fixed_figures(self):
        """Ten points of the procurement score for every trust from the first month on, decided in time. After 26 months the
        figures of a year ago have them too, so that nothing is left but places among trusts. The least lift is by the
        weights fitted with the published evidence, and far more than what is left to places."""
        scenario = self.scenario('[[change]]\ndriver = "corporate.procurement_process"\nadd = 10.0\ndecided = true\n',
                                 run="trials = 256\nmonths = 26\npublication_lag = false")
        for benchmarks, least, most in (("fixed", 0.007, 0.1), ("moving", -1e-4, 1e-4)):
            run = json.loads(self.done("run", scenario, *self.trusts(), "--benchmarks", benchmarks, "--json"))
            for (trust, side), result in self.results(run).items():
                if side == "mine":
                    self.assertGreater(result["expected_score_change"], least, f"{benchmarks} {trust}")
                    self.assertLess(result["expected_score_change"], most, f"{benchmarks} {trust}")

    def test_the_sector_fits_one_screen(self):
        lines = self.done("run", "sector_slippage", "--trust", "all", "--trials", "100", "--benchmarks",
                          "moving").splitlines()
        self.assertLessEqual(len(lines), 42)
        self.assertLessEqual(max(map(len, lines)), 100)


if __name__ == "__main__":
    program.main()
