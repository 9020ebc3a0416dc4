"""`uor run --points lhs|sobol`: what may not change, and errors from replicates."""

import json
import subprocess

import h5py
import numpy as np
import program

BLOCK, REPLICATES = 256, 16
WHOLE = BLOCK * REPLICATES
RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
SHORT = ("--months", "3", "--trials", str(WHOLE))  # three months: the draws matter here, not the year


class Test(program.ProgramTest):
    def run_json(self, *words, env=None):
        return json.loads(self.done("run", *words, "--json", env=env))

    def test_other_numbers_of_trials_are_refused_with_the_nearest_good_one(self):
        for points in ("lhs", "sobol"):
            for trials, nearest in ((1000, WHOLE), (10000, 2 * WHOLE), (WHOLE + 1, WHOLE)):
                self.refused("run", "baseline", "--trust", "RF4", "--points", points, "--trials", trials,
                             says=[f"{points} points", f"{trials} trials", f"the nearest good number is {nearest}"])

    def test_other_mistakes_are_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--points", "sobel",
                     says=["--points 'sobel'", "Did you mean 'sobol'?", "random, lhs, sobol"])
        self.refused("run", "baseline", "--trust", "RF4", "--points", "lhs", "--until-se", "0.01",
                     says=["until a standard error is reached", "give trials"])
        self.refused("check", self.scenario(run='points = "halton"'), says=["mine.toml:4", "halton", "sobol"])

    def test_a_scenario_can_ask_for_them(self):
        name = self.scenario(run=f'points = "lhs"\nmonths = 3\ntrials = {WHOLE}')
        self.assertIn("Points: lhs", self.done("check", name))
        self.assertEqual(self.run_json(name, "--trust", "RF4", "--out", "r.h5")["points"], "lhs")
        self.assertEqual(self.run_json(name, "--trust", "RF4", "--points", "random", "--trials", "64",
                                       "--out", "r.h5")["points"], "random")

    def test_random_points_have_no_replicates(self):
        value = self.run_json("baseline", "--trust", "RF4", "--trials", "64", "--out", "r.h5")
        self.assertEqual(value["points"], "random")
        self.assertIsNone(value["results"][0]["effective_gain"])
        with h5py.File(self.folder / "r.h5") as file:
            self.assertEqual(file.attrs["points"], "random")
            self.assertFalse([name for name in file if name.startswith("replicate")])

    def test_estimates_agree_with_those_of_random_points(self):
        words = ("baseline", "--set", "clinical.dna_rate=*0.8", "--trust", "RF4", *SHORT, "--out", "r.h5")
        random = self.run_json(*words)["results"]
        for points in ("lhs", "sobol"):
            for a, b in zip(random, self.run_json(*words, "--points", points)["results"], strict=True):
                for rating in RATINGS:
                    error = np.hypot(a["standard_error"][rating], b["standard_error"][rating])
                    self.assertLessEqual(abs(a["ratings"][rating] - b["ratings"][rating]), 4 * error + 1e-12, rating)
                error = np.hypot(a["expected_score_change_standard_error"], b["expected_score_change_standard_error"])
                self.assertLessEqual(abs(a["expected_score_change"] - b["expected_score_change"]), 4 * error)

    def test_threads_batches_levels_and_other_trusts_do_not_matter(self):
        for points in ("lhs", "sobol"):
            words = ("baseline", "--trust", "RF4", *SHORT, "--points", points, "--out", "r.h5")
            expected = self.run_json(*words)["results"]
            self.assertEqual(self.run_json(*words, "--threads", "1", "--batch", "768")["results"], expected)
            self.assertEqual(self.run_json(*words, "--threads", "3", "--batch", "5000")["results"], expected)
            self.assertEqual(self.run_json(*words, "--batch", "40", env={"UOR_ISA": "2"})["results"], expected)
            self.assertEqual(self.run_json(*words, env={"UOR_ISA": "3"})["results"], expected)
            self.assertEqual(self.run_json(*words, "--trust", "R1F")["results"][:1], expected)

    def test_errors_are_the_spread_of_sixteen_replicates(self):
        value = self.run_json("baseline", "--set", "clinical.dna_rate=*0.8", "--trust", "RF4", "--trust", "R1F", *SHORT, "--points", "sobol",
                              "--out", "r.h5")
        with h5py.File(self.folder / "r.h5") as file:
            self.assertEqual(file.attrs["points"], "sobol")
            self.assertEqual(file["replicate"][...].tolist(), list(range(REPLICATES)))
            final = file["rating_final"][...]  # scenario, trust, trial
            replicate = np.arange(WHOLE) // BLOCK % REPLICATES
            counted = np.stack([[np.sum(final[..., replicate == r] == grade, axis=-1) for grade in (1, 2, 3, 4)]
                                for r in range(REPLICATES)])  # replicate, rating, scenario, trust
            stored = file["replicate_rating_count"][...]  # scenario, trust, replicate, rating
            self.assertTrue(np.array_equal(stored, counted.transpose(2, 3, 0, 1)))
            for name in [name for name in file if name.startswith("replicate_")]:
                self.assertTrue(np.array_equal(file[name][...].sum(axis=2), file[name[10:]][...]), name)
            stored_change_se = file["expected_score_change_se"][...]
        trusts, sides = ["RF4", "R1F"], list(dict.fromkeys(result["scenario"] for result in value["results"]))
        spread = stored.std(axis=2, ddof=1) / BLOCK / np.sqrt(REPLICATES)
        for result in value["results"]:
            side, trust = sides.index(result["scenario"]), trusts.index(result["trust"])
            for i, rating in enumerate(RATINGS):
                error, gain = result["standard_error"][rating], result["effective_gain"][rating]
                p = stored[side, trust, :, i].sum() / WHOLE
                if error > 0:  # of odds, which vary less over replicates than counts of grades
                    self.assertAlmostEqual(gain, p * (1 - p) / WHOLE / error ** 2, delta=1e-6 * gain)
                self.assertLess(error, max(spread[side, trust, i], 0.001))
            self.assertEqual(result["expected_score_change_standard_error"], stored_change_se[side, trust])
        means = stored.sum(axis=1).std(axis=1, ddof=1) / BLOCK / np.sqrt(REPLICATES)  # scenario, rating
        for side, sector in enumerate(value["sector"]["sides"]):
            for i, rating in enumerate(RATINGS):
                self.assertLess(sector["ratings"][rating]["mean_standard_error"], max(means[side, i], 0.002))
        read = json.loads(self.done("inspect", "r.h5", "--json"))
        self.assertEqual(read["results"], value["results"])
        self.assertEqual(read["sector"], value["sector"])

    def test_moving_benchmarks_have_replicates_too(self):
        self.done("run", "baseline", "--trust", "RF4", "--trust", "R1F", "--benchmarks", "moving", *SHORT, "--points", "lhs",
                  "--out", "r.h5")
        with h5py.File(self.folder / "r.h5") as file:
            final = file["rating_final"][...].reshape(1, 2, REPLICATES, BLOCK)
            counted = np.stack([np.sum(final == grade, axis=-1) for grade in (1, 2, 3, 4)], axis=-1)
            self.assertTrue(np.array_equal(file["replicate_rating_count"][...], counted))

    def test_means_are_known_far_better(self):
        """Every metric's mean is a smooth function of many draws, where even spread counts most."""
        words = ("baseline", "--trust", "RF4", *SHORT, "--out", "r.h5")
        means = {}
        for points in ("random", "sobol"):
            runs = [self.run_json(*words, "--points", points, "--seed", str(seed))["results"][0] for seed in (1, 2)]
            means[points] = [abs(runs[0]["metrics"][m]["mean"] - runs[1]["metrics"][m]["mean"]) / runs[0]["metrics"][m]["sd"]
                             for m in ("sickness_absence_rate", "pay_cost_per_wau", "cost_per_test")]
        self.assertLess(np.mean(means["sobol"]), 0.3 * np.mean(means["random"]))

    def test_the_screen_says_what_they_are_worth(self):
        shown = " ".join(self.done("run", "baseline", "--trust", "RF4", *SHORT, "--points", "lhs", "--out", "r.h5").split())
        self.assertIn("seed 1, lhs points", shown)
        self.assertIn("Errors are those of 16 replicates", shown)
        self.assertRegex(shown, r"one trial of lhs points is worth \d+\.\d random ones")

    def test_the_script_measures_what_they_are_worth(self):
        script = program.SOURCE / "scripts" / "points_gain"
        output = subprocess.run([script, "--uor", program.UOR, "--seeds", "1", "baseline:RF4"], stdout=subprocess.PIPE,
                                check=True, text=True).stdout
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in output.splitlines()[2:]]
        self.assertEqual([row[:2] for row in rows], [["baseline, RF4", points] for points in ("lhs", "sobol")])
        for row in rows:
            self.assertTrue(0.1 < float(row[2]) < 50, row)

    def test_a_trial_can_be_derived_again(self):
        self.done("run", "baseline", "--trust", "RF4", *SHORT, "--points", "sobol", "--out", "r.h5")
        self.assertIn("equal to the file", self.done("explain", "r.h5", "--trial", "3000"))


if __name__ == "__main__":
    program.main()
