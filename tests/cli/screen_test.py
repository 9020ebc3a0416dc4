"""What a reader sees: width, colours, progress, and what must be said."""

import json
import re

import program

ESCAPE = "\x1b["


class Test(program.ProgramTest):
    WORDS = ("run", "cip_slippage", "--trust", program.TRUST, "--trials", "256", "--out", "r.h5")

    def test_piped_output_has_no_escape_codes_and_no_progress(self):
        result = self.uor(*self.WORDS)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertNotIn("\x1b", result.stdout + result.stderr)
        self.assertNotIn("trials/s", result.stderr)

    def test_a_terminal_has_colours_and_progress(self):
        code, shown = self.on_terminal(*self.WORDS)
        self.assertEqual(code, 0, shown)
        self.assertIn(ESCAPE + "1m", shown)

    def test_no_color_takes_colours_away(self):
        code, shown = self.on_terminal(*self.WORDS, env={"NO_COLOR": "1"})
        self.assertEqual(code, 0, shown)
        self.assertIsNone(re.search(r"\x1b\[[0-9;]+m", shown))

    def test_plain_takes_colours_away(self):
        code, shown = self.on_terminal(*self.WORDS, "--plain")
        self.assertEqual(code, 0, shown)
        self.assertIsNone(re.search(r"\x1b\[[0-9;]+m", shown))

    def test_a_dumb_terminal_gets_no_escape_codes(self):
        code, shown = self.on_terminal(*self.WORDS, env={"TERM": "dumb"})
        self.assertEqual(code, 0, shown)
        self.assertNotIn("\x1b", shown)
        self.assertIn("from \\ to, trials  inadeq.", shown)

    def test_plain_never_goes_back_on_a_line(self):
        code, shown = self.on_terminal(*self.WORDS, "--plain")
        self.assertEqual(code, 0, shown)
        self.assertNotIn("\x1b", shown)
        self.assertNotIn("\r", shown.replace("\r\n", "\n"))

    def test_plain_names_each_figure_on_one_line(self):
        text = self.done(*self.WORDS, "--plain")
        told = json.loads(self.done("inspect", "r.h5", "--json"))["results"][-1]
        share = 100 * told["ratings"]["inadequate"]
        self.assertRegex(text, rf"(?m)^  all_40: inadequate {share:.1f} ±\d\.\d; requires improvement .*; good .*; outstanding ")
        self.assertRegex(text, rf"(?m)^  from good: to inadeq\. \d+; to req\. imp\. \d+; to good \d+; to outst\. \d+$")
        self.assertRegex(text, r"(?m)^  finance: mean score \d\.\d\d -> \d\.\d\d; below good, % ")
        self.assertNotRegex(text, r"\S {3,}\S", "columns are left")

    def test_every_side_has_its_limits(self):
        sides = ["baseline", "pay_schemes", "each_scheme", "all_10", "all_20", "all_40"]
        text = self.done(*self.WORDS)
        heads = [line.split("trials")[1].split() for line in text.splitlines() if line.startswith("Holds in percent of trials")]
        self.assertEqual(sum(heads, []), sides)
        row = re.search(r"(?m)^  inadequate_savings: (.*)$", self.done("inspect", "r.h5", "--plain")).group(1)
        self.assertEqual([part.split()[0] for part in row.split("; ")], sides)

    def test_what_was_set_is_the_question(self):
        text = self.done("run", "baseline", "--trust", program.TRUST, "--trials", "64", "--set", "clinical.dna_rate=6",
                         "--set", "people.vacancy_rate=-1", "--out", "s.h5")
        self.assertIn("Outpatients who do not attend at 6 percent, Posts that recruitment leaves vacant in the long run -1 percentage points: what would follow?",
                      " ".join(text.split()))
        self.assertNotIn("if nothing changes", text + self.done("inspect", "s.h5"))

    def test_few_trials_are_said(self):
        words = ("run", "baseline", "--trust", program.TRUST, "--out", "f.h5", "--trials")
        self.assertIn("Note: 1 trial is fewer than can show", self.done(*words, "1"))
        self.assertNotIn("than can show their own error", self.done(*words, "100"))

    def test_plain_has_no_columns_in_sector_and_comparison(self):
        sector = ("run", "sector_slippage", *[w for c in ("RF4", "R1F", "R0A", "RTH", "RAJ", "RDE") for w in ("--trust", c)],
                  "--trials", "64", "--out", "s.h5", "--plain")
        self.done(*self.WORDS, "--quiet")
        for words in (sector, ("compare", "r.h5", "--plain"), ("compare", "s.h5", "--plain"),
                      ("inspect", "s.h5", "--trusts", "--plain")):
            text = self.done(*words)
            self.assertNotRegex(text, r"\S {3,}\S", "columns are left")

    def test_every_screen_is_plain_text(self):
        """No box drawing, blocks or arrows, whatever the command."""
        self.done(*self.WORDS, "--quiet")
        for words in (("inspect", "r.h5"), ("compare", "r.h5"), ("trusts",), ("trusts", program.TRUST), ("levers",), ("graph",),
                      ("rate", program.TRUST, "--trials", "256"), ("check", program.TRUST), ("plugins",), ("version",)):
            for style in ((), ("--plain",)):
                text = self.done(*words, *style)
                self.assertEqual(set(re.findall(r"[\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff]", text)), set(), words)
                self.assertNotIn("\x1b", text)

    def test_plain_is_known_where_other_options_begin_with_it(self):
        for command in ("fit", "backtest"):
            self.refused(command, "--plain", "--assessments", "gone.csv", says=["gone.csv"])

    def test_no_scenario_that_ships_is_wider_than_the_screen(self):
        for path in sorted((program.SOURCE / "scenarios").glob("*.toml")):
            trusts = ("--trust", "RF4") if not path.stem.startswith("sector") else \
                [w for c in ("RF4", "R1F", "R0A", "RTH", "RAJ", "RDE") for w in ("--trust", c)]
            for line in self.done("run", path.stem, *trusts, "--trials", "64").splitlines():
                if not line.startswith("Result file:"):
                    self.assertLessEqual(len(line), 100, f"{path.stem}: {line}")

    def test_quiet_says_nothing(self):
        result = self.uor(*self.WORDS, "--quiet")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))

    def test_no_line_is_wider_than_the_screen(self):
        commands = (self.WORDS, ("trusts",), ("trusts", program.TRUST), ("levers",), ("graph",), ("plugins", "show", "people"),
                    ("inspect", "r.h5"), ("check", str(program.SOURCE / "scenarios" / "cip_slippage.toml")))
        for words in commands:
            for line in self.done(*words).splitlines():
                if "/" not in line:  # a path is as long as it is
                    self.assertLessEqual(len(line), 100, line)

    def test_it_shows_all_that_a_user_must_be_told(self):
        text = self.done(*self.WORDS)
        for part in ("Use of resources", "Combined", "requires", "±", "expected", "change", "from \\ to", "KLOE",
                     "Metrics that moved most", "Finance score", "Assumed", "plans alone earn nothing", "Result file: r.h5"):
            self.assertIn(part, text)
        self.assertRegex(text, r"Illustrative: \d+ of 22 metrics reported")
        for kloe in ("clinical", "people", "support", "corporate", "finance"):
            self.assertRegex(text, rf"(?m){kloe} +\d\.\d\d -> \d\.\d\d")


if __name__ == "__main__":
    program.main()
