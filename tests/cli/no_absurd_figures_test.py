"""No figure of a report is absurd: every number of JSON, page and workbook is finite, of a size that can be, and no change is
"-0.0" or "0.0 of 0.0"."""

import json
import math
import re

import program

# A trust that reports a figure exactly, and a lever on it: nothing of it varies in the baseline.
OWN = """schema = 1
code = "T01"
name = "A trust"
[reported]
dna_rate = 7.2
estates_cost_per_m2 = 400.0
pay_cost_per_wau = 2310.0
"""
LEVERS = """
[[level]]
name = "a_little"
title = "A little less"
[[level.change]]
driver = "clinical.dna_rate"
multiply = 0.9999999
[[level]]
name = "less"
title = "A fifth less"
[[level.change]]
driver = "clinical.dna_rate"
multiply = 0.8
"""
LARGEST = 1e11
ABSURD = re.compile(r"(?<![\d.])[-\u2212]0(\.0+)?(?![\d.])|[-+\u2212]0(\.0+)? ?±|\d{12,}|e[+-]\d\d|\b(nan|inf)\b")


def numbers(value, path=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from numbers(item, f"{path}.{key}")
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from numbers(item, f"{path}[{place}]")
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield path, value


class Test(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("own.toml", OWN)
        self.scenario(LEVERS, run="trials = 600")
        self.done("run", "mine.toml", "--trust", "own.toml", "--out", "own.h5")

    def test_every_number_of_the_json_is_finite_and_of_a_size_that_can_be(self):
        figures = json.loads(self.done("report", "own.h5", "--quick", "--json"))
        found = 0
        for path, number in numbers(figures):
            self.assertTrue(math.isfinite(number) and abs(number) < LARGEST, f"{path}: {number}")
            self.assertFalse(number == 0 and math.copysign(1, number) < 0, f"{path}: -0")
            found += 1
        self.assertGreater(found, 10000)

    def test_moves_are_sized_by_how_far_trusts_lie_apart(self):
        trust = json.loads(self.done("report", "own.h5", "--quick", "--json"))["trusts"][0]
        for changes in trust["changes"]:
            for metric in changes["metrics"]:
                national = next(m for m in trust["metrics"] if m["id"] == metric["id"])["benchmark"]
                apart = national["upper_quartile"] - national["lower_quartile"]
                self.assertAlmostEqual(metric["standardised"], metric["change"] / apart, 9, metric["id"])
        last = trust["changes"][-1]["metrics"][0]
        self.assertEqual(last["id"], "dna_rate")
        self.assertLess(abs(last["standardised"]), 10)

    def test_no_words_of_page_and_screens_are_absurd(self):
        self.done("report", "own.h5", "--quick", "-o", "own.html")
        page = (self.folder / "own.html").read_text()
        words = re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", page))
        texts = {"page": words, "inspect": self.done("inspect", "own.h5"), "compare": self.done("compare", "own.h5"),
                 "run": self.done("run", "mine.toml", "--trust", "own.toml", "--out", "again.h5")}
        for where, text in texts.items():
            found = ABSURD.search(re.sub(r"SHA-256.*|\b[0-9a-f]{12,64}\b", " ", text))
            self.assertIsNone(found, f"{where}: {found and text[max(0, found.start() - 80):found.end() + 20]}")

    def test_every_cell_of_the_workbook_is_finite_and_of_a_size_that_can_be(self):
        self.done("report", "own.h5", "--quick", "--xlsx", "-o", "own.xlsx")
        import openpyxl
        for sheet in openpyxl.load_workbook(self.folder / "own.xlsx"):
            for row in sheet.iter_rows(values_only=True):
                for cell in row:
                    if isinstance(cell, float):
                        self.assertTrue(math.isfinite(cell) and abs(cell) < LARGEST, f"{sheet.title}: {cell}")


if __name__ == "__main__":
    program.main()
