"""What a reader sees: width, colours, progress, and what must be said."""

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
