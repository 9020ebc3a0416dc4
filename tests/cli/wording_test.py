"""Words a reader stumbles over: raw ids and units, grammar by number, two kinds of minus on one page."""

import html
import re

import program


class Test(program.ProgramTest):
    def page(self, *words):
        self.done("report", *words, "--quick", "-o", "p.html")
        text = (self.folder / "p.html").read_text()
        for tag in ("script", "style", "svg"):
            text = re.sub(rf"<{tag}.*?</{tag}>", "", text, flags=re.S)
        return html.unescape(re.sub(r"<[^>]+>", "\n", text))

    def test_yes_and_no_are_words(self):
        self.done("run", "baseline", "--trust", program.TRUST, "--trials", "100", "--quiet", "--out", "r.h5")
        text = self.done("explain", "r.h5", "--trial", "3")
        self.assertNotIn("yes=1", text)
        self.assertRegex(" ".join(text.split()), r"In financial special measures: (yes|no)\b")
        body = ('[[level]]\nname = "in"\n[[level.change]]\ndriver = "trust.financial_special_measures"\nset = 1\n'
                f'trusts = ["{program.TRUST}"]\n')
        shown = " ".join(self.done("run", self.scenario(body), "--trust", program.TRUST).split())
        self.assertIn("In financial special measures: yes, for RF4", shown)

    def test_facts_that_ship_are_named_in_words(self):
        self.write("o.csv", "code,name,dna_rate\nRF4,,7.0\n")
        shown = " ".join(self.done("run", "baseline", "--trust", "o.csv", "--trials", "64").split())
        note = re.search(r"RF4: \d+ facts that ship count beside those of o.csv: (.*?) Note:|RF4: \d+ facts that ship .*", shown)
        self.assertIsNotNone(note, shown)
        self.assertIn("Operating expenses", note.group(0))
        self.assertNotIn("_", note.group(0).split(": ", 2)[2].split("The assessment")[0])

    def test_a_page_has_one_kind_of_minus_and_its_grammar(self):
        own = ('schema = 1\ncode = "MINE"\nname = "Mine"\npolicy_year = "2018/19"\n[reported]\noperating_expenses = 380\n'
               "last_year_surplus = -6\ntotal_income = 390\nliquidity_days = -20\nliquidity_days_year_ago = -12\n"
               "pay_cost_per_wau = 2310\npay_cost_per_wau_year_ago = 2190\nforecast_surplus = -7\n")
        self.done("run", "recovery_plan", "--trust", self.write("mine.toml", own), "--trials", "200", "--quiet", "--out", "r.h5")
        text = self.page("r.h5")
        self.assertIn("\u2212", text)
        self.assertEqual(re.findall(r".{0,40}(?<![\w.=/:-])-\u00a3?\d.{0,10}", text), [])
        self.assertNotIn("none of trials", text)
        self.assertNotRegex(text, r"\b1 of its \d+ metrics are")
        self.assertIn("2,190 (2,236 at the prices of now) to 2,310", text)

    def test_what_rounding_leaves_is_no_movement(self):
        self.done("run", "sickness_wave", "--trust", program.TRUST, "--trials", "400", "--quiet", "--out", "r.h5")
        text = self.page("r.h5") + self.done("inspect", "r.h5")
        self.assertNotRegex(text, r"(?<![\d.])0(\.0+)? \u00b1 0(\.0+)?(?![\d.])")

    def test_the_schema_of_the_figures_names_each_key_once(self):
        for table in re.split(r"(?m)^## ", (program.SOURCE / "schema/figures.md").read_text()):
            keys = [key for row in re.findall(r"(?m)^\| (`.*?) \|", table) for key in re.findall(r"`(\w+)`", row)]
            self.assertEqual(len(keys), len(set(keys)), table.split("\n")[0])


if __name__ == "__main__":
    program.main()
