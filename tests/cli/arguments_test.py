"""Help, usage mistakes and numbers on the command line."""

import program


class Test(program.ProgramTest):
    def test_every_command_has_help_with_an_example(self):
        for command in program.COMMANDS:
            text = self.done(command, "--help")
            self.assertIn(f"uor {command}", text)
            self.assertIn("Example", text)
            self.assertIn("--help", text)

    def test_help_lists_every_command(self):
        text = self.done("help")
        for command in program.COMMANDS:
            self.assertIn(f"  {command} ", text)

    def test_help_of_one_command_is_its_help(self):
        for command in program.COMMANDS:
            self.assertEqual(self.done("help", command), self.done(command, "--help"))

    def test_help_fits_the_screen(self):
        for command in program.COMMANDS + ["help"]:
            for line in self.done(command, "--help").splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_run_help_names_every_option(self):
        text = self.done("run", "--help")
        for option in ("trust", "trials", "until-se", "max-trials", "points", "seed", "months", "threads", "batch", "set",
                       "benchmarks", "policy", "out", "keep",
                       "plugin-path", "plugin", "json", "quiet"):
            self.assertIn(f"--{option}", text)

    def test_no_command_shows_the_overview_and_fails(self):
        result = self.uor()
        self.assertEqual(result.returncode, 2)
        self.assertIn("uor COMMAND", result.stdout)

    def test_unknown_command_names_the_nearest(self):
        self.refused("rum", "x", says=["unknown command 'rum'", "Did you mean 'run'?"])

    def test_unknown_option_names_the_nearest(self):
        self.refused("run", "baseline", "--trails", "5", says=["--trails", "Did you mean '--trials'?"])

    def test_option_without_its_value_is_refused(self):
        self.refused("run", "baseline", "--trials", says=["--trials"])

    def test_missing_argument_is_refused(self):
        self.refused("run", says=["SCENARIO", "uor run --help"])
        self.refused("explain", "clinical.wau", says=["FROM TO"])

    def test_argument_too_many_is_refused(self):
        self.refused("run", "baseline", "RF4", says=["'RF4' is a second word", "--trust RF4"])
        self.refused("rate", "RF4", "RDD", says=["uor: rate: unexpected argument 'RDD'"])

    def test_negative_trials_are_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--trials", "-5", says=["--trials '-5'", "whole number"])

    def test_zero_trials_are_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--trials", "0", says=["--trials '0'", "1 to"])

    def test_trials_with_separators_are_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--trials", "10,000", says=["--trials '10,000'", "plain digits"])

    def test_trials_in_words_are_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--trials", "many", says=["--trials 'many'"])

    def test_negative_seed_is_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--seed", "-1", says=["--seed '-1'"])

    def test_zero_threads_are_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--threads", "0", says=["--threads '0'"])

    def test_months_beyond_sixty_are_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--months", "61", says=["--months '61'", "1 to 60"])

    def test_unknown_keep_names_the_nearest(self):
        self.refused("run", "baseline", "--trust", "RF4", "--keep", "ratings,score",
                     says=["--keep", "'score'", "Did you mean 'scores'?"])

    def test_run_without_a_trust_says_how_to_name_one(self):
        self.refused("run", self.scenario(), says=["no trust", "--trust"])

    def test_trust_named_twice_is_refused(self):
        self.refused("run", "baseline", "--trust", "RF4", "--trust", "RF4", says=["'RF4' is named twice"])

    def test_unknown_trust_names_the_nearest(self):
        self.refused("run", "baseline", "--trust", "RF5", says=["RF5", "Did you mean"])

    def test_missing_scenario_lists_those_that_ship(self):
        self.refused("run", "basline", "--trust", "RF4", says=["'basline'", "Did you mean 'baseline'?"])

    def test_home_that_is_no_home_is_refused(self):
        self.refused("trusts", env={"UOR_HOME": str(self.folder)}, says=["UOR_HOME", "policies/framework.toml"])


if __name__ == "__main__":
    program.main()
