"""`uor run --until-se`: as many trials as the standard errors need."""

import json

import h5py
import program

LOOK = 4096
RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")


def contents(path):
    """Every array of a result file, and the attributes that two equal runs share."""
    with h5py.File(path) as file:
        arrays = {}
        file.visititems(lambda name, item: arrays.update({name: item[...].tobytes() if item.dtype != object else
                                                          repr(item[...].tolist()).encode()})
                        if isinstance(item, h5py.Dataset) else None)
        return arrays, {key: file.attrs[key] for key in ("trials", "seed", "months", "keep")}


class Test(program.ProgramTest):
    def run_json(self, *words):
        return json.loads(self.done("run", *words, "--json"))

    def largest(self, trials, *words):
        """The largest error of any rating, side and trust of a run of so many trials."""
        results = self.run_json(*words, "--trials", trials, "--out", "some.h5")["results"]
        return max(result["standard_error"][rating] for result in results for rating in RATINGS)

    def test_it_stops_at_the_first_look_that_is_good_enough(self):
        words = ("cip_slippage", "--trust", "RF4")
        value = self.run_json(*words, "--until-se", "0.0018", "--out", "r.h5")
        n = value["trials"]
        self.assertEqual(n % LOOK, 0)
        self.assertGreater(n, LOOK)
        self.assertLess(self.largest(n, *words), 0.0018)
        for trials in range(LOOK, n, LOOK):
            self.assertGreaterEqual(self.largest(trials, *words), 0.0018)
        stop = value["stop"]
        self.assertTrue(stop["reached"])
        self.assertEqual(stop["trials"], n)
        self.assertAlmostEqual(stop["largest_standard_error"], self.largest(n, *words), delta=1e-12)
        result = next(r for r in value["results"] if r["scenario"] == stop["scenario"])
        self.assertEqual(result["standard_error"][stop["rating"]], stop["largest_standard_error"])

    def test_a_main_question_takes_few_trials(self):
        self.assertLessEqual(self.run_json("baseline", "--trust", "RF4", "--until-se", "0.002", "--out", "r.h5")["trials"], 16384)

    def test_the_run_is_the_one_with_that_many_trials(self):
        found = self.run_json("baseline", "--trust", "RF4", "--until-se", "0.0022", "--out", "found.h5")["trials"]
        self.done("run", "baseline", "--trust", "RF4", "--trials", found, "--out", "given.h5")
        self.assertEqual(contents(self.folder / "found.h5"), contents(self.folder / "given.h5"))

    def test_threads_and_batches_do_not_matter(self):
        words = ("baseline", "--trust", "RF4", "--trust", "R1F", "--until-se", "0.002")
        runs = [self.run_json(*words, *more, "--out", "r.h5") for more in
                ((), ("--threads", "1"), ("--threads", "7", "--batch", "40"), ("--batch", "768"))]
        self.assertEqual({run["trials"] for run in runs}, {runs[0]["trials"]})
        self.assertEqual([run["results"] for run in runs[1:]], [runs[0]["results"]] * 3)

    def test_all_trusts_count_jointly(self):
        words = ("--until-se", "0.002", "--out", "r.h5")
        trusts = ("baseline", "--trust", "RF4", "--trust", "R1F", "--trust", "RJ1")
        alone = [self.run_json("baseline", "--trust", trust, *words)["trials"] for trust in ("RF4", "R1F", "RJ1")]
        together = self.run_json(*trusts, *words)["trials"]
        self.assertGreaterEqual(together, max(alone))
        self.assertLess(self.largest(together, *trusts), 0.002)
        for trials in range(LOOK, together, LOOK):
            self.assertGreaterEqual(self.largest(trials, *trusts), 0.002)

    def test_it_ends_at_the_limit_and_says_so(self):
        shown = self.done("run", "baseline", "--trust", "RF4", "--until-se", "0.0005", "--max-trials", "20000",
                          "--out", "r.h5")
        self.assertIn("Not reached: after 16,384 trials", shown)
        self.assertIn("--max-trials 20,000", shown)
        self.assertIn("raise --max-trials", " ".join(shown.split()))
        with h5py.File(self.folder / "r.h5") as file:
            self.assertEqual((file.attrs["trials"], file.attrs["until_se"]), (16384, 0.0005))
            self.assertEqual((file.attrs["max_trials"], file.attrs["until_se_reached"]), (20000, 0))
        self.assertFalse(json.loads(self.done("inspect", "r.h5", "--json"))["stop"]["reached"])

    def test_the_screen_says_how_many_were_needed(self):
        shown = self.done("run", "baseline", "--trust", "RF4", "--until-se", "0.02", "--out", "r.h5")
        self.assertIn("4,096 trials were needed for every rating's standard error to be below 0.02", shown)
        self.assertIn("their number found in", shown)
        self.assertIn("4,096 trials were needed", self.done("inspect", "r.h5"))

    def test_an_impossible_rating_does_not_stop_it(self):
        value = self.run_json("baseline", "--trust", "RF4", "--until-se", "0.000001", "--max-trials", "16384",
                              "--out", "r.h5")
        self.assertFalse(value["stop"]["reached"])

    def test_a_scenario_can_ask_for_it_and_the_command_line_comes_first(self):
        name = self.scenario(run="until_se = 0.02\nmax_trials = 50000")
        value = self.run_json(name, "--trust", "RF4", "--out", "r.h5")
        self.assertEqual((value["trials"], value["stop"]["max_trials"]), (LOOK, 50000))
        self.assertIsNone(self.run_json(name, "--trust", "RF4", "--trials", "64", "--out", "r.h5")["stop"])
        self.assertIn("until standard errors are below 0.02", self.done("check", name))

    def test_a_trial_of_such_a_run_can_be_derived_again(self):
        name = self.scenario(run="until_se = 0.02")
        self.done("run", name, "--trust", "RF4", "--out", "r.h5")
        self.assertIn("equal", self.done("explain", "r.h5", "--trial", "4000"))

    def test_contradictions_are_refused(self):
        run = ("run", "baseline", "--trust", "RF4")
        self.refused(*run, "--until-se", "0.002", "--trials", "5000", says=["--until-se and --trials", "keep one"])
        self.refused(*run, "--max-trials", "50000", says=["--max-trials limits --until-se", "--trials"])
        for bad in ("0", "-1", "0.7", "nan", "much", "1e-9"):
            self.refused(*run, "--until-se", bad, says=[f"--until-se '{bad}'", "0.5"])
        self.refused(*run, "--until-se", "0.1", "--max-trials", "100", says=["--max-trials '100'", "4096"])
        self.refused("run", "baseline", "--trust", "RF4", "--trust", "R1F", "--benchmarks", "moving", "--until-se", "0.02",
                     says=["moving benchmarks", "give trials instead of until_se"])
        self.refused("run", self.scenario(run="until_se = 0.02\ntrials = 64"), "--trust", "RF4",
                     says=["mine.toml:4", "until_se and trials are both given"])
        self.refused("run", self.scenario(run="max_trials = 50000"), "--trust", "RF4",
                     says=["mine.toml:4", "max_trials limits until_se"])


if __name__ == "__main__":
    program.main()
