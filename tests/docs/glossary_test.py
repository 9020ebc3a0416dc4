"""The glossary of CONTRIBUTING.md: each word once, in order, with a name that the code declares where the row says."""

import re
import unittest

import declared_here as here

TEXT = (here.SOURCE / "CONTRIBUTING.md").read_text()
SECTION = TEXT.split("## Glossary\n")[1].split("\n## ")[0]
ROWS = [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in SECTION.splitlines()
        if line.startswith("| ") and not line.startswith("| word ")]
NAME = re.compile(r"`([\w:]+)` in `([\w./]+)`")


def code_of(path):
    return re.sub(r"//[^\n]*", "", (here.SOURCE / path).read_text())


def type_body(code, name):
    """What stands between the braces of a struct or class; None when it is not defined there."""
    found = re.search(rf"^(?:struct|class) {name}\b[^;{{]*\{{(.*?)^\}};", code, re.MULTILINE | re.DOTALL)
    return found[1] if found else None


def declares(code, name):
    """A type, a constant, an alias, or a function at the start of a line."""
    return re.search(rf"^(?:(?:struct|class|enum class) {name}\b(?!;)|using {name} =|inline constexpr [\w:]+ {name} =)", code,
                     re.MULTILINE) or re.search(rf"^[\w:<> ]+ {name}\(", code, re.MULTILINE)


class Test(unittest.TestCase):
    def test_every_word_stands_once_and_in_order(self):
        words = [row[0].lower() for row in ROWS]
        self.assertGreater(len(words), 40)
        self.assertEqual(words, sorted(set(words)))

    def test_every_row_has_three_cells(self):
        for row in ROWS:
            self.assertEqual(len(row), 3, row)

    def test_every_name_is_declared_where_the_row_says(self):
        for word, _, where in ROWS:
            with self.subTest(word):
                name, path = NAME.match(where).groups()
                code = code_of(path)
                *owner, last = name.split("::")
                if not owner:
                    self.assertTrue(declares(code, last), name)
                    continue
                body = type_body(code, owner[0])
                self.assertIsNotNone(body, name)
                self.assertRegex(body, rf"\b{last}\b(?:\{{\}}|\(| =|;|,)", name)

    def test_a_scenario_adjusts_and_results_change(self):
        """The two that were once one word."""
        self.assertFalse(declares(code_of("core/uor/scenario/scenario.hpp"), "Change"))
        self.assertFalse(declares(code_of("core/uor/analyse/compare.hpp"), "Adjustment"))


if __name__ == "__main__":
    unittest.main()
