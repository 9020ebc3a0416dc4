"""The report's workbook: LibreOffice opens it, and its numbers are those of the result file."""

import unittest

import program
import workbook_file
from workbook_file import SOFFICE, WITHOUT_SOFFICE

RATINGS = ["Inadequate", "Requires improvement", "Good", "Outstanding"]
MONTHS = 14
SCENARIO = f"""schema = 1
name = "two"
title = "Two levels & a <name>"
question = "Does it \\"help\\"?"
[run]
trusts = ["RF4", "R1F"]
trials = 300
months = {MONTHS}
[[level]]
name = "low"
title = "Fewer missed"
[[level.change]]
driver = "clinical.dna_rate"
add = -3
[[level]]
name = "slip"
title = "Savings slip"
[[level.change]]
driver = "finance.savings_slippage"
set = 40
"""


class Test(program.ProgramTest):
    def written(self):
        """The workbook as a program reads it, once LibreOffice (where it is) has opened and saved it; the result file."""
        import h5py
        import openpyxl

        self.done("run", self.write("two.toml", SCENARIO), "--out", "r.h5", "--quiet")
        self.done("report", "r.h5", "--xlsx", "--quick", "-o", "r.xlsx")
        folder = workbook_file.convert(self.folder, ["r.xlsx"]) if SOFFICE else self.folder
        file = h5py.File(self.folder / "r.h5")
        self.addCleanup(file.close)
        return openpyxl.load_workbook(folder / "r.xlsx", data_only=True), file

    def texts(self, file, name):
        return [text.decode() for text in file[name][:]]

    def table(self, sheet, first_heading, after=0):
        """Rows, as dictionaries by heading without its unit, below the first row that begins with that heading."""
        rows = list(sheet.iter_rows(values_only=True))
        at = next(i for i, row in enumerate(rows) if i >= after and str(row[0]).split("\n")[0] == first_heading)
        heads = [str(cell).split("\n")[0] for cell in rows[at] if cell is not None]
        table = []
        for row in rows[at + 1:]:
            if row[0] is None:
                break
            table.append(dict(zip(heads, row)) | {"cells": row})
        return table

    def assert_near(self, found, wanted, of):
        self.assertIsInstance(found, (int, float), of)
        self.assertAlmostEqual(found, wanted, delta=1e-12 * max(1, abs(wanted)), msg=of)

    def check_odds(self, book, file, codes, titles):
        rows = self.table(book["Odds"], "Trust")
        self.assertEqual(len(rows), len(codes) * len(titles))
        for row in rows:
            odds = file["rating_odds"][titles.index(row["Side"]), codes.index(row["Trust"])]
            for rating, share in zip(RATINGS, odds):
                self.assert_near(row[rating], share, (row["Trust"], row["Side"], rating))

    def check_from_to(self, book, file, codes, titles):
        for row in self.table(book["From-to"], "Trust"):
            side, trust = titles.index(row["Side"]), codes.index(row["Trust"])
            if side > 0:
                wanted = file["from_to_odds"][side, trust, RATINGS.index(row["Baseline"])] * file.attrs["trials"]
                for rating, trials in zip(RATINGS, wanted):
                    self.assertEqual(row[rating], round(trials), (row["Side"], rating))

    def check_metrics(self, book, file, codes, titles):
        names, month = self.texts(file, "summarised"), file.attrs["assessment_month"] - 1
        rows = self.table(book["Metrics"], "Trust")
        self.assertEqual(len(rows), 22 * len(codes) * len(titles))
        for row in rows:
            at = (titles.index(row["Side"]), codes.index(row["Trust"]), names.index("metric." + row["Id"]), month)
            self.assert_near(row["Mean"], file["value_mean"][at], row["Id"])
            self.assert_near(row["Change"], file["change_mean"][at], row["Id"])
            self.assert_near(row["5 %"], file["value_quantile"][at][0], row["Id"])
            self.assert_near(row["95 %"], file["value_quantile"][at][4], row["Id"])

    def check_statements(self, book, file, codes, titles):
        names, axis_titles = self.texts(file, "summarised"), self.texts(file, "summarised_title")
        rows = [row for row in self.table(book["Statements"], "Trust") if row["Statistic"] == "mean"]
        lines = {row["Line"] for row in rows}
        self.assertTrue({axis_titles[names.index(name)] for name in ("finance.surplus", "finance.cash")} <= lines)
        for row in rows:
            at = titles.index(row["Side"]), codes.index(row["Trust"]), axis_titles.index(row["Line"])
            for month in range(MONTHS):
                self.assert_near(row["cells"][5 + month], file["value_mean"][at][month], (row["Line"], month))

    def figures(self):
        import json

        return json.loads(self.done("report", "r.h5", "--quick", "--json"))

    def check_changes(self, book, file, codes, titles):
        names, month = self.texts(file, "summarised"), file.attrs["assessment_month"] - 1
        axis_titles = self.texts(file, "summarised_title")
        rows = self.table(book["Changes"], "Trust")
        self.assertEqual({(row["Trust"], row["Side"]) for row in rows}, {(code, side) for code in codes for side in titles[1:]})
        for row in rows:
            side, trust = titles.index(row["Side"]), codes.index(row["Trust"])
            if row["What"] == "Rating" and row["Item"] in RATINGS:
                self.assert_near(row["Change"], file["rating_odds_change"][side, trust, RATINGS.index(row["Item"])], row)
            if row["What"] == "Metric":
                at = side, trust, axis_titles.index(row["Item"]), month
                self.assertTrue(names[at[2]].startswith("metric."))
                self.assert_near(row["From"], file["value_mean"][(0, *at[1:])], row)
                self.assert_near(row["To"], file["value_mean"][at], row)
                self.assert_near(row["Change"], file["change_mean"][at], row)
                self.assert_near(row["cells"][8], file["change_mean_se"][at], row)
        self.assertTrue({"Rating", "Latent", "Metric", "Key line, score"} <= {row["What"] for row in rows})

    def check_kloes(self, book, file, codes, titles):
        names, month = self.texts(file, "summarised"), file.attrs["assessment_month"] - 1
        kloes = self.texts(file, "kloe")
        known = {kloe["title"]: kloe for kloe in self.figures()["trusts"][0]["kloes"]}
        rows = self.table(book["KLOEs"], "Trust")
        self.assertEqual(len(rows), 5 * len(codes) * len(titles))
        for row in rows:
            side, trust = titles.index(row["Side"]), codes.index(row["Trust"])
            kloe = known[row["Key line of enquiry"]]
            at = side, trust, names.index(kloe["id"] + ".score"), month
            self.assert_near(row["Score"], file["value_mean"][at], row)
            self.assert_near(row["5 %"], file["value_quantile"][at][0], row)
            self.assert_near(row["95 %"], file["value_quantile"][at][4], row)
            self.assert_near(row["Weight"], kloe["weight"], row)
            counts = file["kloe_count"][side, trust, kloes.index(kloe["id"])]
            for rating, count in zip(RATINGS, counts):
                self.assert_near(row[rating], count / file.attrs["trials"], row)
        weights = [row["Weight"] for row in rows if row["Trust"] == codes[0] and row["Side"] == titles[0]]
        self.assertAlmostEqual(sum(weights), 1)

    def check_savings(self, book, file, codes, titles):
        names = self.texts(file, "summarised")
        year = slice(12, 14) if MONTHS == 14 else slice(0, 12)  # from April of the year of the rating

        def total(row, quantity):
            side, trust = titles.index(row["Side"]), codes.index(row["Trust"])
            return file["value_mean"][side, trust, names.index(quantity)][year].sum()

        rows = self.table(book["Savings"], "Trust")
        whole = [row for row in rows if row["Scheme"] == "All schemes"]
        self.assertEqual(len(whole), len(codes) * len(titles))
        for row in whole:
            self.assert_near(row["Planned"], total(row, "finance.plan_savings"), row)
            self.assert_near(row["Delivered"], total(row, "finance.savings_delivered"), row)
            self.assert_near(row["Of plan"], row["Delivered"] / row["Planned"], row)
            parts = [one for one in rows if one is not row and (one["Trust"], one["Side"]) == (row["Trust"], row["Side"])]
            self.assertEqual(len(parts), 8)
            self.assertAlmostEqual(sum(part["Delivered"] for part in parts), row["Delivered"], delta=1e-6)
            self.assertEqual({(part["Planned"], part["Of plan"]) for part in parts}, {(None, None)}, "part of a year")
        steps = self.table(book["Savings"], "Trust", after=len(rows) + 4)
        forecast = [step for step in steps if step["Step"] == "Forecast surplus"]
        self.assertEqual(len(forecast), len(codes) * len(titles))
        for step in forecast:
            self.assertAlmostEqual(step["cells"][4], total(step, "finance.surplus"), delta=1e-9)

    def check_assumptions(self, book, file, codes, titles):
        rows = self.table(book["Assumptions"], "Trust")
        for trust, code in enumerate(codes):
            wanted = file["trust_assumed"][trust].decode().splitlines()
            mine = [row for row in rows if row["Trust"] == code]
            self.assertEqual([row["Id"] for row in mine], [line.split(":")[0] for line in wanted])
        drawn = next(row for row in rows if row["How it was assumed"].startswith("Not reported. National figures stand in"))
        self.assertRegex(drawn["How it was assumed"], r"half of the trials between \S+ and \S+( \S+)*, middle \S+\.$")
        self.assertIn(drawn["Standing"], ("verified", "derived", "unverified", "assumed"))

    def test_its_numbers_are_those_of_the_result_file(self):
        book, file = self.written()
        self.assertEqual(book.sheetnames, ["Summary", "Odds", "From-to", "Changes", "KLOEs", "Metrics", "Year",
                                           "Statements", "Pounds", "Savings", "Prompts", "Ratings", "Support needs", "Trusts",
                                           "Regions", "Good practice", "Assumptions", "Provenance"])
        about = self.texts(file, "trust"), self.texts(file, "scenario_title")
        for check in (self.check_odds, self.check_from_to, self.check_changes, self.check_kloes, self.check_metrics,
                      self.check_statements, self.check_savings, self.check_assumptions):
            with self.subTest(check.__name__):
                check(book, file, *about)
        with self.subTest("names"):
            for name in ("odds", "odds_RF4", "from_to", "changes", "kloes", "metrics", "year_statement", "statements", "savings", "bridge", "trusts", "assumptions", "run"):
                self.assertIn(name, book.defined_names if hasattr(book.defined_names, "keys")
                              else [defined.name for defined in book.defined_names.definedName])
        with self.subTest("frozen headings"):  # LibreOffice drops them when no window shows the file
            import openpyxl
            book = openpyxl.load_workbook(self.folder / "r.xlsx")
            for name in ("Odds", "From-to", "Changes", "KLOEs", "Metrics", "Year", "Statements", "Pounds", "Savings", "Prompts", "Trusts", "Assumptions"):
                self.assertIsNotNone(book[name].freeze_panes, name)
        with self.subTest("formats"):
            self.assertIn("%", self.cell_of(book["Odds"], "Inadequate").number_format)
        with self.subTest("provenance"):
            facts = {row["What"]: row["Value"] for row in self.table(book["Provenance"], "What")}
            self.assertEqual(facts["Trials a trust"], 300)
            self.assertEqual(facts["Title"], "Two levels & a <name>")

    def cell_of(self, sheet, heading):
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).split("\n")[0] == heading:
                    return sheet.cell(cell.row + 1, cell.column)
        raise AssertionError(heading)

    def test_it_has_native_charts(self):
        import zipfile

        self.done("run", "baseline", "--trust", "RF4", "--trials", "64", "--out", "r.h5", "--quiet")
        self.done("report", "r.h5", "--xlsx", "--quick", "-o", "r.xlsx")
        with zipfile.ZipFile(self.folder / "r.xlsx") as file:
            charts = [name for name in file.namelist() if name.startswith("xl/charts/chart")]
        self.assertGreaterEqual(len(charts), 4)

    def test_plans_of_schemes_add_up_in_a_whole_year(self):
        import openpyxl

        self.done("run", "baseline", "--trust", "RF4", "--trials", "64", "--out", "r.h5", "--quiet")
        self.done("report", "r.h5", "--xlsx", "--quick", "-o", "r.xlsx")
        *schemes, whole = self.table(openpyxl.load_workbook(self.folder / "r.xlsx")["Savings"], "Trust")
        self.assertEqual((len(schemes), whole["Scheme"]), (8, "All schemes"))
        for column in ("Planned", "Delivered"):
            self.assertAlmostEqual(sum(scheme[column] for scheme in schemes), whole[column], delta=1e-6)

    def test_a_sector_run_lists_every_trust(self):
        import openpyxl

        self.done("run", "sector_baseline", "--trust", "all", "--trials", "16", "--out", "r.h5", "--quiet")
        self.done("report", "r.h5", "--xlsx", "--quick", "--trust", "RF4")
        book = openpyxl.load_workbook(self.folder / "r-report.xlsx")
        rows = self.table(book["Trusts"], "Code")
        self.assertEqual(len(rows), 131)
        self.assertEqual({row["Trust"] for row in self.table(book["Odds"], "Trust")}, {"RF4"})

    def test_refusals(self):
        self.done("run", "baseline", "--trust", "RF4", "--trials", "16", "--out", "r.h5", "--quiet")
        self.refused("report", "r.h5", "r.h5", "r.h5", "--xlsx", says=["--xlsx", "one run"])
        self.refused("report", "r.h5", "--xlsx", "-o", "r.html", says=["r.html", ".xlsx"])
        self.refused("report", "r.h5", "--xlsx", "--json", says=["--xlsx", "--json"])
        self.refused("report", "r.h5", "--xlsx", "-o", "none/r.xlsx", says=["none/r.xlsx"], code=1)


if __name__ == "__main__":
    program.main()
