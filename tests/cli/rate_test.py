"""`uor rate`: today's odds of one trust and what they are made of."""

import json

import program


class Test(program.ProgramTest):
    def rated(self, *words):
        return json.loads(self.done("rate", *words, "--json"))

    def test_screen_has_every_part_and_fits(self):
        text = self.done("rate", program.TRUST, "--trials", "2000")
        for part in ("percent of trials", "expected rating", "Latent, before limits", "Finance score", "What the latent is made of", "judgement",
                     "Metrics", "Limits on the rating", "What is unknown"):
            self.assertIn(part, text)
        for line in text.splitlines():
            self.assertLessEqual(len(line), 100, line)

    def test_odds_are_those_of_a_run_of_the_baseline(self):
        rated = self.rated(program.TRUST, "--trials", "700", "--seed", "9")
        run = json.loads(self.done("run", "baseline", "--trust", program.TRUST, "--trials", "700", "--seed", "9", "--json"))
        self.assertEqual(rated["ratings"], run["results"][0]["ratings"])
        self.assertEqual(rated["expected_score"], run["results"][0]["expected_score"])
        self.assertAlmostEqual(sum(rated["ratings"].values()), 1)
        self.assertEqual((rated["trust"], rated["trials"]), (program.TRUST, 700))

    def test_contributions_of_the_terms_add_up_to_the_mean_latent(self):
        rated = self.rated(program.TRUST, "--trials", "2000")
        terms = rated["kloe"] + rated["other_terms"]
        self.assertAlmostEqual(2.5 + sum(term["contribution"] for term in terms), rated["expected_score"])
        self.assertAlmostEqual(sum(term["variance_share"] for term in terms), 1)
        for kloe in rated["kloe"]:
            self.assertAlmostEqual(kloe["contribution"], kloe["weight"] * (kloe["mean"] - 2.5))

    def test_contributions_of_metrics_and_prompts_make_those_of_their_key_line(self):
        rated = self.rated(program.TRUST, "--trials", "2000")
        for name in ("clinical", "people", "support", "corporate"):
            parts = [part["contribution"] for part in rated["metrics"] + rated["other_parts"] if part["kloe"] == name]
            whole = next(kloe["contribution"] for kloe in rated["kloe"] if kloe["id"] == name)
            self.assertAlmostEqual(sum(parts), whole, delta=0.003)

    def test_metrics_say_what_is_reported(self):
        self.write("trust.toml", 'schema = 1\ncode = "MINE"\nname = "Mine"\n[reported]\ntotal_income = 400\n'
                                 'dna_rate = 14.0\n')
        rated = self.rated("trust.toml", "--trials", "500")
        metrics = {metric["id"]: metric for metric in rated["metrics"]}
        self.assertEqual(len(metrics), 22)
        self.assertEqual(metrics["dna_rate"]["source"], "reported")
        self.assertEqual(metrics["sickness_absence_rate"]["source"], "drawn")
        self.assertLess(metrics["dna_rate"]["score"], 1.5)
        self.assertLess(metrics["dna_rate"]["contribution"], 0)
        self.assertNotIn("dna_rate", [unknown["id"] for unknown in rated["unknown"]])
        self.assertIn("sickness_absence_rate", [unknown["id"] for unknown in rated["unknown"]])

    def test_limits_cost_what_the_odds_gain_without_them(self):
        rated = self.rated(program.TRUST, "--trials", "2000")
        self.assertTrue(rated["limiters"])
        good = rated["ratings"]["good"] + rated["ratings"]["outstanding"]
        for limiter in rated["limiters"]:
            self.assertGreater(limiter["fired"], 0)
            without = limiter["ratings_without"]
            self.assertGreaterEqual(without["good"] + without["outstanding"], good)
        best = rated["ratings_without_limiters"]
        self.assertGreater(best["good"] + best["outstanding"], good)

    def test_unknowns_are_ranked(self):
        worths = [unknown["worth"] for unknown in self.rated(program.TRUST, "--trials", "1000")["unknown"]]
        self.assertGreater(len(worths), 20)
        self.assertEqual(worths, sorted(worths, reverse=True))

    def test_nothing_is_written(self):
        self.done("rate", program.TRUST, "--trials", "200")
        self.assertEqual(self.files(), [])

    def test_one_trust_is_rated_at_a_time(self):
        self.refused("rate", "all", says=["'all' means 131 trusts", "name one"])
        self.refused("rate", "RF4", "RDD", says=["unexpected argument 'RDD'"])

    def test_unknown_trust_names_the_nearest(self):
        self.refused("rate", "RF5", says=["RF5", "Did you mean"])

    def test_bad_numbers_are_refused(self):
        self.refused("rate", "RF4", "--trials", "99", says=["--trials '99'", "100 to"])
        self.refused("rate", "RF4", "--seed", "-1", says=["--seed '-1'"])


if __name__ == "__main__":
    program.main()
