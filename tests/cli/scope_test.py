"""Trusts outside the framework's scope, and ratings that nobody gave yet."""

import json
import unittest

import h5py
import program

OUTSIDE = ("RBS", "RCU", "RQ3")
OWN = {"mine.toml": 'schema = 1\ncode = "MINE"\nname = "My trust"\nin_scope = false\n',
       "mine.csv": "code,name,in_scope,operating_expenses\nMINE,My trust,no,421.9\n"}


class Test(program.ProgramTest):
    def test_a_trust_that_ships_outside_the_scope_is_refused_with_the_reason(self):
        """M003 of docs/framework.md."""
        for code in OUTSIDE:
            for words in (("rate", code), ("run", "baseline", "--trust", code, "--trials", "64")):
                self.refused(*words, says=["trusts.csv", code, "outside the framework's scope", "acute non-specialist",
                                           "--any-scope"])

    def test_a_file_that_says_it_is_outside_is_refused_at_its_place(self):
        for name, text in OWN.items():
            self.write(name, text)
            for words in (("rate", name), ("run", "baseline", "--trust", name, "--trials", "64")):
                self.refused(*words, says=[f"{name}:", "MINE", "scope", "--any-scope"])

    def test_a_workbook_that_says_it_is_outside_is_refused_at_its_cell(self):
        self.done("init", "mine.xlsx", "--trust", "RCU")
        self.refused("run", "mine.xlsx", "--trials", "64", says=["sheet 'Trust'", "scope", "--any-scope"])

    def test_a_file_of_a_code_outside_the_scope_stays_outside(self):
        self.write("mine.toml", 'schema = 1\ncode = "RCU"\nname = "Ours"\nin_scope = true\n')
        self.refused("rate", "mine.toml", says=["RCU", "scope"])

    def test_any_scope_labels_every_output(self):
        shown = self.done("run", "baseline", "--trust", "RCU", "--trials", "200", "--any-scope", "--out", "r.h5")
        self.assertIn("outside the framework's scope", shown)
        self.assertIn("outside the framework's scope", self.done("rate", "RCU", "--trials", "200", "--any-scope"))
        run = json.loads(self.done("inspect", "r.h5", "--json"))
        self.assertTrue(any("outside the framework's scope" in note for note in run["notes"]), run["notes"])
        self.assertFalse(run["trusts"][0]["in_scope"])
        self.assertIn("outside the framework's scope", self.done("inspect", "r.h5"))
        for words, name in ((("--html",), "p.html"), (("--brief",), "b.html")):
            self.done("report", "r.h5", *words[1:] if words == ("--html",) else words, "-o", name)
            self.assertIn("Outside the framework's scope", (self.folder / name).read_text())
        figures = json.loads(self.done("report", "r.h5", "--json"))
        self.assertFalse(figures["trusts"][0]["in_scope"])
        with h5py.File(self.folder / "r.h5") as file:
            self.assertEqual(list(file["trust_in_scope"][...]), [0])

    def test_a_comparison_and_an_explanation_are_labelled_too(self):
        words = ("run", "recovery_plan", "--trust", "RCU", "--any-scope", "--trials", "200", "--keep", "all", "--quiet")
        self.done(*words, "--out", "r.h5")
        for words in (("compare", "r.h5"), ("explain", "r.h5", "--trial", "3"),
                      ("explain", "clinical.dna_rate", "metric.pay_cost_per_wau", "--trust", "RCU"), ("check", "RCU")):
            text = " ".join(self.done(*words).split())
            self.assertIn("outside the framework's scope", text, words)
            self.assertNotIn("--any-scope", text, words)
        compared = json.loads(self.done("compare", "r.h5", "--json"))["comparisons"][0]["trusts"][0]
        self.assertFalse(compared["in_scope"])
        self.assertIn("outside the framework's scope", compared["warnings"][0])
        self.assertIn("outside the framework's scope", self.done("compare", "r.h5", "--csv"))

    def test_all_with_any_scope_has_them_and_marks_them(self):
        run = json.loads(self.done("run", "baseline", "--trust", "all", "--any-scope", "--trials", "8", "--json",
                                   "--out", "all.h5"))
        self.assertLessEqual(set(OUTSIDE), {trust["trust"] for trust in run["trusts"]})
        self.assertFalse([note for note in run["notes"] if note.startswith("all:")])
        listed = self.done("inspect", "all.h5", "--trusts")
        for code in OUTSIDE:
            self.assertRegex(listed, rf"(?m)^{code} .*\u2020")
            self.assertRegex(" ".join(listed.split()), rf"{code}, [^:]* is outside the framework's scope")

    def test_all_leaves_them_out_and_says_how_many(self):
        run = json.loads(self.done("run", "baseline", "--trust", "all", "--trials", "8", "--json"))
        codes = {trust["trust"] for trust in run["trusts"]}
        self.assertTrue(codes.isdisjoint(OUTSIDE))
        self.assertTrue(any(note.startswith(f"all: {len(OUTSIDE)} trusts that ship are left out") for note in run["notes"]))

    def combined(self, year, *words):
        self.write("y.toml", f'schema = 1\ncode = "MINE"\nname = "My trust"\npolicy_year = "{year}"\n')
        return json.loads(self.done("run", "baseline", "--trust", "y.toml", "--trials", "64", "--json", "--out", "y.h5",
                                    *words))

    def test_combined_ratings_are_left_out_before_they_were_given(self):
        """M021 of docs/framework.md."""
        for year, given in (("2015/16", False), ("2016/17", False), ("2017/18", True), ("2018/19", True),
                            ("2019/20", True), ("2021/22", True)):
            run = self.combined(year)
            self.assertEqual(run["results"][0]["combined"] is not None, given, year)
            self.assertEqual(any("combined with quality" in note for note in run["notes"]), not given, year)
        self.assertIsNone(self.combined("2017/18", "--months", "11")["results"][0]["combined"])
        self.assertIsNotNone(self.combined("2016/17", "--months", "24")["results"][0]["combined"])

    def test_every_output_says_that_combined_ratings_are_left_out(self):
        self.combined("2016/17")
        self.assertIn("Combined with quality: left out", self.done("inspect", "y.h5"))
        self.done("report", "y.h5", "-o", "y.html")
        self.assertIn("left out, no combined ratings were given yet", (self.folder / "y.html").read_text())
        self.assertIsNone(json.loads(self.done("report", "y.h5", "--json"))["trusts"][0]["odds"][0]["combined"])


if __name__ == "__main__":
    unittest.main()
