"""A run with another finance plugin: what it does not give is not shown, its titles stand, and a note says what was fitted."""

import json
import os
import pathlib
import re

import program

PLUGIN = pathlib.Path(os.environ["UOR_BAD_PLUGINS"]) / "uor_flat_finance.so"
NOTE = "fitted to the plugins that ship"


class Test(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.screen = self.done("run", "baseline", "--trust", "RF4", "--trials", "300", "--plugin", f"finance={PLUGIN}",
                                "--out", "flat.h5")

    def test_no_finance_score_is_shown_where_none_is_computed(self):
        rated = self.done("rate", "RF4", "--trials", "300", "--plugin", f"finance={PLUGIN}")
        self.done("report", "flat.h5", "--quick", "-o", "flat.html", "--plugin", f"finance={PLUGIN}")
        page = re.sub(r"(?s)<script.*?</script>", "", (self.folder / "flat.html").read_text())
        for text in (self.screen, rated):
            self.assertNotIn("Finance score", text)
        self.assertNotIn("1 best to 4 worst", page)
        self.assertNotIn('id="finance-score', page)
        figures = json.loads(self.done("report", "flat.h5", "--quick", "--json", "--plugin", f"finance={PLUGIN}"))
        self.assertEqual(figures["trusts"][0]["finance_score"]["mean"], [[]])
        told = json.loads(self.done("rate", "RF4", "--trials", "300", "--plugin", f"finance={PLUGIN}", "--json"))
        self.assertIsNone(told["finance_score"])

    def test_the_key_line_has_the_title_of_the_plugin_in_use(self):
        self.assertIn("Flat finance", self.screen)
        figures = json.loads(self.done("report", "flat.h5", "--quick", "--json"))
        titles = {kloe["id"]: kloe["title"] for kloe in figures["trusts"][0]["kloes"]}
        self.assertEqual(titles["finance"], "Flat finance")
        self.assertEqual(titles["people"], "People")

    def test_a_note_says_that_the_rating_was_fitted_to_the_plugins_that_ship(self):
        self.assertIn(NOTE, " ".join(self.screen.split()))
        figures = json.loads(self.done("report", "flat.h5", "--quick", "--json"))
        self.assertTrue(any(NOTE in note and "Flat finance" in note for note in figures["run"]["notes"]))
        self.done("report", "flat.h5", "--quick", "-o", "flat.html")
        self.assertIn(NOTE, (self.folder / "flat.html").read_text().split("<script")[0])
        shipped = self.done("run", "baseline", "--trust", "RF4", "--trials", "300", "--out", "ours.h5")
        self.assertNotIn(NOTE, " ".join(shipped.split()))


if __name__ == "__main__":
    program.main()
