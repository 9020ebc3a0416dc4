"""Inputs as people and programs write them, in each kind of file: the same meaning, or a refusal that says why and where."""

import json
import re
import shutil
import time
import zipfile

import program
import workbook_file

HEAD = 'schema = 1\ncode = "MINE"\nname = "Mine"\n'
DEEP = 60000


def rewritten(source, target, change):
    """A workbook with the text of its parts changed: change(part, text) -> text."""
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            data = read.read(name)
            if name.endswith((".xml", ".rels")):
                data = change(name, data.decode()).encode()
            written.writestr(name, data)


class Test(program.ProgramTest):
    def workbook(self, name="mine.xlsx", **fields):
        """A workbook of RF4 with fields of the sheet Trust filled in."""
        self.done("init", name, "--trust", "RF4")
        if fields:
            workbook_file.fill(self.folder / name, {("Trust", key, "Value"): value for key, value in fields.items()})
        return name

    def csv(self, name="mine.csv", **fields):
        cells = ",".join('"' + str(value).replace('"', '""') + '"' for value in fields.values())
        return self.write(name, "code,name," + ",".join(fields) + f"\nMINE,Mine,{cells}\n")

    def toml(self, name="mine.toml", frame="", **fields):
        values = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
        return self.write(name, f"{HEAD}{frame}[reported]\n{values}")

    def each_kind(self, **fields):
        return [self.csv(**fields), self.toml(**fields), self.workbook(**fields)]

    def test_fields_typed_in_every_way_are_read_in_every_kind_of_file(self):
        for fields in ({"control_total_accepted": "Yes"}, {"control_total_accepted": "TRUE"},
                       {"financial_special_measures": "n"}, {"quality_safe": "Requires\u00a0improvement"},
                       {"quality_safe": "requires_improvement"}, {"quality_safe": "RI"},
                       {"planned_surplus": "\u20133.2"}, {"planned_surplus": "\u22123.2"},
                       {"planned_surplus": "(3.2)\u200b"}, {"outpatient_attendances": "1\u2009559\u00a0440"},
                       {"total_income": "\uff14\uff11\uff12.\uff16"}):
            for name in self.each_kind(**fields):
                with self.subTest(fields=fields, file=name):
                    self.assertIn(next(iter(fields)), {**fields})
                    self.done("trusts", name)
                (self.folder / name).unlink()

    def test_what_cannot_be_seen_is_named_in_every_kind_of_file(self):
        for name in self.each_kind(total_income="41\u200b2.6"):
            self.refused("check", name, says=[name, "U+200B", "total_income"])

    def test_a_rating_or_an_answer_that_is_none_is_refused_in_every_kind_of_file(self):
        for fields in ({"control_total_accepted": "perhaps"}, {"quality_safe": "fairly good"}, {"last_closed_month": "5.4"}):
            for name in self.each_kind(**fields):
                self.refused("check", name, says=[name, next(iter(fields.values()))])
                (self.folder / name).unlink()

    def test_endings_in_capitals_are_read(self):
        self.csv("A.CSV", operating_expenses="421.9")
        self.toml("B.TOML", operating_expenses=421.9)
        shutil.move(self.folder / self.workbook(), self.folder / "C.XLSX")
        for name in ("A.CSV", "B.TOML", "C.XLSX"):
            self.done("check", name)
            self.done("trusts", name)
            self.done("run", "baseline", "--trust", name, "--trials", "64", "--quiet", "--out", name + ".h5")

    def test_lines_that_end_in_carriage_returns_are_read(self):
        self.write("mine.csv", b"sep=,\rcode,name,operating_expenses\rMINE,My trust,421.9\r,,\r")
        self.write("mine.toml", (HEAD + "[reported]\noperating_expenses = 421.9\n").replace("\n", "\r"))
        for name in ("mine.csv", "mine.toml"):
            self.done("check", name)

    def test_deep_input_is_refused_in_every_kind_of_file(self):
        for text in ("[" + "a." * 31000 + "a]\n", "a = " + "[" * DEEP, "a" + ".a" * 31000 + " = 1\n", "a = " + "{a=" * 30000):
            for head in (HEAD, 'schema = 1\nname = "s"\n[run]\n', 'schema = 1\n[rating]\n'):
                self.refused("check", self.write("deep.toml", head + text), says=["deep.toml:", "stand in each other"])
        self.workbook()
        for part in ("sharedStrings.xml", "styles.xml", "worksheets/sheet2.xml", "workbook.xml", "workbook.xml.rels"):
            def deep(name, text, part=part):
                return text[:text.rindex("</")] + "<r>" * DEEP + "</r>" * DEEP + text[text.rindex("</"):] if name.endswith(part) else text
            rewritten(self.folder / "mine.xlsx", self.folder / "deep.xlsx", deep)
            self.refused("check", "deep.xlsx", says=["deep.xlsx: ", "elements in each other"])
            self.refused("run", "deep.xlsx", says=["deep.xlsx: ", "elements in each other"])

    def test_rich_text_is_joined_as_it_is_shown(self):
        self.workbook()

        def rich(name, text):
            if not name.endswith("sharedStrings.xml"):
                return text
            return re.sub(r"<si><t[^>]*>Barking, (Havering[^<]*)</t></si>",
                          r'<si><r><t>Barking,</t></r><r><t xml:space="preserve"> </t></r><r><t>\1_x000D_</t></r></si>', text)
        rewritten(self.folder / "mine.xlsx", self.folder / "rich.xlsx", rich)
        self.assertIn("Barking, Havering and Redbridge University Hospitals NHS Trust\n", self.done("check", "rich.xlsx"))

    def test_names_of_parts_with_backslashes_are_read(self):
        self.workbook()
        with zipfile.ZipFile(self.folder / "mine.xlsx") as read, zipfile.ZipFile(self.folder / "back.xlsx", "w") as written:
            for name in read.namelist():
                info = zipfile.ZipInfo("x")
                info.filename = name.replace("/", "\\")
                written.writestr(info, read.read(name))
        self.done("check", "back.xlsx")

    def test_a_million_formatted_rows_are_refused_by_their_sheet_at_once(self):
        self.workbook()
        rows = "".join(f'<row r="{r}" s="5" customFormat="1"/>' for r in range(1000, 1001000))
        rewritten(self.folder / "mine.xlsx", self.folder / "rows.xlsx",
                  lambda name, text: text.replace("</sheetData>", rows + "</sheetData>") if name.endswith("sheet2.xml") else text)
        start = time.time()
        self.refused("check", "rows.xlsx", says=["sheet 'Trust'", "delete the rows"])
        self.assertLess(time.time() - start, 20)

    def test_a_level_over_two_merged_cells_is_refused_by_its_range(self):
        import openpyxl
        self.workbook()
        book = openpyxl.load_workbook(self.folder / "mine.xlsx")
        sheet = book["Levers"]
        cell = workbook_file.find(sheet, "clinical.dna_rate", "Level")
        cell.value = "One"
        sheet.merge_cells(start_row=cell.row, end_row=cell.row + 1, start_column=cell.column, end_column=cell.column)
        book.save(self.folder / "mine.xlsx")
        self.refused("check", "mine.xlsx", says=["sheet 'Levers', cells", "are merged"])

    def test_truncation_and_correlation_are_refused_by_file_and_line(self):
        vary = '[[vary]]\ndriver = "clinical.dna_rate"\ndistribution = {{ shape = "normal", mean = 7, sd = 0.1, truncate = [{}] }}\n'
        self.refused("check", self.scenario(vary.format("20, 30")), says=["mine.toml:6:", "truncate keeps"])
        two = "".join(f'[[vary]]\ndriver = "{driver}"\ndistribution = {{ shape = "normal", mean = 5, sd = 0.1 }}\n'
                      for driver in ("clinical.dna_rate", "people.sickness_absence_rate", "people.vacancy_rate"))
        group = '[[correlate]]\nname = "g"\ndrivers = ["clinical.dna_rate", "people.sickness_absence_rate"]\ncorrelation = {}\n'
        self.refused("check", self.scenario(two + group.format("1")), says=["mine.toml:17:", "would move as one", "0.95"])
        self.refused("run", self.scenario(two + group.format("[[1, -1], [-1, 1]]")), "--trust", "RF4", says=["mine.toml:17:"])
        matrix = group.replace('rate"]', 'rate", "people.vacancy_rate"]').format("[[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]")
        self.refused("check", self.scenario(two + matrix), says=["mine.toml:15:", "not positive definite"])
        weights = '[[vary]]\ndriver = "clinical.dna_rate"\ndistribution = { shape = "discrete", values = [7, 8], weights = [1e308, 1e308] }\n'
        self.refused("check", self.scenario(weights), says=["mine.toml:7:", "weight 1 must be"])

    def test_a_file_may_ask_for_no_more_trials_than_an_option(self):
        self.refused("run", self.scenario(run="trials = 900000000000000"), "--trust", "RF4", says=["mine.toml:4:", "1000000000"])
        self.refused("run", "baseline", "--trust", "RF4", "--trials", "900000000000000", says=["1000000000"])

    def test_a_small_file_cannot_ask_for_much(self):
        levels = "".join(f'[[level]]\nname = "l{i}"\n[[level.change]]\ndriver = "clinical.dna_rate"\nadd = -1\n' for i in range(1500))
        self.refused("check", self.scenario(levels), says=["more than 1000 levels"])
        drivers = ", ".join(f'"d{i}"' for i in range(10000))
        self.refused("check", self.scenario(f'[[correlate]]\nname = "g"\ndrivers = [{drivers}]\ncorrelation = 0.1\n'),
                     says=["10000 drivers in one group"])
        self.refused("check", self.write("big.toml", "# " + "x" * (3 << 20) + "\nschema = 1\n"), says=["big.toml", "MB"])
        self.refused("check", self.write("big.csv", "code,name\n" + "X,Y\n" * (3 << 20)), says=["big.csv", "MB"])

    def test_a_policy_that_names_what_does_not_exist_is_refused_by_its_row(self):
        row = 'standing = "assumed"\nsource = "x"\n'
        prompt = '[[prompt]]\nid = "people.more"\nkloe = "people"\ntext = "More?"\nkind = "{}"\nheld_by = ["{}"]\n' + row
        for kind, held_by, says in (("judged", "people.evidence_cultur", "no driver (unknown)"),
                                    ("judged", "people.score", "no driver (it is a result)"),
                                    ("judged", "peple.evidence_culture", "no driver (unknown)"),
                                    ("derived", "metric.dna_rat", "no quantity (unknown)")):
            self.changed_policy("prompts.toml", prompt.format(kind, held_by), [held_by, says])
        condition = "when = [{ quantity = \"clinical.none\", below = 1 }]\n"
        self.changed_policy("rating.toml", '[[rating.limiter]]\nid = "x"\ntitle = "X"\nbest = "good"\nprobability = 0.5\n' + condition + row, ["clinical.none"])
        self.changed_policy("rating.toml", '[[rating.characteristic]]\nid = "x"\ntitle = "X"\nrating = "good"\n' + condition + row, ["clinical.none"])
        self.changed_policy("rating.toml", '[[rating.indicator]]\nid = "x"\ntitle = "X"\nquantity = "clinical.none"\nmean = 0\nsd = 1\ncoefficient = 0.1\n' + row, ["clinical.none"])
        self.changed_policy("metrics.toml", '[[metric]]\nid = "nobodys"\nkloe = "people"\nbetter = "low"\nunit = "days"\nlag_months = 1\nmedian = 2\nlower_quartile = 1\nupper_quartile = 3\n' + row, ["metric.nobodys"])
        for parameter in ("clinical.none", "clinicl.dna_recovered_share", "none"):
            self.changed_policy("parameters/clinical.toml", f'[parameter."{parameter}"]\nvalue = 1\n' + row, [parameter])
        self.changed_policy("rating.toml", '[[quality_prior]]\nquestion = "brave"\nprobability = [0.25, 0.25, 0.25, 0.25]\ncorrelation = 0\n' + row, ["brave"])

    def changed_policy(self, file, text, says):
        """The shipped policy with a row more is refused at that row."""
        shutil.rmtree(self.folder / "policies", ignore_errors=True)
        shutil.copytree(program.SOURCE / "policies", self.folder / "policies")
        path = self.folder / "policies" / file
        before = path.read_text()
        path.write_text(before + text)
        message = self.refused("check", "policies/framework.toml", says=says)
        place = re.search(rf"policies/{re.escape(file)}:(\d+)", message)
        self.assertIsNotNone(place, message)
        self.assertGreater(int(place.group(1)), before.count("\n"))

    def test_a_table_of_several_trusts_is_checked_whole_and_run_by_row(self):
        self.write("national.csv", "code,name,operating_expenses\nAAA,One,421.9\nBBB,Two,300\n")
        text = " ".join(self.done("check", "national.csv").split())
        self.assertIn("the file has 2 trusts. `uor run` and `uor rate` take one at a time: --trust national.csv:AAA", text)
        for words in (("run", "baseline", "--trust", "national.csv"), ("rate", "national.csv"), ("trusts", "national.csv")):
            self.refused(*words, says=["national.csv: the file has 2 trusts (one is needed here), name one as national.csv:AAA"])
        self.assertIn("BBB  Two", self.done("check", "national.csv:BBB"))
        self.done("run", "baseline", "--trust", "national.csv:BBB", "--trials", "64", "--quiet", "--out", "b.h5")
        self.done("rate", "national.csv:BBB", "--trials", "500")
        self.refused("check", "national.csv:CCC", says=["no row has the code 'CCC'", "2 trusts, such as AAA"])

    def test_a_trust_is_named_once_and_takes_the_place_of_its_own_in_all(self):
        self.write("RF4.csv", "code,name,operating_expenses\nRF4,Ours,600\n")
        self.refused("run", "baseline", "--trust", "RF4", "--trust", "RF4.csv", says=["'RF4' is named twice, as 'RF4' and as 'RF4.csv'"])
        self.refused("run", "baseline", "--trust", "all", "--trust", "all", says=["named twice"])
        self.done("run", "baseline", "--trust", "all", "--trust", "RF4.csv", "--trials", "8", "--quiet", "--out", "all.h5")
        self.assertIn("Ours", self.done("inspect", "all.h5", "--csv"))

    def test_all_in_capitals_and_merged_codes_have_words_of_their_own(self):
        self.refused("run", "baseline", "--trust", "ALL", says=["Did you mean 'all' (every trust in scope)"])
        self.refused("rate", "RQQ", says=["RQQ", "became part of RGN"])
        self.refused("rate", "R0D", says=["formed of RD3 and RDZ"])
        text = " ".join(self.done("check", "REM").split())
        self.assertIn("REM has the name of the trust that merged on 2019-10-01 and figures of Aintree", text)


if __name__ == "__main__":
    program.main()
