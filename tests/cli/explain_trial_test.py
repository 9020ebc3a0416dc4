"""`uor explain RUN.h5`: one trial derived again and held against the file."""

import shutil

import program


class Test(program.ProgramTest):
    def run_file(self, *words, scenario="cip_slippage"):
        self.done("run", scenario, "--trust", program.TRUST, "--trials", "100", "--out", "r.h5", *words)

    def other_policy(self):
        """The framework with another weight; its path."""
        shutil.copytree(program.SOURCE / "policies", self.folder / "mine")
        rating = self.folder / "mine" / "rating.toml"
        text = rating.read_text()
        self.assertIn("sd = 0.28", text)
        rating.write_text(text.replace("sd = 0.28", "sd = 0.9", 1))
        return self.folder / "mine" / "framework.toml"

    def test_every_kept_column_is_equal(self):
        self.run_file("--keep", "all")
        for trial in (0, 7, 8, 99):
            text = self.done("explain", "r.h5", "--trial", trial, "--scenario", "all_40")
            self.assertRegex(text, r"equal to the file in all [1-9]\d\d columns")

    def test_screen_has_every_part_and_fits(self):
        self.run_file()
        text = self.done("explain", "r.h5", "--trust", program.TRUST, "--trial", "17")
        for part in ("Trial 17 of 100", "What was drawn", "Statement by month", "Cash", "Metrics",
                     "Judgement of the assessors", "fires", "Finance", "By the ladder", "Quality", "Combined",
                     "equal to the file in all 2 columns"):
            self.assertIn(part, text)
        for raw in ("clinical.dna_rate", "finance.score", "sickness_absence_rate"):
            self.assertNotIn(raw, text)
        for line in text.splitlines():
            self.assertLessEqual(len(line), 100, line)

    def test_options_that_changed_the_scenario_are_in_the_file(self):
        self.run_file("--keep", "metrics,drivers", "--set", "clinical.dna_rate=*0.9", "--seed", "5", "--months", "14",
                      scenario="baseline")
        self.assertIn("equal to the file", self.done("explain", "r.h5", "--trial", "3", "--scenario", "set"))

    def test_one_of_several_trusts_and_a_trust_of_ones_own(self):
        self.write("trust.toml", 'schema = 1\ncode = "MINE"\nname = "Mine"\n[reported]\ntotal_income = 400\n')
        self.run_file("--trust", "trust.toml", "--keep", "scores")
        (self.folder / "trust.toml").unlink()
        self.assertIn("equal to the file", self.done("explain", "r.h5", "--trust", "MINE", "--trial", "3"))
        self.refused("explain", "r.h5", "--trial", "3", says=["has 2 trusts", "--trust CODE"])

    def test_what_is_not_in_the_file_is_refused(self):
        self.run_file()
        self.refused("explain", "r.h5", "--trial", "100", says=["trial 100 is not in 'r.h5'", "0 to 99"])
        self.refused("explain", "r.h5", "--trial", "1", "--trust", "RF5", says=["trust 'RF5' is not in", "RF4"])
        self.refused("explain", "r.h5", "--trial", "1", "--scenario", "all_4", says=["'all_4'", "Did you mean 'all_40'?"])
        self.refused("explain", "r.h5", says=["which trial", "--trial N"])

    def test_a_file_that_is_no_result_is_refused(self):
        self.refused("explain", "gone.h5", "--trial", "1", says=["'gone.h5' cannot be read"])
        self.write("notes.txt", "notes")
        self.refused("explain", "notes.txt", "--trial", "1", says=["is not a result file"])

    def test_another_policy_is_refused_unless_forced(self):
        self.run_file("--policy", self.other_policy())
        self.refused("explain", "r.h5", "--trial", "1", says=["policy 'framework' reads otherwise", "--force"])
        same = self.done("explain", "r.h5", "--trial", "1", "--policy", self.folder / "mine" / "framework.toml")
        self.assertIn("equal to the file", same)

    def test_columns_that_differ_are_named_with_exit_code_1(self):
        self.run_file("--keep", "drivers", "--policy", self.other_policy())
        result = self.uor("explain", "r.h5", "--trial", "1", "--force")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("not equal to the file", result.stdout)
        self.assertIn("driver_value rating.judgement from month 1", result.stdout)

    def test_paths_between_quantities_are_explained_as_before(self):
        self.assertIn("percent for one percent", self.done("explain", "clinical.dna_rate", "metric.dna_rate"))

    def test_effects_on_figures_near_nought_are_amounts(self):
        """A share of next to nothing says nothing: RF4's surplus before the fund is one small difference of large sums."""
        text = " ".join(self.done("explain", "people.pay_award", "finance.surplus", "--trust", program.TRUST).split())
        self.assertNotRegex(text, r"e\+\d\d")
        self.assertRegex(text, r"1\. [+-][\d.]+ GBP m for \+1 %|1\. [+-][\d.]{1,5} ")
        self.refused("explain", "clinical.wau", says=["FROM TO"])
        self.refused("explain", "a", "b", "c", says=["unexpected argument 'c'"])


if __name__ == "__main__":
    program.main()
