"""`uor challenge`: what the corrections of a trust's file change (M018)."""

import json

import program

OLD = 'schema = 1\ncode = "XA"\nname = "A"\n[reported]\noperating_expenses = 400\ndna_rate = 9.5\nlast_year_surplus = -20\n'


class Test(program.ProgramTest):
    def challenge(self, new, *words):
        self.write("old.toml", OLD)
        self.write("new.toml", new)
        return json.loads(self.done("challenge", "old.toml", "new.toml", "--trials", "4096", "--json", *words))

    def test_corrections_stand_with_old_new_and_effect(self):
        found = self.challenge(OLD.replace("9.5", "6.0").replace("-20", "4"))
        corrections = {one["id"]: one for one in found["corrections"] if one["given"]}
        self.assertEqual(set(corrections), {"dna_rate", "last_year_surplus"})
        self.assertEqual((corrections["dna_rate"]["old"], corrections["dna_rate"]["new"]), ("9.5", "6"))
        self.assertGreater(corrections["dna_rate"]["effect"], 0)
        self.assertGreater(corrections["last_year_surplus"]["effect"], corrections["dna_rate"]["effect"])
        self.assertGreater(found["new_good_or_better"], found["old_good_or_better"])

    def test_odds_are_those_of_rate_for_either_file(self):
        found = self.challenge(OLD.replace("9.5", "6.0"))
        for name, odds in (("old.toml", found["old_ratings"]), ("new.toml", found["new_ratings"])):
            self.assertEqual(json.loads(self.done("rate", name, "--trials", "4096", "--json"))["ratings"], odds)
        alone = [one["effect"] for one in found["corrections"] if one["given"]]
        self.assertEqual(len(alone), 1)
        self.assertAlmostEqual(alone[0], found["new_good_or_better"] - found["old_good_or_better"], places=12)

    def test_the_same_file_changes_nothing(self):
        found = self.challenge(OLD)
        self.assertEqual(found["corrections"], [])
        self.assertEqual(found["old_ratings"], found["new_ratings"])
        self.assertIn("The two say the same", self.done("challenge", "old.toml", "new.toml", "--trials", "4096"))

    def test_two_trusts_are_no_two_versions(self):
        self.write("old.toml", OLD)
        self.write("new.toml", OLD.replace("XA", "XB"))
        self.refused("challenge", "old.toml", "new.toml", says=("XA", "XB", "same code"))


if __name__ == "__main__":
    program.main()
