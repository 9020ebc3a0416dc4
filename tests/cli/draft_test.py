"""`uor draft`: a report in the framework's shape whose sentences say where they come from (M007, M008, M009, M020,
M022)."""

import json

import program

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
OWN = """schema = 1
code = "XA"
name = "A & B"
policy_year = "{year}"
[reported]
dna_rate = {{value = 9.9, source = "clinic system"}}
sickness_absence_rate = 3.0
[judged]
"people.skill_mix" = "outstanding"
"clinical.girft" = "inadequate"
"""


class Test(program.ProgramTest):
    def own(self, year="2018/19"):
        return self.write("own.toml", OWN.format(year=year))

    def draft(self, *words, **options):
        return json.loads(self.done("draft", self.own(**options), "--trials", "4096", "--json", *words))

    def test_every_sentence_says_where_it_comes_from(self):
        draft = self.draft()
        self.assertEqual([kloe["id"] for kloe in draft["kloes"]], ["clinical", "people", "support", "corporate", "finance"])
        for kloe in draft["kloes"]:
            self.assertTrue(kloe["question"].endswith("?"))
            for part in ("how_resources_are_used", "outstanding_practice", "areas_for_improvement"):
                for sentence in kloe[part]:
                    self.assertTrue(sentence["text"] and sentence["source"], sentence)

    def test_practice_and_improvement_follow_figures_and_judgements(self):
        clinical, people = self.draft()["kloes"][:2]
        words = " ".join(sentence["text"] for sentence in clinical["areas_for_improvement"])
        self.assertIn("9.9", words)
        self.assertIn("Judged inadequate", words)
        self.assertTrue(any(sentence["source"].startswith("clinic system") for sentence in clinical["areas_for_improvement"]))
        outstanding = " ".join(sentence["text"] for sentence in people["outstanding_practice"])
        self.assertIn("Judged outstanding", outstanding)
        self.assertIn("best quarter", outstanding)
        judged = [sentence for sentence in people["outstanding_practice"] if "Judged" in sentence["text"]]
        self.assertEqual(judged[0]["source"], "judged in own.toml line 9")

    def test_what_nobody_reported_is_not_spoken_of(self):
        support = self.draft()["kloes"][2]
        self.assertFalse(support["outstanding_practice"] + support["areas_for_improvement"])
        self.assertTrue(any("2 of 2 initial metrics are not reported" in sentence["text"]
                            for sentence in support["how_resources_are_used"]))

    def test_odds_and_proposal_are_those_of_rate(self):
        draft = self.draft()
        rated = json.loads(self.done("rate", self.own(), "--trials", "4096", "--json"))
        self.assertEqual(draft["odds"], [rated["ratings"][rating] for rating in RATINGS])
        self.assertEqual(draft["received"], rated["received"])
        self.assertEqual(draft["proposed"], max(rated["ratings"], key=rated["ratings"].get))

    def test_a_pilot_year_has_a_shadow_rating_and_no_combined_one(self):
        draft = self.draft(year="2016/17")
        self.assertTrue(draft["shadow"])
        self.assertIsNone(draft["received"][-1]["odds"])
        self.assertIn("Indicative (shadow) rating", self.done("draft", "own.toml", "--trials", "4096"))

    def test_word_gets_html_that_writes_over_nothing(self):
        self.own()
        self.done("draft", "own.toml", "--trials", "4096", "--out", "draft.html")
        page = (self.folder / "draft.html").read_text()
        for words in ("<h2>Proposed rating</h2>", "A &amp; B", "<h3>Outstanding practice</h3>", "Support needs", "[clinic system"):
            self.assertIn(words, page)
        self.refused("draft", "own.toml", "--trials", "4096", "--out", "draft.html", says=("draft.html", "--force"))
        self.done("draft", "own.toml", "--trials", "4096", "--out", "draft.html", "--force")
        self.refused("draft", "own.toml", "--out", "draft.docx", says=("draft.docx", ".html"))


if __name__ == "__main__":
    program.main()
