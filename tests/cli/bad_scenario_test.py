"""Scenarios with mistakes: each is refused with file, line, value and a likely fix, by `run` and by `check`."""

import program


class Test(program.ProgramTest):
    def refused_by_both(self, name, says):
        self.refused("check", name, says=says)
        self.refused("run", name, "--trust", program.TRUST, "--trials", "64", "--out", "r.h5", says=says)

    def changed(self, driver="clinical.dna_rate", rest="multiply = 0.9"):
        return self.scenario(f'[[change]]\ndriver = "{driver}"\n{rest}\n')

    def test_a_good_one_passes(self):
        self.assertIn("mine.toml: ok", self.done("check", self.changed()))

    def test_an_entry_after_the_last_month_is_refused_unless_the_run_is_longer(self):
        name = self.changed(rest="set = 5\nfrom_month = 15")
        self.refused_by_both(name, ["mine.toml:6", "from_month is 15", "12 months"])
        self.done("run", name, "--trust", program.TRUST, "--trials", "64", "--months", "24", "--out", "r.h5")

    def test_unknown_driver_names_the_nearest(self):
        self.refused_by_both(self.changed("clinical.dna_rat"), ["mine.toml:6", "clinical.dna_rat", "Did you mean 'clinical.dna_rate'?"])

    def test_unknown_driver_of_set_names_the_nearest(self):
        self.refused("run", "baseline", "--trust", program.TRUST, "--set", "clinical.dna_rat=5",
                     says=["clinical.dna_rat", "Did you mean 'clinical.dna_rate'?"])

    def test_a_driver_without_its_plugin_is_recognised(self):
        self.refused("run", "baseline", "--trust", program.TRUST, "--set", "dna_rate=5", says=["Did you mean 'clinical.dna_rate'?"])

    def test_a_share_cannot_be_set_below_zero(self):
        self.refused_by_both(self.changed(rest="set = -5"), ["mine.toml:6", "clinical.dna_rate = -5", "lies in 0 to 100 percent"])

    def test_a_value_outside_its_likely_range_is_said(self):
        for change, says in (("set = 60", "is set to 60 percent, outside its likely 2 to 16"),
                             ("set = 0.065", "is set to 0.065 percent, outside its likely 2 to 16: it looks like a fraction, write 6.5"),
                             ("add = 20", "becomes 27.2 percent, outside its likely 2 to 16"),
                             ("multiply = 0.1", "becomes 0.72 percent, outside its likely 2 to 16")):
            self.assertIn(says, " ".join(self.done("check", self.changed(rest=change)).split()))
        self.assertNotIn("outside its likely", self.done("check", self.changed()))

    def test_malformed_set_is_refused(self):
        for option in ("clinical.dna_rate", "clinical.dna_rate=", "clinical.dna_rate=much", "=5", "clinical.dna_rate=nan"):
            self.refused("run", "baseline", "--trust", program.TRUST, "--set", option, says=[option])

    def test_unknown_key_names_the_nearest(self):
        self.refused_by_both(self.scenario(run="trails = 64"), ["mine.toml:4", "trails", "Did you mean 'trials'?"])

    def test_unknown_table_is_refused(self):
        self.refused_by_both(self.scenario("[[chnage]]\ndriver = 'x'\n"), ["mine.toml:5", "chnage"])

    def test_wrong_type_is_refused(self):
        self.refused_by_both(self.scenario(run='trials = "many"'), ["mine.toml:4", "trials"])

    def test_change_without_an_operation_is_refused(self):
        self.refused_by_both(self.changed(rest=""), ["mine.toml:5"])

    def test_value_out_of_range_is_refused(self):
        self.refused_by_both(self.changed(rest="set = 4000"), ["mine.toml:6", "clinical.dna_rate", "4000"])

    def test_nan_is_refused(self):
        self.refused_by_both(self.changed(rest="set = nan"), ["mine.toml:7", "nan"])

    def test_negative_trials_are_refused(self):
        self.refused_by_both(self.scenario(run="trials = -5"), ["mine.toml:4", "-5"])

    def test_months_out_of_range_are_refused(self):
        self.refused_by_both(self.scenario(run="months = 99"), ["mine.toml:4", "99", "60"])

    def test_assessment_after_the_run_is_refused(self):
        self.refused_by_both(self.scenario(run="months = 6\nassessment_month = 9"), ["9"])

    def test_bad_distribution_is_refused(self):
        vary = '[[vary]]\ndriver = "clinical.dna_rate"\nas = "multiply"\neach = "run"\n'
        self.refused_by_both(self.scenario(vary + 'distribution = {shape = "normal", mean = 1, sd = -1}\n'),
                             ["mine.toml:9", "sd", "-1"])
        self.refused_by_both(self.scenario(vary + 'distribution = {shape = "norml", mean = 1, sd = 1}\n'),
                             ["mine.toml:9", "norml", "Did you mean 'normal'?"])

    def test_wrong_schema_number_is_refused(self):
        self.refused_by_both(self.write("mine.toml", 'schema = 2\nname = "mine"\n[run]\n'), ["mine.toml:1", "schema", "2"])

    def test_syntax_error_names_the_place(self):
        self.refused_by_both(self.scenario("[[change\n"), ["mine.toml:5"])

    def test_empty_file_is_refused(self):
        self.refused_by_both(self.write("mine.toml", ""), ["mine.toml", "empty"])

    def test_binary_file_is_refused(self):
        self.refused_by_both(self.write("mine.toml", b"\x7fELF\x02\x01\x01\x00\x00"), ["mine.toml"])

    def test_folder_for_a_file_is_refused(self):
        (self.folder / "mine.toml").mkdir()
        self.refused("check", "mine.toml", says=["mine.toml", "folder"])

    def test_missing_trust_is_refused(self):
        name = self.scenario(run='trusts = ["RF5"]')
        self.refused("check", name, says=["RF5"])
        self.refused("run", name, "--trials", "64", says=["RF5", "Did you mean"])

    def test_a_change_for_some_trusts_is_held_against_those_of_the_run_and_against_none_without_a_run(self):
        note = "no trust of this run is among them"
        for whom in ('trusts = ["RF4"]', 'group = "Teaching"'):
            body = f'[[change]]\ndriver = "clinical.dna_rate"\nset = 7\n{whom}\n'
            self.assertNotIn(note, self.done("check", self.scenario(body)))
            both = 'trusts = ["R1F", "RF4", "RDU", "RGT"]'
            self.assertNotIn(note, self.done("check", self.scenario(body, run=both)))
            alone = " ".join(self.done("check", self.scenario(body, run='trusts = ["R1F"]')).split())
            self.assertIn(note, alone)

    def test_unknown_policy_is_refused(self):
        self.refused("run", "baseline", "--trust", program.TRUST, "--policy", "gone", says=["gone"])


if __name__ == "__main__":
    program.main()
