"""A trust and a question in a workbook: the same bits as TOML files, and every wrong cell named."""

import unittest
import zipfile

import program
import workbook_file
from workbook_file import SOFFICE, WITHOUT_SOFFICE

TRUST = """schema = 1
code = "MINE"
name = "My trust"
policy_year = "2018/19"
in_scope = true
[reported]
operating_expenses = 579.4
total_income = 550.1
planned_surplus = -3.2
outpatient_attendances = 1234500
control_total_accepted = true
quality_safe = "good"
dna_rate = 7.2
dna_rate_year_ago = 7.9
sickness_absence_rate = { value = 4.0, rounding = 0.5 }
[judged]
"clinical.girft" = "outstanding"
[[scheme]]
name = "Rosters"
category = "pay"
plan = 6.0
recurrent = 80
start_month = 3
delivery = { shape = "pert", lower = 50, mode = 85, upper = 100 }
delay = 1
[[scheme]]
name = "Reminders"
plan = 0.4
driver = "clinical.dna_rate"
add = -1.0
start_month = 2
"""

SCENARIO = """schema = 1
name = "fewer"
title = "Fewer"
[run]
trusts = ["mine.toml"]
trials = 300
seed = 3
[[change]]
driver = "people.sickness_absence_rate"
multiply = 0.9
[[level]]
name = "half"
[[level.change]]
driver = "clinical.dna_rate"
add = -1.0
from_month = 3
[[level]]
name = "unsure"
[[level.vary]]
driver = "clinical.dna_rate"
distribution = { shape = "pert", lower = -3, mode = -2, upper = -1 }
as = "add"
"""

SCHEMES, LEVERS, VALUE = "Savings schemes", "Levers", "Value"
FILLED = {
    ("Trust", "operating_expenses", VALUE): 579.4,
    ("Trust", "total_income", VALUE): "£550.1",
    ("Trust", "planned_surplus", VALUE): "(3.2)",
    ("Trust", "outpatient_attendances", VALUE): "1,234,500",
    ("Trust", "control_total_accepted", VALUE): "yes",
    ("Trust", "quality_safe", VALUE): "good",
    ("Metrics", "dna_rate", VALUE): "7.2%",
    ("Metrics", "dna_rate", "A year before"): 7.9,
    ("Metrics", "sickness_absence_rate", VALUE): 4,
    ("Metrics", "sickness_absence_rate", "Rounded to ±"): 0.5,
    ("Evidence", "clinical.girft", "Judgement"): "outstanding",
    (SCHEMES, 1, "Scheme"): "Rosters",
    (SCHEMES, 1, "Category"): "pay",
    (SCHEMES, 1, "Plan"): 6,
    (SCHEMES, 1, "Starts in"): "June",
    (SCHEMES, 1, "Recurrent"): 80,
    (SCHEMES, 1, "Delivery, lowest"): 50,
    (SCHEMES, 1, "Delivery, likeliest"): 85,
    (SCHEMES, 1, "Delivery, highest"): 100,
    (SCHEMES, 1, "Delay"): 1,
    (SCHEMES, 3, "Scheme"): "Reminders",
    (SCHEMES, 3, "Plan"): 0.4,
    (SCHEMES, 3, "Starts in"): "May",
    (SCHEMES, 3, "Lever"): "clinical.dna_rate",
    (SCHEMES, 3, "How"): "add",
    (SCHEMES, 3, "Change"): -1,
    ("Question", "title", VALUE): "Fewer",
    ("Question", "trials", VALUE): 300,
    ("Question", "seed", VALUE): 3,
    (LEVERS, "people.sickness_absence_rate", "How"): "multiply",
    (LEVERS, "people.sickness_absence_rate", VALUE): 0.9,
    (LEVERS, "clinical.dna_rate", "How"): "add",
    (LEVERS, "clinical.dna_rate", VALUE): -1,
    (LEVERS, "clinical.dna_rate", "From month"): 3,
    (LEVERS, "clinical.dna_rate", "Level"): "half",
}


