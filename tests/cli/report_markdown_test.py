"""Page, workbook and Markdown of one run show the same rows and figures; Markdown is whole, safe and known again."""

import html.parser
import re

import program

SCENARIO = """schema = 1
name = "two"
title = "Two | levels & a <name>"
question = "Does it *help*?"
[run]
trusts = ["RF4", "R1F"]
trials = 300
[[level]]
name = "low"
title = "Fewer | missed"
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
RATINGS = ["Inadequate", "Requires improvement", "Good", "Outstanding"]
SPLIT = ("Assumptions", "The other assumptions", "What would be worth most to know")  # of the page alone


class PageTables(html.parser.HTMLParser):
    """(caption, rows of texts) of each table of a page, in order."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.cell, self.caption = [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "caption":
            self.caption = ""
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in ("td", "th"):
            self.cell = ""

    def handle_endtag(self, tag):
        if tag == "caption":
            self.tables.append((self.caption, []))
            self.caption = None
        elif tag in ("td", "th"):
            self.tables[-1][1][-1].append("" if self.cell == "Row" else self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.caption is not None:
            self.caption += data
        elif self.cell is not None:
            self.cell += data


def plain(text):
    text = text.strip()
    return re.sub(r"\\(.)", r"\1", text[2:-2] if text.startswith("**") else text)


def markdown_tables(text):
    """The same of Markdown."""
    tables, caption = [], None
    for line in text.splitlines():
        if line.startswith("**"):
            caption = plain(line)
        elif line.startswith("|"):
            cells = [plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if caption is not None:
                tables.append((caption, []))
                caption = None
            if not all(re.fullmatch("-+:?", cell) for cell in cells):
                tables[-1][1].append(cells)
    return tables


def numbers(text):
    """Each number that is read in a cell, and half of its last digit."""
    found = []
    for sign, digits in re.findall("([\u2212+]?)([0-9][0-9,]*(?:[.][0-9]+)?)", text):
        value = float(digits.replace(",", ""))
        decimals = len(digits.split(".")[1]) if "." in digits else 0
        found.append((-value if sign == "\u2212" else value, 0.5 * 10 ** -decimals))
    return found


class Test(program.ProgramTest):
    def reports(self):
        import openpyxl

        self.done("run", self.write("two.toml", SCENARIO), "--out", "r.h5", "--quiet")
        self.done("report", "r.h5", "--quick", "-o", "r.html")
        self.assertIn("Report: r.md", self.done("report", "r.h5", "--quick", "-o", "r.md"))
        self.done("report", "r.h5", "--quick", "--xlsx", "-o", "r.xlsx")
        page = PageTables((self.folder / "r.html").read_text(encoding="utf-8")).tables
        text = (self.folder / "r.md").read_text(encoding="utf-8")
        return page, text, openpyxl.load_workbook(self.folder / "r.xlsx")

    def rows(self, sheet, first_heading="Trust", after=0):
        """Rows of numbers below the first head that begins so, each with the column of each heading."""
        rows = list(sheet.iter_rows(values_only=True))
        at = next(i for i, row in enumerate(rows) if i >= after and str(row[0]).split("\n")[0] == first_heading)
        found = []
        for row in rows[at + 1:]:
            if row[0] is None:
                break
            found.append(row)
        return [str(cell).split("\n")[0] for cell in rows[at]], found

    def near(self, read, numbers_of_workbook, scale=1):
        """What is read is what the workbook's numbers round to."""
        shown = numbers(read)
        self.assertEqual(len(shown), len(numbers_of_workbook), read)
        for (value, half), number in zip(shown, numbers_of_workbook):
            if "<" not in read:
                self.assertLessEqual(abs(value - scale * number), half * 1.0001, f"{read} is not {numbers_of_workbook}")

    def every(self, tables, start):
        found = [rows for caption, rows in tables if caption.startswith(start)]
        self.assertTrue(found, start)
        return found

    def test_page_workbook_and_markdown_show_the_same_rows_and_figures(self):
        page, text, book = self.reports()
        markdown = markdown_tables(text)
        with self.subTest("every table of the page is in Markdown"):
            self.assertGreater(len(page), 60)
            for caption, rows in page:
                if caption in SPLIT:
                    listed = [row for name, found in markdown if name in SPLIT for row in found]
                    self.assertEqual([row for row in rows if row not in listed], [], caption)
                elif caption.startswith("Metrics that move most"):
                    self.assertIn(rows, [found for name, found in markdown if name.startswith(caption)])
                else:
                    self.assertIn((caption, rows), markdown)
        for tables in (page, markdown):
            self.check_workbook(book, tables)

    def check_workbook(self, book, tables):
        with self.subTest("odds"):
            _, rows = self.rows(book["Odds"])
            read = [row for table in self.every(tables, "Use of resources rating") for row in table[1:]]
            self.assertEqual([row[0] for row in read], [row[1] for row in rows])
            for cells, row in zip(read, rows):
                for rating in range(4):
                    self.near(cells[1 + rating], row[2 + 2 * rating:4 + 2 * rating], 100)
        with self.subTest("from rating to rating"):
            _, rows = self.rows(book["From-to"])
            wanted = [row[2:7] for row in rows if row[1] != "Baseline"]
            read = [row for table in self.every(tables, "From the baseline's rating") for row in table[1:]
                    if not any("." in cell for cell in row)]
            self.assertEqual([(row[0], *[int(cell.replace(",", "")) for cell in row[1:]]) for row in read],
                             [tuple(row) for row in wanted])
        with self.subTest("metrics"):
            heads, rows = self.rows(book["Metrics"])
            mean, low, high, title = (heads.index(name) for name in ("Mean", "5 %", "95 %", "Metric"))
            side = {(row[0], row[title], row[1]): row for row in rows}
            for code, table in zip(("RF4", "R1F"), self.every(tables, "Initial metrics at the rating")):
                for cells in table[1:]:
                    row = side[code, cells[0], "Baseline"]
                    self.near(cells[8], [row[mean], row[low], row[high]])
                    self.assertEqual(cells[1], row[title + 1])
        with self.subTest("statement"):
            _, rows = self.rows(book["Year"])
            read = [row for table in self.every(tables, "Statement of the first year") for row in table[1:]]
            rows = [row for row in rows if isinstance(row[15], (int, float))]
            self.assertEqual([row[0] for row in read], [row[2] for row in rows])
            for cells, row in zip(read, rows):
                for cell, number in zip(cells[1:], row[3:16]):
                    self.near(cell, [number])
        with self.subTest("schemes"):
            _, rows = self.rows(book["Savings"])
            read = [row for table in self.every(tables, "Savings by scheme, ") for row in table[1:]]
            rows = [row for row in rows if len(read) > len(rows) - 1]
            by_key = {(row[1], row[2], round(row[5], 3)) for row in rows}
            for cells in read:
                delivered = numbers(cells[4])[0][0]
                self.assertTrue(any(name == cells[0] and abs(value - delivered) <= 0.051 for _, name, value in by_key), cells)

    def test_nothing_in_a_text_is_markup(self):
        _, text, _ = self.reports()
        self.assertIn("\n# Two \\| levels \\& a \\<name\\>\n", text)
        self.assertIn("\nDoes it \\*help\\*?\n", text)
        self.assertNotRegex(text.split("\n", 1)[1], r"(?<!\\)<")

    def test_one_that_somebody_changed_is_kept(self):
        self.reports()
        self.done("report", "r.h5", "--quick", "-o", "r.md")
        mine = (self.folder / "r.md").read_text(encoding="utf-8") + "My remark.\n"
        self.write("r.md", mine)
        self.refused("report", "r.h5", "--quick", "-o", "r.md", says=["r.md", "changed since", "--force"])
        self.assertEqual((self.folder / "r.md").read_text(encoding="utf-8"), mine)

    def test_what_markdown_cannot_be_is_refused(self):
        self.done("run", "baseline", "--trust", "RF4", "--trials", "16", "--out", "r.h5", "--quiet")
        self.refused("report", "r.h5", "--brief", "-o", "r.md", says=["--brief", "r.md"])
        self.refused("report", "r.h5", "--xlsx", "-o", "r.md", says=["r.md", ".xlsx"])
        self.refused("report", "r.h5", "-o", "r.txt", says=["r.txt", ".html", ".md"])

    def test_several_runs_begin_with_what_changed(self):
        self.done("run", "baseline", "--trust", "RF4", "--trials", "64", "--out", "a.h5", "--quiet")
        self.done("run", "cip_slippage", "--trust", "RF4", "--trials", "64", "--out", "b.h5", "--quiet")
        self.done("report", "a.h5", "b.h5", "--quick", "-o", "both.md")
        text = (self.folder / "both.md").read_text(encoding="utf-8")
        self.assertLess(text.index("# What changed between the runs"), text.index("\n# Baseline"))
        self.assertIn("Odds of each rating, percent of trials, from", text)


if __name__ == "__main__":
    program.main()
