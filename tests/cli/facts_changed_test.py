"""What two runs of one trust differ in: `uor compare` and a report of both list facts, old and new."""

import csv
import io
import json

import openpyxl

import program

LAST_MONTH = """schema = 1
code = "T01"
name = "A trust"
policy_year = "2018/19"
[reported]
dna_rate = 7.2
sickness_absence_rate = 4.1
staff_retention_rate = 85.0
estates_cost_per_m2 = 400.0
operating_expenses = 421.9
[judged]
"clinical.girft" = "good"
"""

CHANGES = {"dna_rate = 7.2": "dna_rate = 6.9", "sickness_absence_rate = 4.1": "sickness_absence_rate = 4.4",
           '"clinical.girft" = "good"': '"clinical.girft" = "outstanding"',  # three figures changed,
           "staff_retention_rate = 85.0\n": "",  # one removed,
           "operating_expenses = 421.9": "operating_expenses = 421.9\nemployee_expenses = 260.0"}  # one added


def this_month():
    text = LAST_MONTH
    for old, new in CHANGES.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


class Test(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("old.toml", LAST_MONTH)
        self.write("new.toml", this_month())
        for name in ("old", "new"):
            self.done("run", "baseline", "--trust", f"{name}.toml", "--trials", "400", "--out", f"{name}.h5")

    def differs(self, *files):
        compared = json.loads(self.done("compare", *files, "--json"))
        return compared["comparisons"][0]["trusts"][0]["differs"]

    def test_every_fact_that_differs_is_listed_with_title_old_new_unit_and_origin(self):
        facts = {fact["id"]: fact for fact in self.differs("old.h5", "new.h5")["facts"]}
        self.assertEqual(facts["dna_rate"]["from"]["value"], 7.2)
        self.assertEqual(facts["dna_rate"]["to"]["value"], 6.9)
        self.assertEqual(facts["dna_rate"]["unit"], "percent")
        self.assertEqual(facts["dna_rate"]["to"]["origin"], "reported")
        self.assertEqual(facts["sickness_absence_rate"]["to"]["value"], 4.4)
        self.assertEqual(facts["clinical.girft"]["from"]["text"], "good")
        self.assertEqual(facts["clinical.girft"]["to"]["text"], "outstanding")
        self.assertEqual(facts["staff_retention_rate"]["from"]["origin"], "reported")
        self.assertNotEqual(facts["staff_retention_rate"]["to"]["origin"], "reported")
        self.assertEqual(facts["employee_expenses"]["to"]["value"], 260)
        for fact in facts.values():
            self.assertNotEqual(fact["title"], fact["id"])
        self.assertNotIn("estates_cost_per_m2", facts)
        self.assertNotIn("operating_expenses", facts)

    def test_two_runs_of_one_file_differ_in_nothing(self):
        self.done("run", "baseline", "--trust", "old.toml", "--trials", "400", "--out", "again.h5")
        differs = self.differs("old.h5", "again.h5")
        self.assertEqual(differs["facts"], [])
        self.assertEqual(differs["runs"], [])
        self.assertIn("No fact differs", " ".join(self.done("compare", "old.h5", "again.h5").split()))

    def test_the_screen_names_facts_in_words_and_every_change_has_its_error(self):
        screen = self.done("compare", "old.h5", "new.h5")
        for text in ("Facts that differ", "7.2", "6.9", "outstanding", "all others are as they were"):
            self.assertIn(text, screen)
        self.assertNotIn("±?", screen)
        self.assertNotIn("dna_rate", screen)

    def test_another_seed_and_policy_are_named_and_the_errors_are_unpaired(self):
        self.done("run", "baseline", "--trust", "old.toml", "--trials", "500", "--seed", "9", "--out", "seed.h5")
        compared = json.loads(self.done("compare", "old.h5", "seed.h5", "--json"))
        trust = compared["comparisons"][0]["trusts"][0]
        self.assertFalse(trust["paired"])
        self.assertEqual({"what": "seed", "from": "1", "to": "9"}, trust["differs"]["runs"][0])
        self.assertEqual({"what": "trials", "from": "400", "to": "500"}, trust["differs"]["runs"][1])
        for rating in trust["ratings"].values():
            self.assertEqual(rating["standard_error"], rating["independent_standard_error"])
        self.assertGreater(trust["expected_score"]["standard_error"], 0)
        for metric in trust["metrics"]:
            self.assertEqual(metric["standard_error_is"], "independent")
        screen = self.done("compare", "old.h5", "seed.h5")
        self.assertNotIn("±?", screen)
        self.assertIn("not paired", " ".join(screen.split()))

    def test_csv_has_the_facts_too(self):
        rows = list(csv.DictReader(io.StringIO(self.done("compare", "old.h5", "new.h5", "--csv"))))
        facts = {row["item"]: row for row in rows if row["what"] == "fact"}
        self.assertEqual((facts["dna_rate"]["value_from"], facts["dna_rate"]["value_to"]), ("7.2", "6.9"))
        origins = {row["item"]: row for row in rows if row["what"] == "fact_origin"}
        self.assertEqual(origins["staff_retention_rate"]["value_from"], "reported")

    def test_the_page_of_both_has_the_same_table(self):
        self.done("report", "old.h5", "new.h5", "--quick", "-o", "both.html")
        page = (self.folder / "both.html").read_text()
        self.assertIn("Which facts differ?", page)
        table = page[page.index("data-facts"):]
        for text in ("outstanding", "6.9", "7.2", "260"):
            self.assertIn(text, table[:6000])
        figures = json.loads(self.done("report", "old.h5", "new.h5", "--quick", "--json"))
        listed = figures[1]["against_first"]["differs"][0]["differs"]["facts"]
        self.assertEqual(listed, self.differs("old.h5", "new.h5")["facts"])

    SCHEME = """[[scheme]]
name = "Rosters"
category = "pay"
plan = 6.0
start_month = 2
recurrent = 80
delivery = 90
delay = 1
delivered_to_date = 1.5
"""
    OF_SCHEME = {'category = "pay"': 'category = "nonpay"', "plan = 6.0": "plan = 6.5", "start_month = 2": "start_month = 3",
                 "recurrent = 80": "recurrent = 70", "delivery = 90": 'delivery = { shape = "uniform", lower = 60, upper = 90 }',
                 "delay = 1": 'delay = { shape = "uniform", lower = 6, upper = 9 }',
                 "delivered_to_date = 1.5": "delivered_to_date = 1.4", 'name = "Rosters"': 'name = "Rota"'}
    OF_FIGURE = {"{ value = 7.2, rounding = 0.1": "{ value = 7.2, rounding = 0.2", 'month = "2018-11"': 'month = "2018-12"',
                 'source = "ward"': 'source = "board"'}

    def test_whatever_a_file_says_of_a_scheme_or_a_figure_is_compared(self):
        figure = 'dna_rate = { value = 7.2, rounding = 0.1, month = "2018-11", source = "ward" }'
        base = LAST_MONTH.replace("dna_rate = 7.2", figure) + self.SCHEME
        def run(text, name):
            self.write(f"{name}.toml", text)
            self.done("run", "baseline", "--trust", f"{name}.toml", "--trials", "64", "--quiet", "--out", f"{name}.h5")
        run(base, "base")
        for old, new in {**self.OF_SCHEME, **self.OF_FIGURE}.items():
            self.assertIn(old, base)
            run(base.replace(old, new), "other")
            differs = self.differs("base.h5", "other.h5")
            self.assertTrue(differs["facts"], (old, new))
            for fact in differs["facts"]:
                self.assertNotEqual((fact["from"]["text"], fact["from"]["origin"]), (fact["to"]["text"], fact["to"]["origin"]))
            shown = " ".join(self.done("compare", "base.h5", "other.h5").split())
            self.assertNotIn("No fact differs", shown)
            for fact in differs["facts"]:
                for side in ("from", "to"):
                    self.assertIn(fact[side]["text"], shown)

    def test_a_plan_that_schemes_come_to_is_not_reported(self):
        for name, plan in (("old", 6.0), ("new", 7.0)):
            self.write(f"{name}.toml", LAST_MONTH + self.SCHEME.replace("6.0", str(plan)))
            self.done("run", "baseline", "--trust", f"{name}.toml", "--trials", "64", "--quiet", "--out", f"{name}.h5")
        facts = {fact["id"]: fact for fact in self.differs("old.h5", "new.h5")["facts"]}
        self.assertEqual(facts["savings_plan"]["to"]["origin"], "derived")
        self.assertEqual(facts["scheme Rosters.plan"]["to"]["value"], 7)
        self.assertIn("derived: summed from the savings schemes", " ".join(self.done("check", "new.toml").split()))

    def test_the_workbook_of_both_has_the_same_table(self):
        self.done("report", "old.h5", "new.h5", "--quick", "--xlsx", "-o", "both.xlsx")
        rows = list(openpyxl.load_workbook(self.folder / "both.xlsx")["Facts changed"].iter_rows(values_only=True))
        facts = {row[7]: row for row in rows if row[7]}
        self.assertEqual(facts["dna_rate"][3:6], (7.2, 6.9, "reported"))
        self.assertEqual(facts["clinical.girft"][3:5], ("good", "outstanding"))
        self.assertEqual(facts["staff_retention_rate"][5], "reported")


if __name__ == "__main__":
    program.main()
