"""One number of the policy, changed by its path; and rows that [fit] replaces."""

import json
import shutil
import unittest

import program


class Test(program.ProgramTest):
    def rate(self, *options, trials=400):
        return json.loads(self.done("rate", "RF4", "--trials", trials, "--json", *options))

    def test_a_cut_that_counts_moves_the_odds(self):
        plain, higher = self.rate(), self.rate("--policy-set", "fit.cuts.good=2.4")
        self.assertLess(higher["good_or_better"], plain["good_or_better"])
        self.assertEqual(higher["latent"]["cuts"]["good"], 2.4)
        self.assertTrue(any("fit.cuts.good is 2.4, not" in note for note in higher["notes"]), higher["notes"])

    def test_the_same_number_gives_the_same_bits(self):
        plain = self.rate()
        cut = plain["latent"]["cuts"]["good"]
        same = self.rate("--policy-set", f"fit.cuts.good={cut}")
        for key in ("ratings", "expected_score", "expected_rating"):
            self.assertEqual(same[key], plain[key])

    def test_any_number_has_a_path(self):
        for option in ("rating.judgement.sd=0.3", "metric.dna_rate.median=6.5", "fit.limiter.heavy_interim_support=0",
                       "rating.limiter.financial_special_measures.probability=0.5", "parameter.clinical.dna_recovered_share=0.5",
                       "parameter.clinical.dna_recovered_share.value=0.5", "fit.indicator.four_hour=0",
                       "year.2018/19.parameter.finance.fund_size=2.4", "fresh_credibility.value=0.1"):
            notes = self.rate("--policy-set", option, trials=100)["notes"]
            self.assertTrue(any("--policy-set" in note for note in notes), option)

    def test_other_weights_are_scaled_so_that_all_sum_to_1(self):
        terms = self.rate("--policy-set", "fit.weights.finance=0.6", trials=100)["kloe"]
        weights = {term["id"]: term["weight"] for term in terms}
        self.assertEqual(weights["finance"], 0.6)
        self.assertAlmostEqual(sum(weights.values()), 1)

    def test_several_are_applied_and_kept_in_the_result_file(self):
        options = ("--policy-set", "fit.cuts.good=2.4", "--policy-set", "rating.judgement.sd=0.3")
        ran = json.loads(self.done("run", "baseline", "--trust", "RF4", "--trials", "200", "--json", "--out", "r.h5", *options))
        self.assertEqual(sum("--policy-set" in note for note in ran["notes"]), 2)
        self.assertIn("equal to the file", self.done("explain", "r.h5", "--trial", "7").lower())
        self.done("report", "r.h5", "-o", "r.html")
        self.assertIn("fit.cuts.good is 2.4", (self.folder / "r.html").read_text())

    def test_what_cannot_be_is_refused_by_the_option(self):
        for option, says in (("fit.cuts.god=2.4", "fit.cuts.good"), ("fit.cuts=2.4", "fit.cuts.outstanding"),
                             ("fit.cuts.good=9", "cuts"), ("fit.cuts.good=x", "finite"), ("fit.cuts.good", "PATH=VALUE"),
                             ("fit.weights.finance=1.2", "sum"), ("fit.weights.finance=1e308", "from 0 to 1"), ("rating.cuts.good=2.2", "fit.cuts.good"),
                             ("rating.weights.finance=0.3", "fit.weights.finance"), ("rating.judgement.sd=-1", "sd")):
            self.refused("rate", "RF4", "--policy-set", option, says=["--policy-set", says])
        self.refused("rate", "RF4", "--policy-set", "fit.cuts.good=2.4", "--policy-set", "fit.cuts.good=2.5", says=["twice"])

    def edited(self, old, new):
        shutil.copytree(program.SOURCE / "policies", self.folder / "policies")
        path = self.folder / "policies" / "rating.toml"
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1))
        return "policies/framework.toml"

    def test_an_edited_row_that_the_fit_replaces_is_told(self):
        cuts = self.rate()["latent"]["cuts"]
        policy = self.edited("good = 2.4", "good = 2.6")
        run = self.rate("--policy", policy)
        self.assertEqual(run["latent"]["cuts"], cuts)
        self.assertTrue(any("rating.cuts.good 2.6" in note and "without effect" in note for note in run["notes"]), run["notes"])
        self.assertIn("edited since the fit", self.done("check", policy))

    def test_rows_as_the_fit_found_them_are_listed_by_check_only(self):
        self.assertFalse([note for note in self.rate(trials=100)["notes"] if "edited" in note])
        shown = self.done("check", program.SOURCE / "policies" / "framework.toml")
        self.assertIn("fit.weights.finance", shown)
        self.assertNotIn("edited since the fit", shown)


if __name__ == "__main__":
    unittest.main()