class Test(program.ProgramTest):
    def workbook(self, cells=None, name="mine.xlsx", *words):
        self.done("init", name, *words)
        return workbook_file.fill(self.folder / name, cells) if cells else {}

    def bits(self, *words):
        self.done("run", *words, "--out", "r.h5", "--quiet")
        return workbook_file.results(self.folder / "r.h5")

    def add_second_level(self, name="mine.xlsx"):
        """One of the free rows below the levers."""
        import openpyxl

        book = openpyxl.load_workbook(self.folder / name)
        sheet = book[LEVERS]
        key = workbook_file.find(sheet, "clinical.dna_rate", "Key")
        row = sheet.max_row
        sheet.cell(row, key.column).value = "clinical.dna_rate"
        for heading, value in {"How": "add", VALUE: -2, "Lowest": -3, "Highest": -1, "Level": "unsure"}.items():
            sheet.cell(row, workbook_file.find(sheet, "clinical.dna_rate", heading).column).value = value
        book.save(self.folder / name)

    def test_a_filled_workbook_gives_the_bits_of_toml_files_also_when_libreoffice_has_saved_it(self):
        self.write("mine.toml", TRUST)
        wanted = self.bits(self.write("fewer.toml", SCENARIO))
        self.workbook(FILLED)
        self.add_second_level()
        self.assertEqual(self.bits("mine.xlsx"), wanted)
        if SOFFICE is None:
            self.skipTest(WITHOUT_SOFFICE)
        saved = workbook_file.convert(self.folder, ["mine.xlsx"])
        self.assertEqual(self.bits(saved / "mine.xlsx"), wanted)

    def test_a_real_trust_comes_back_from_its_workbook(self):
        wanted = self.bits("cip_slippage", "--trust", "RF4", "--trials", "200")
        self.done("init", "--xlsx", "--trust", "RF4", "rf4.xlsx")
        self.assertEqual(self.bits("cip_slippage", "--trust", "rf4.xlsx", "--trials", "200"), wanted)

    @unittest.skipIf(SOFFICE is None, WITHOUT_SOFFICE)
    def test_libreoffice_opens_and_saves_the_template_as_it_is(self):
        self.done("init", "--trust", "RF4", "rf4.xlsx")
        self.done("init", "trust.xlsx")
        saved = workbook_file.convert(self.folder, ["rf4.xlsx", "trust.xlsx"])
        self.done("check", saved / "trust.xlsx")
        self.assertEqual(self.bits(saved / "rf4.xlsx", "--trials", "200"), self.bits("rf4.xlsx", "--trials", "200"))

    def test_what_was_read_and_the_digest_of_the_workbook_are_kept(self):
        import hashlib

        import h5py

        self.workbook(FILLED)
        self.done("run", "mine.xlsx", "--trials", "64", "--out", "r.h5")
        digest = hashlib.sha256((self.folder / "mine.xlsx").read_bytes()).hexdigest()
        with h5py.File(self.folder / "r.h5") as file:
            roles = [role.decode() for role in file["provenance/input_role"][:]]
            digests = [text.decode() for text in file["provenance/input_sha256"][:]]
            texts = [text.decode() for text in file["provenance/input_text"][:]]
        self.assertEqual(roles.count("workbook"), 1)
        self.assertEqual(digests[roles.index("workbook")], digest)
        self.write("kept.toml", texts[roles.index("trust")])
        self.assertIn("[[scheme]]", texts[roles.index("trust")])
        self.done("check", "kept.toml")

    def test_one_trial_of_a_workbook_run_is_derived_again(self):
        self.workbook(FILLED)
        self.done("run", "mine.xlsx", "--trials", "64", "--out", "r.h5")
        self.assertIn("Same: equal to the file", self.done("explain", "r.h5", "--trial", "17", "--scenario", "half"))

    def test_check_and_rate_read_a_workbook(self):
        self.workbook(FILLED)
        shown = self.done("check", "mine.xlsx")
        self.assertIn("mine.xlsx: a workbook", shown)
        self.assertIn("579", shown)
        self.assertIn("Against the baseline, half:", shown)
        self.assertIn("MINE", self.done("rate", "mine.xlsx", "--trials", "256"))

    def test_every_wrong_cell_is_named_with_sheet_address_and_value(self):
        at = self.workbook({("Metrics", "dna_rate", VALUE): "abc", ("Metrics", "ie_margin", VALUE): "#REF!",
                            ("Trust", "total_income", VALUE): 412600, ("Trust", "cash", VALUE): "=1+1",
                            (LEVERS, "clinical.dna_rate", "How"): "plus"})
        said = self.refused("check", "mine.xlsx", says=[
            f"mine.xlsx: sheet 'Metrics', cell {at['Metrics', 'dna_rate', VALUE]}: dna_rate is 'abc' (not a number), "
            "write a number (in percent)",
            f"sheet 'Trust', cell {at['Trust', 'total_income', VALUE]}: total_income is 412600 GBP m",
            f"sheet 'Trust', cell {at['Trust', 'cash', VALUE]}: cash is a formula without a value",
            f"sheet 'Levers', cell {at[LEVERS, 'clinical.dna_rate', 'How']}: How is 'plus'"])
        self.assertIn(f"cell {at['Metrics', 'ie_margin', VALUE]}: ie_margin is", said)
        self.refused("run", "baseline", "--trust", "mine.xlsx", says=["sheet 'Metrics', cell"])
        self.assertEqual(self.refused("run", "mine.xlsx", says=["sheet 'Levers', cell"]), said)
        self.assertNotIn("sheet 'Trust'", self.refused("run", "mine.xlsx", "--trust", "RF4", says=["sheet 'Levers', cell"]))

    def test_every_wrong_cell_of_the_schemes_is_named(self):
        import openpyxl

        self.done("init", "mine.xlsx", "--trust", "RF4")
        book = openpyxl.load_workbook(self.folder / "mine.xlsx")
        sheet = book["Savings schemes"]
        for row, cells in ((5, ("Rota", "payroll", "12m", 13, 120)), (6, (None, "pay", -3, 1, 0.72)),
                           (7, ("Beds", None, None, "July"))):
            for column, value in enumerate(cells, start=1):
                sheet.cell(row, column).value = value
        book.save(self.folder / "mine.xlsx")
        said = self.refused("check", "mine.xlsx", says=[
            "cell B5: category is \"payroll\" (unknown)", "cell C5: Plan is '12m'", "cell D5: 'start_month'", "is 13 (out of range)",
            "cell E5: 'recurrent'", "is 120 (out of range)", "cell A6: Scheme is blank", "cell C6: 'plan'", "is -3",
            "cell E6: Recurrent is 0.72 percent (it looks like a fraction), write 72",
            "cell B7: Category is blank", "cell C7: Plan is blank"])
        self.assertEqual(said.count("sheet 'Savings schemes', cell"), 9)
        self.assertNotIn("is missing in", said)

    def test_settings_and_months_out_of_range_are_named_together(self):
        import openpyxl

        self.done("init", "mine.xlsx")
        workbook_file.fill(self.folder / "mine.xlsx", {
            ("Question", "trials", VALUE): -3, ("Question", "seed", VALUE): 1.5,
            (LEVERS, "clinical.dna_rate", "How"): "add", (LEVERS, "clinical.dna_rate", VALUE): -1,
            (LEVERS, "clinical.dna_rate", "From month"): 99,
            (LEVERS, "people.vacancy_rate", "How"): "add", (LEVERS, "people.vacancy_rate", VALUE): -1,
            (LEVERS, "people.vacancy_rate", "From month"): 15})
        sheet = openpyxl.load_workbook(self.folder / "mine.xlsx")[LEVERS]
        late = workbook_file.find(sheet, "people.vacancy_rate", "Key").coordinate
        for words in (("check", "mine.xlsx"), ("run", "mine.xlsx")):
            said = self.refused(*words, says=["'trials'", "is -3", "'seed'", "1.5", "'from_month'", "is 99", "from_month is 15",
                                              f"sheet 'Levers', cell {late}"])
            self.assertEqual(said.count("sheet '"), 4)

    def test_a_wrong_lever_is_named_by_its_cell(self):
        import openpyxl

        self.done("init", "mine.xlsx")
        book = openpyxl.load_workbook(self.folder / "mine.xlsx")
        sheet = book[LEVERS]
        key = workbook_file.find(sheet, "clinical.dna_rate", "Key")
        key.value = "clinical.dna_rat"
        sheet.cell(key.row, workbook_file.find(sheet, "people.sickness_absence_rate", "How").column).value = "add"
        sheet.cell(key.row, workbook_file.find(sheet, "people.sickness_absence_rate", VALUE).column).value = -1
        book.save(self.folder / "mine.xlsx")
        self.refused("run", "mine.xlsx", says=[f"sheet 'Levers', cell {key.coordinate}", "clinical.dna_rat"])

    def test_rows_and_columns_may_be_moved(self):
        import openpyxl

        self.workbook({("Metrics", "dna_rate", VALUE): 8.1})
        book = openpyxl.load_workbook(self.folder / "mine.xlsx")
        for merged in list(book["Metrics"].merged_cells.ranges):
            book["Metrics"].unmerge_cells(str(merged))
        book["Metrics"].insert_rows(6, 3)
        book["Metrics"].insert_cols(2)
        book.create_sheet("My sums")["A1"] = "x" * 40
        book.save(self.folder / "mine.xlsx")
        shown = self.done("check", "mine.xlsx")
        self.assertIn("8.10", shown)
        self.assertIn("the sheet 'My sums' is not one of uor's and is not read", shown)

    def test_what_is_no_workbook_is_refused(self):
        for content, says in ((b"code,name\n", "is text"), (b"", "is empty"), (b"PK\x03\x04rest", "no zip archive"),
                              (b"\xd0\xcf\x11\xe0", "old workbook")):
            self.write("mine.xlsx", content)
            self.refused("check", "mine.xlsx", says=["mine.xlsx", says])
            self.refused("run", "baseline", "--trust", "mine.xlsx", says=["mine.xlsx", says])
        self.refused("check", "gone.xlsx", says=["gone.xlsx", "no such"])

    def test_a_zip_bomb_is_refused(self):
        self.done("init", "mine.xlsx")
        with zipfile.ZipFile(self.folder / "mine.xlsx") as old, \
                zipfile.ZipFile(self.folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                new.writestr(part, b" " * (40 << 20) if part.endswith("sheet2.xml") else old.read(part))
        self.refused("check", "bomb.xlsx", says=["bomb.xlsx", "sheet 'Trust'", "32 MB"])

    def test_options_that_make_no_sense_are_refused(self):
        self.refused("init", "--xlsx", "trust.toml", says=["--xlsx", "trust.toml"])
        self.refused("init", "--trust", "RF4", "trust.toml", says=["--trust 'RF4'", "workbook"])
        self.refused("init", "trust.xlsx", "--trust", "all", says=["--trust 'all'"])
        self.refused("init", "trust.xlsx", "--kind", "trust", says=["--kind"])
        self.refused("init", "trust.xlsx", "--trust", "RF44", says=["RF44", "Did you mean"])
        self.write("trust.xlsx", "mine")
        self.refused("init", "trust.xlsx", says=["trust.xlsx", "exists"])
        self.refused("init", "none/trust.xlsx", says=["none/trust.xlsx"], code=1)

    def test_a_judged_prompt_counts_in_toml_too_and_an_unknown_one_is_refused(self):
        head = 'schema = 1\ncode = "MINE"\nname = "Mine"\n[judged]\n'
        low = self.write("low.toml", head + '"people.pay_growth" = 1\n')
        high = self.write("high.toml", head + '"people.pay_growth" = "outstanding"\n')
        import json
        scores = [json.loads(self.done("rate", name, "--trials", "256", "--json"))["expected_score"] for name in (low, high)]
        self.assertLess(scores[0], scores[1])
        self.refused("check", self.write("bad.toml", head + '"people.pay_grow" = 2\n'),
                     says=["bad.toml:5:21", "people.pay_grow", "Did you mean 'people.pay_growth'?"])
        self.refused("check", self.write("bad.toml", head + '"people.pay_growth" = 5\n'), says=["bad.toml:5", "1 to 4"])
        self.refused("check", self.write("bad.toml", head + '"people.agency_ceiling" = 2\n'), says=["not judged"])


if __name__ == "__main__":
    program.main()
