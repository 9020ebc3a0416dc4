"""Where a page defines a quantity."""

import unittest

import declared_here  # noqa: F401  the folder of scripts
from tables.places import Page

TEXT = """# Made

In the text `made.plain` is one. g stands for each of the groups red, blue.

## 1. Month 0

| column | equation |
|---|---|
| `made.cost`, `.price` | trust.cost + made.row |

## 2. Months

**Costs.** They add up.

    cost_g = before x growth        total   = sum of cost_g + part
    share likewise

`<kind>` stands for each of day, night; then

    <kind>_rate = 1
"""


class Test(unittest.TestCase):
    def setUp(self):
        self.page = Page(TEXT, "made")

    def test_an_equation_is_found_under_its_heading_and_lead(self):
        self.assertEqual(self.page.places("made.total"), [("2. Months", "Costs")])
        self.assertEqual(self.page.places("made.share"), [("2. Months", "Costs")])

    def test_the_first_cell_of_a_row_defines(self):
        self.assertEqual(self.page.places("made.cost"), [("1. Month 0", "")])
        self.assertEqual(self.page.places("made.price"), [("1. Month 0", "")])

    def test_a_name_in_the_text_is_found(self):
        self.assertEqual(self.page.places("made.plain"), [("Made", "")])

    def test_a_mark_stands_for_each_of_its_kinds(self):
        self.assertEqual(self.page.places("made.cost_blue"), [("2. Months", "Costs")])
        self.assertEqual(self.page.places("made.night_rate"), [("2. Months", "Costs")])
        self.assertEqual(self.page.places("made.cost_green"), [])

    def test_what_is_only_read_is_a_mention(self):
        self.assertEqual(self.page.places("made.part"), [("2. Months", "Costs")])
        self.assertNotIn("part", self.page.defined)

    def test_part_of_a_name_is_no_mention(self):
        self.assertEqual(self.page.places("made.tot"), [])


if __name__ == "__main__":
    unittest.main()
