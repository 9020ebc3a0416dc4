"""A file of a code that ships lies over what ships."""

import json
import unittest

import program

TOML = 'schema = 1\ncode = "RF4"\nname = "Ours"\n[reported]\ndna_rate = 7.0\n'
CSV = "code,name,dna_rate\nRF4,,7.0\n"


class Test(program.ProgramTest):
    def run_of(self, name, *words):
        return json.loads(self.done("run", "baseline", "--trust", name, "--trials", "300", "--json", "--out", f"{name}.h5",
                                    *words))

    def files_of_own(self):
        self.write("o.toml", TOML)
        self.write("o.csv", CSV)
        return "o.toml", "o.csv"

    def test_what_the_file_leaves_out_is_as_it_ships(self):
        ships = self.run_of("RF4")
        for name in self.files_of_own():
            own = self.run_of(name)
            self.assertEqual(own["trusts"][0]["metrics_reported"], ships["trusts"][0]["metrics_reported"])
            self.assertGreater(ships["results"][0]["metrics"]["dna_rate"]["sd"], 1e-3)  # carried over, within a width
            self.assertLess(own["results"][0]["metrics"]["dna_rate"]["sd"], 1e-12)
            note = next(note for note in own["notes"] if "ship" in note)
            self.assertIn("Operating expenses", note)
            self.assertIn("--no-shipped-facts", note)

    def test_name_and_type_stay_where_the_file_gives_none(self):
        ships = self.run_of("RF4")["trusts"][0]["name"]
        self.files_of_own()
        self.assertEqual(self.run_of("o.csv")["trusts"][0]["name"], ships)
        self.assertEqual(self.run_of("o.toml")["trusts"][0]["name"], "Ours")
        figures = json.loads(self.done("report", "o.toml.h5", "--json"))
        self.assertEqual(figures["trusts"][0]["type"],
                         json.loads(self.done("report", "RF4.h5", "--json"))["trusts"][0]["type"])

    def test_a_file_that_gives_nothing_else_is_the_trust_that_ships(self):
        self.write("same.csv", "code,name\nRF4,\n")
        own, ships = self.run_of("same.csv"), self.run_of("RF4")
        self.assertEqual(own["results"][0]["ratings"], ships["results"][0]["ratings"])
        self.assertEqual(own["results"][0]["expected_score"], ships["results"][0]["expected_score"])

    def test_the_file_wins_field_by_field(self):
        self.write("w.csv", "code,name,operating_expenses\nRF4,,421.9\n")
        note = next(note for note in self.run_of("w.csv")["notes"] if "ship" in note)
        self.assertNotIn("Operating expenses", note)

    def test_no_shipped_facts_lets_the_file_stand_alone(self):
        for name in self.files_of_own():
            alone = self.run_of(name, "--no-shipped-facts")
            self.assertEqual(alone["trusts"][0]["metrics_reported"], 1)
            self.assertFalse([note for note in alone["notes"] if "ship" in note])

    def test_check_lists_them(self):
        self.files_of_own()
        shown = self.done("check", "o.toml")
        self.assertRegex(shown, r"Shipped: RF4: \d+ facts that ship count beside those of o.toml")
        self.assertIn("shipped: data/trusts.csv", shown)
        self.assertNotIn("Shipped:", self.done("check", "o.toml", "--no-shipped-facts"))

    def test_explain_lays_the_same_facts_under_again(self):
        self.files_of_own()
        self.run_of("o.toml")
        self.assertIn("equal to the file", self.done("explain", "o.toml.h5", "--trial", "3").lower())

    def test_a_code_of_ones_own_has_nothing_under_it(self):
        self.write("m.csv", "code,name,dna_rate\nMINE,Mine,7.0\n")
        self.assertFalse([note for note in self.run_of("m.csv")["notes"] if "ship" in note])

    def test_a_code_in_small_letters_is_no_other_trust(self):
        for name, text in (("t.toml", 'schema = 1\ncode = "rf4"\nname = "Mine"\n[reported]\ndna_rate = 7.2\n'),
                           ("t.csv", "code,dna_rate\nrf4,7.2\n")):
            self.write(name, text)
            for words in (("check", name), ("rate", name), ("run", "baseline", "--trust", name)):
                self.refused(*words, says=[name, "the trust code is 'rf4'", "write RF4"])
        self.write("own.toml", 'schema = 1\ncode = "Northgate"\nname = "Mine"\n')
        self.done("check", "own.toml")


if __name__ == "__main__":
    unittest.main()
