"""Proposed and agreed rating: what CQC makes of the proposals, by the policy's [rating.agreed]."""

import json
import shutil

import program

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
SHIPPED = "lowered = 0.0\nraised = 0.0\n"
TRIALS = 4000


class Test(program.ProgramTest):
    def policy(self, lowered, raised):
        """A copy of the policy that ships, with these probabilities; its path."""
        folder = self.folder / f"policies_{lowered}_{raised}"
        shutil.copytree(program.SOURCE / "policies", folder)
        text = (folder / "rating.toml").read_text()
        self.assertIn(SHIPPED, text)
        (folder / "rating.toml").write_text(text.replace(SHIPPED, f"lowered = {lowered}\nraised = {raised}\n"))
        return folder / "framework.toml"

    def run_with(self, *words, json_too=True, trust=program.TRUST):
        words = ("run", "cip_slippage", "--trust", trust, "--trials", TRIALS, "--out", "r.h5", *words)
        return json.loads(self.done(*words, "--json")) if json_too else self.done(*words)

    def counts(self, run, side=0, what="ratings"):
        return [run["results"][side][what][rating] * TRIALS for rating in RATINGS]

    def assert_same(self, found, expected):
        for one, other in zip(found, expected):
            self.assertAlmostEqual(one, other, places=6)

    def test_zero_leaves_every_bit(self):
        shipped = self.run_with()["results"]
        # the other probability is not 0 but cannot act: the driver is drawn, and no other draw moves
        drawn = self.run_with("--policy", self.policy(0.0, 1e-12))["results"]
        for one, other in zip(drawn, shipped):
            self.assertEqual(one["rating_counts_by_month"], other["rating_counts_by_month"])
            for rating in RATINGS:
                self.assertAlmostEqual(one["ratings"][rating], other["ratings"][rating], delta=2e-12)
        self.assertEqual(self.run_with("--policy", self.policy(0.0, 0.0))["results"], shipped)

    def test_one_lowers_every_grade_by_one_on_every_side(self):
        shipped, lowered = self.run_with(), self.run_with("--policy", self.policy(1.0, 0.0))
        for side, result in enumerate(shipped["results"]):
            bad, requires, good, outstanding = self.counts(shipped, side)
            self.assert_same(self.counts(lowered, side), [bad + requires, good, outstanding, 0])
            self.assertEqual(result["expected_score"], lowered["results"][side]["expected_score"])

    def test_one_raises_every_grade_by_one(self):
        bad, requires, good, outstanding = self.counts(self.run_with())
        raised = self.run_with("--policy", self.policy(0.0, 1.0))
        self.assert_same(self.counts(raised), [0, bad, requires, good + outstanding])

    def test_a_fifth_moves_about_a_fifth(self):
        before, after = self.counts(self.run_with()), self.counts(self.run_with("--policy", self.policy(0.2, 0.0)))
        moved = sum(sum(after[:i]) - sum(before[:i]) for i in (1, 2, 3))
        could = TRIALS - before[0]
        self.assertAlmostEqual(moved / could, 0.2, places=9)

    def test_the_combined_rating_takes_the_agreed_one(self):
        # a trust of which nothing is published, so that its quality varies and the combined rating can turn on this one;
        # RF4's quality ratings, as published, make it requires improvement whatever the use of resources
        own = self.write("own.toml", 'schema = 1\ncode = "OWN"\nname = "Own"\n[reported]\noperating_expenses = 380\n')
        shipped, lowered = (self.run_with(*words, trust=own) for words in ([], ["--policy", self.policy(1.0, 0.0)]))
        self.assertGreater(self.counts(lowered, what="combined")[0], self.counts(shipped, what="combined")[0])
        self.assertEqual(self.counts(lowered, what="quality"), self.counts(shipped, what="quality"))

    def test_the_screen_says_that_ratings_are_the_agreed_ones(self):
        said = "ratings are the agreed ones: CQC lowers 20 % of the proposals by a grade and raises 5 %"
        self.assertNotIn("agreed", self.run_with(json_too=False))
        text = " ".join(self.run_with("--policy", self.policy(0.2, 0.05), json_too=False).split())
        self.assertIn(said, text)

    def test_more_than_all_proposals_are_refused(self):
        self.refused("run", "baseline", "--trust", program.TRUST, "--policy", self.policy(0.7, 0.4),
                     says=("[rating.agreed] lowers 0.7 and raises 0.4 of the proposals (more than all)",))


if __name__ == "__main__":
    program.main()
