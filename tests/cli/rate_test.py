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

    def test_the_forecast_is_that_of_a_run_of_the_baseline(self):
        rated = self.rated(program.TRUST, "--trials", "700", "--seed", "9")
        run = json.loads(self.done("run", "baseline", "--trust", program.TRUST, "--trials", "700", "--seed", "9", "--json"))
        self.assertEqual(rated["forecast"]["month"], 12)
        self.assertEqual(rated["forecast"]["ratings"], run["results"][0]["ratings"])
        self.assertEqual(rated["forecast"]["expected_score"], run["results"][0]["expected_score"])
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
        """M034 of docs/framework.md."""
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
            self.assertGreaterEqual(without["good"] + without["outstanding"], good - 1e-12)
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

    FINANCE = {"capital_service_capacity": 4, "liquidity_days": 15, "ie_margin": 4, "distance_from_plan": 1,
               "agency_spend": -30}

    def own(self, name="mine.toml", frame="", **reported):
        """A trust file; a field may be a number or the text of a table."""
        lines = "".join(f"{field} = {value}\n" for field, value in {"operating_expenses": 380, **reported}.items())
        return self.write(name, f'schema = 1\ncode = "MINE"\nname = "Mine"\n{frame}[reported]\n{lines}')

    def test_five_finance_metrics_in_the_best_band_give_the_best_finance_score_in_every_trial(self):
        rated = self.rated(self.own(**self.FINANCE), "--trials", "500")
        self.assertEqual(rated["finance_score_shares"], [1, 0, 0, 0])
        self.assertGreater(rated["forecast"]["finance_score"], rated["finance_score"])
        metrics = {metric["id"]: metric for metric in rated["metrics"]}
        for name, value in self.FINANCE.items():
            self.assertAlmostEqual(metrics[name]["value"], value)

    def test_today_is_what_is_reported_without_noise_of_a_year_to_come(self):
        """M024 of docs/framework.md."""
        metrics = {"dna_rate": 7.1, "emergency_readmissions_30d": 8.3, "pay_cost_per_wau": 2210, "estates_cost_per_m2": 350,
                   "staff_retention_rate": 85.1}
        for closed in ({}, {"last_closed_month": 6}):
            rated = self.rated(self.own(**metrics, **closed), "--trials", "200")
            shown = {metric["id"]: metric["value"] for metric in rated["metrics"]}
            for name, value in metrics.items():
                self.assertAlmostEqual(shown[name], value, places=9, msg=f"{name} {closed}")

    def test_with_months_closed_today_is_the_last_of_them(self):
        rated = self.rated(self.own(last_closed_month=6, income_to_date=200, surplus_to_date=4, planned_income_to_date=200,
                                    planned_surplus_to_date=1, sustainability_earned_to_date=0), "--trials", "200")
        self.assertEqual((rated["month"], rated["date"], rated["forecast"]["date"]), (6, "2018-09", "2019-03"))
        shown = {metric["id"]: metric["value"] for metric in rated["metrics"]}
        self.assertAlmostEqual(shown["ie_margin"], 2, places=6)
        self.assertAlmostEqual(shown["distance_from_plan"], 1.5, places=6)

    def test_the_month_of_the_forecast_is_a_choice_and_moves_nothing_of_today(self):
        march, november = (self.rated(program.TRUST, "--trials", "300", *words) for words in ((), ("--month", "8")))
        self.assertEqual((november["forecast"]["month"], november["forecast"]["date"]), (8, "2019-11"))
        self.assertEqual(november["ratings"], march["ratings"])
        self.assertNotEqual(november["forecast"]["ratings"], march["forecast"]["ratings"])
        self.assertIn("forecast to November 2019, month 8",
                      self.done("rate", program.TRUST, "--trials", "300", "--month", "8"))
        self.refused("rate", program.TRUST, "--month", "0", says=["--month '0'", "1 to 60"])

    def test_what_the_trust_forecasts_counts_today(self):
        def good(forecast):
            rated = self.rated(self.own(planned_surplus=0, sustainability_allocation=0, distance_from_plan=0, ie_margin=0,
                                        forecast_surplus=forecast), "--trials", "2000")
            plan = next(part for part in rated["other_parts"] if part["id"] == "finance.part_plan")
            return rated["expected_score"], plan["score"]
        worse, on_plan, better = good(-20), good(0), good(6)
        self.assertTrue(worse[0] < on_plan[0] < better[0], (worse, on_plan, better))
        self.assertTrue(worse[1] < on_plan[1] < better[1], (worse, on_plan, better))

    def test_a_change_over_the_year_is_the_reported_one_and_acts(self):
        """M030: Every metric outside finance, and the margin, both ways."""
        base = self.rated("RF4", "--trials", "100")
        for metric in base["metrics"]:
            if metric["kloe"] == "finance" and metric["id"] != "ie_margin":
                continue
            name, value = metric["id"], metric["national_median"]
            low = metric["unit"].startswith("GBP") or name in ("preproc_nonelective_bed_days", "preproc_elective_bed_days",
                                                              "emergency_readmissions_30d", "dna_rate",
                                                              "sickness_absence_rate", "cost_per_test")
            step = 2.0 if metric["kloe"] == "finance" or name == "staff_retention_rate" else 0.2 * value
            scores = {}
            for word, year_ago in (("improved", value + step if low else value - step),
                                   ("deteriorated", value - step if low else value + step)):
                rated = self.rated(self.own(**{name: value, name + "_year_ago": year_ago}), "--trials", "400")
                row = next(one for one in rated["metrics"] if one["id"] == name)
                self.assertEqual((row["direction"], row["year_ago"]), (word, year_ago), name)
                self.assertIn(f"{word} from ", row["change"])
                scores[word] = rated["expected_score"]
            self.assertGreater(scores["improved"], scores["deteriorated"], name)

    def test_a_plan_that_was_met_a_year_ago_is_a_better_record(self):
        scores = [self.rated(self.own(distance_from_plan=0, distance_from_plan_year_ago=before), "--trials", "400")
                  ["expected_score"] for before in (-3, 1)]
        self.assertLess(scores[0], scores[1])

    def test_money_that_rises_with_national_prices_is_steady(self):
        rated = self.rated(self.own(pay_cost_per_wau=2170, pay_cost_per_wau_year_ago=2125), "--trials", "100")
        row = next(one for one in rated["metrics"] if one["id"] == "pay_cost_per_wau")
        self.assertEqual(row["direction"], "steady")
        self.assertIn("at the prices of now", row["change"])

    def test_without_a_figure_of_a_year_ago_the_change_is_not_known(self):
        text = self.done("rate", self.own(dna_rate=7.0, dna_rate_year_ago=9.5, emergency_readmissions_30d=7.5,
                                          emergency_readmissions_30d_year_ago=6.0), "--trials", "100")
        self.assertIn("improved from 9.5 to 7.0", text)
        self.assertIn("deteriorated from 6.0 to 7.5", text)
        self.assertIn("20 metrics not known", text)
        rated = self.rated(self.own(dna_rate=7.0), "--trials", "100")
        row = next(one for one in rated["metrics"] if one["id"] == "dna_rate")
        self.assertEqual((row["direction"], row["year_ago"]), (None, None))
        self.assertIn("not known", row["change"])

    def test_ratings_of_pilot_years_are_indicative(self):
        """M020 of docs/framework.md."""
        for year, indicative in (("2016/17", True), ("2017/18", True), ("2018/19", False), ("2019/20", False)):
            own = self.own(frame=f'policy_year = "{year}"\n')
            self.assertEqual(self.rated(own, "--trials", "100")["indicative"], indicative, year)
            self.assertEqual("indicative (shadow)" in self.done("rate", own, "--trials", "100"), indicative, year)
            self.assertEqual("indicative (shadow)" in self.done("run", "baseline", "--trust", own, "--trials", "100", "--out",
                                                                f"{year[:4]}.h5"), indicative, year)

    def test_what_a_check_says_is_worth_knowing_is_of_the_same_day(self):
        rated = self.rated("RF4", "--trials", "16384")
        worth = max(rated["unknown"], key=lambda unknown: unknown["worth"])
        self.assertIn(f"[{worth['id']}]", self.done("check", "RF4"))

    def test_unknown_trust_names_the_nearest(self):
        self.refused("rate", "RF5", says=["RF5", "Did you mean"])

    def test_bad_numbers_are_refused(self):
        self.refused("rate", "RF4", "--trials", "99", says=["--trials '99'", "100 to"])
        self.refused("rate", "RF4", "--seed", "-1", says=["--seed '-1'"])


if __name__ == "__main__":
    program.main()
