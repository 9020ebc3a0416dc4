"""A policy that extends the framework that ships: one number, rows of its own, a sixth key line with its plugin."""

import json
import os
import pathlib
import shutil

import h5py
import program

PLUGIN = pathlib.Path(os.environ["UOR_BAD_PLUGINS"]) / "uor_sixth_scorer.so"
SIXTH = """schema = 1
extends = "framework"

[[kloe]]
id = "digital"
title = "Digital"
question = "How well does the trust use what is digital?"
weight = 0.2
standing = "assumed"
source = "ours"
"""

STAFF = """schema = 1
extends = "framework"

[[shown_beside]]
id = "staff_score"
title = "Staff score"
quantity = "people.score"
"""


class Test(program.ProgramTest):
    def policy(self, text):
        (self.folder / "house.toml").write_text(text)
        return ("--policy", "house.toml")

    def rate(self, *options):
        return json.loads(self.done("rate", "RF4", "--trials", "300", "--json", *options))

    def sixth(self):
        (self.folder / "plugins").mkdir()
        shutil.copy(PLUGIN, self.folder / "plugins")
        return (*self.policy(SIXTH), "--plugin-path", "plugins")

    def test_one_changed_number_is_a_file_of_three_lines(self):
        own = self.rate(*self.policy('schema = 1\nextends = "framework"\nfit.cuts.good = 2.5\n'))
        option = self.rate("--policy-set", "fit.cuts.good=2.5")
        self.assertEqual(own["ratings"], option["ratings"])
        self.assertTrue(any("fit.cuts.good is 2.5, not" in note and "(house.toml)" in note for note in own["notes"]), own["notes"])

    def test_a_result_is_replayed_under_the_policy_that_it_was_run_with(self):
        policy = self.policy('schema = 1\nextends = "framework"\nfit.cuts.good = 2.5\n')
        self.done("run", "baseline", "--trust", "RF4", "--trials", "200", "--quiet", "--out", "r.h5", *policy)
        self.assertIn("equal to the file", self.done("explain", "r.h5", "--trial", "7").lower())
        self.done("report", "r.h5", "--quick", "-o", "r.html")
        self.assertIn("fit.cuts.good is 2.5", (self.folder / "r.html").read_text())

    def test_what_is_removed_is_told_with_what_rests_on_it(self):
        notes = self.rate(*self.policy('schema = 1\nextends = "framework"\nremove = ["kloe.support"]\n'))["notes"]
        self.assertTrue(any("[[kloe]] 'support'" in note and "named in remove" in note for note in notes), notes)
        self.assertTrue(any("outstanding_needs_good_support" in note and "rests on kloe.support" in note for note in notes), notes)

    def test_a_sixth_key_line_is_rated_stored_and_shown(self):
        options = self.sixth()
        terms = {term["id"]: term for term in self.rate(*options)["kloe"]}
        self.assertEqual(list(terms), ["clinical", "people", "support", "corporate", "finance", "digital"])
        self.assertEqual(terms["digital"]["weight"], 0.2)
        self.assertEqual(terms["digital"]["mean"], 2.5)
        self.assertAlmostEqual(sum(term["weight"] for term in terms.values()), 1)
        self.done("run", "baseline", "--trust", "RF4", "--trials", "300", "--quiet", "--out", "six.h5", *options)
        figures = json.loads(self.done("report", "six.h5", "--quick", "--json"))
        kloes = figures["trusts"][0]["kloes"]
        self.assertEqual(kloes[-1]["id"], "digital")
        self.assertEqual(kloes[-1]["weight"], 0.2)
        self.assertEqual(kloes[-1]["sides"][0]["odds"]["good"]["value"], 1)  # halves round to the better

    def test_a_second_score_beside_the_rating_is_counted_stored_and_shown(self):
        run = ("run", "baseline", "--trust", "RF4", "--trials", "300")
        shipped = json.loads(self.done(*run, "--out", "one.h5", "--json"))["results"][0]
        result = json.loads(self.done(*run, "--out", "two.h5", "--json", *self.policy(STAFF)))["results"][0]
        self.assertEqual(result["ratings"], shipped["ratings"])
        self.assertEqual(result["finance_score_counts_by_month"], shipped["finance_score_counts_by_month"])
        self.assertNotIn("scores_beside_counts_by_month", shipped)
        counts = result["scores_beside_counts_by_month"]["staff_score"]
        self.assertEqual({sum(month) for month in counts}, {300})
        with h5py.File(self.folder / "two.h5") as file:
            self.assertEqual(file["score_beside_count"][0, 0, 0].tolist(), counts)
            self.assertEqual(file["finance_score_count"][0, 0].tolist(), result["finance_score_counts_by_month"])
            self.assertEqual(counts[11], file["kloe_count"][0, 0, 1].tolist())  # at the rating as the key line is counted
        self.assertIn("Staff score, year 1", self.done("inspect", "two.h5"))
        figures = json.loads(self.done("report", "two.h5", "--quick", "--json"))["trusts"][0]
        self.assertEqual(len(figures["more_scores"]["staff_score"]["mean"][0]), 12)
        self.done("report", "two.h5", "--quick", "-o", "two.html")
        self.assertIn("Staff score by metric and month", (self.folder / "two.html").read_text())

    def test_a_sixth_key_line_without_a_plugin_is_refused(self):
        self.refused("rate", "RF4", *self.policy(SIXTH), says=["no plugin scores the KLOE 'digital'"])
