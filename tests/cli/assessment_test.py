"""The four questions of the framework for every metric, peers of choice, and what assessors ask, in the figures of a report."""

import csv
import html
import json
import tomllib

import program

TRUSTS = program.SOURCE / "tests" / "fields" / "trusts"
MEDG = (TRUSTS / "medg.toml").read_text(encoding="utf-8")


class Test(program.ProgramTest):
    def trust(self, text, *options):
        self.done("run", "baseline", "--trust", self.write("own.toml", text), "--trials", 200, "--quiet", "--force", "--out",
                  "run.h5", *options)
        return json.loads(self.done("report", "run.h5", "--json"))["trusts"][0]

    @staticmethod
    def by_id(rows):
        return {row["id"]: row for row in rows}

    def test_a_metric_says_direction_and_year_ago_as_reported(self):
        """M030."""
        text = MEDG.replace("[reported]", "[reported]\ndna_rate_year_ago = 9.5\nemergency_readmissions_30d_year_ago = 6.0")
        metrics = self.by_id(self.trust(text)["metrics"])
        self.assertEqual(metrics["dna_rate"]["direction"], "improved")
        self.assertEqual(metrics["dna_rate"]["year_ago"], 9.5)
        self.assertEqual(metrics["emergency_readmissions_30d"]["direction"], "deteriorated")
        self.assertIsNone(metrics["cost_per_test"]["direction"])

    def test_opportunities_are_the_gap_times_what_a_unit_is_worth(self):
        """M036, M037 and M048: pounds to the median, the better quartile and the peers; total cost; nothing without a price."""
        worse = self.trust((TRUSTS / "worst.toml").read_text(encoding="utf-8"))
        for metric in worse["metrics"]:
            gap = metric["line"]["sides"][0][-1]["mean"] - metric["benchmark"]["median"]
            worth, sides = metric["opportunity_gbp_m"], metric["opportunity_by_side"][0]
            if metric["kloe"] == "finance" or metric["id"] == "procurement_score":
                self.assertIsNone(worth, metric["id"])
                continue
            self.assertGreater(worth, 0, metric["id"])
            self.assertGreater(sides["to_better_quartile"], worth, metric["id"])
            self.assertIn(metric["opportunity_basis"].split(":")[0], ("verified", "derived", "unverified", "assumed"))
            if metric["id"] in ("pay_cost_per_wau", "nonpay_cost_per_wau"):
                units = worth / gap * 1e6
                self.assertGreater(units, 50_000)  # weighted activity units a year of GBP 380m at some GBP 3,900
                self.assertLess(units, 150_000)
        ratios = self.by_id(worse["ratios"])
        metrics = self.by_id(worse["metrics"])
        total = ratios["total_cost_per_wau"]
        parts = [metrics[name]["line"]["sides"][0][-1]["mean"] for name in ("pay_cost_per_wau", "nonpay_cost_per_wau")]
        self.assertAlmostEqual(total["value"][0], sum(parts))
        self.assertAlmostEqual(total["opportunity_gbp_m"][0], sum(metrics[name]["opportunity_gbp_m"] for name in
                                                                  ("pay_cost_per_wau", "nonpay_cost_per_wau")), places=6)

    def test_a_metric_at_its_median_is_worth_nothing_more_and_a_better_one_never_less(self):
        """M037."""
        bestq = self.by_id(self.trust((TRUSTS / "bestq.toml").read_text(encoding="utf-8"))["metrics"])
        self.assertEqual(bestq["dna_rate"]["opportunity_gbp_m"], 0)
        self.assertEqual(bestq["top10_medicines_savings_pct"]["opportunity_gbp_m"], 0)

    def test_agency_stands_beside_the_pay_bill(self):
        """M055: agency as a share of pay, which rises with agency spend."""
        share = [self.by_id(self.trust(MEDG.replace("agency_spend = 5", f"agency_spend = 5\nagency_spend_gbp_m = {spend}"))["ratios"])
                 ["agency_share_of_pay"]["value"][0] for spend in (6, 14)]
        self.assertTrue(0 < share[0] < share[1] < 20, share)

    def test_peers_of_choice_are_those_everywhere(self):
        """M028: named, with their medians, on page and in figures; the nearest without a choice."""
        own = self.trust(MEDG.replace("schema = 1", 'schema = 1\npeers = ["RF4", "R1F", "RTH"]', 1))
        self.assertEqual(own["peers"], ["RF4", "R1F", "RTH"])
        self.assertTrue(own["peers_chosen"])
        nearest = self.trust(MEDG)
        self.assertEqual(len(nearest["peers"]), 10)
        self.assertFalse(nearest["peers_chosen"])
        sickness = [self.by_id(trust["metrics"])["sickness_absence_rate"] for trust in (own, nearest)]
        with open(program.SOURCE / "data" / "trusts.csv", encoding="utf-8-sig", newline="") as file:
            known = [100 * float(row["sickness_absence_rate"]) for row in csv.DictReader(file) if row["ods_code"] in own["peers"]]
        self.assertAlmostEqual(sickness[0]["benchmark_as_stated"]["peer_median"], sorted(known)[1])
        self.done("run", "baseline", "--trust", self.write("own.toml", MEDG.replace("schema = 1", 'schema = 1\npeers = ["RF4", "R1F"]', 1)),
                  "--trials", 64, "--quiet", "--force", "--out", "p.h5")
        self.done("report", "p.h5", "--quick", "-o", "p.html")
        self.assertIn("Peers, chosen by the trust: RF4 Barking", (self.folder / "p.html").read_text(encoding="utf-8"))
        self.done("init", "own.xlsx", "--trust", "own.toml")
        self.done("run", "baseline", "--trust", "own.xlsx", "--trials", 64, "--quiet", "--force", "--out", "x.h5")
        self.assertEqual(json.loads(self.done("report", "x.h5", "--json"))["trusts"][0]["peers"], ["RF4", "R1F"])

    def test_peers_that_are_none_are_refused_with_the_nearest(self):
        for peers, says in (('["RF5"]', ("RF5", "RF4")), ('["RCU"]', ("RCU", "scope")), ('["RF4", "RF4"]', ("twice",)),
                            ('["MEDG"]', ("itself",)), ('"RF4"', ("peers",))):
            own = self.write("own.toml", MEDG.replace("schema = 1", f"schema = 1\npeers = {peers}", 1))
            self.refused("run", "baseline", "--trust", own, "--trials", 64, "--out", "no.h5", says=says)

    def test_caveats_of_the_framework_stand_beside_their_metrics(self):
        """M047, M049, M050, M052 and M053: cost per test is being refined; staff mix, community work, mix of tests, quality of
        functions."""
        trust = self.trust(MEDG)
        metrics = self.by_id(trust["metrics"])
        for metric, word in (("doctors_cost_per_wau", "skill mix"), ("nurses_cost_per_wau", "skill mix"),
                             ("ahp_cost_per_wau", "community"), ("cost_per_test", "mix of tests"),
                             ("cost_per_test", "refined"), ("hr_cost_per_100m", "quality"),
                             ("finance_cost_per_100m", "quality"), ("agency_spend", "pay bill")):
            self.assertIn(word, metrics[metric]["caveat"])
        self.assertIsNone(metrics["dna_rate"]["caveat"])
        self.done("report", "run.h5", "--quick", "-o", "run.html")
        page = (self.folder / "run.html").read_text(encoding="utf-8")
        self.assertIn(metrics["cost_per_test"]["caveat"], page)

    def test_each_prompt_has_who_answers_it_and_a_session_that_they_attend(self):
        """M005; M008: the question of each key line stands over its prompts."""
        trust = self.trust(MEDG)
        process = tomllib.loads((program.SOURCE / "sectors" / "acute" / "process.toml").read_text(encoding="utf-8"))
        sessions = {session["title"]: session for session in process["session"]}
        for prompt in trust["prompts"]:
            session = sessions[prompt["session"]]
            self.assertIn(prompt["kloe"], session["kloes"])
            self.assertTrue(prompt["answers"], prompt["id"])
            self.assertLessEqual(set(prompt["answers"]), set(session.get("attends", [])), prompt["id"])
            self.assertEqual(prompt["judged"], 3 if prompt["kind"] == "judged" else None, prompt["id"])
        self.assertLessEqual(max(len(session.get("attends", [])) for session in sessions.values()), 8)
        self.done("report", "run.h5", "--quick", "-o", "run.html")
        page = (self.folder / "run.html").read_text(encoding="utf-8")
        for kloe in trust["kloes"]:
            self.assertIn(kloe["question"], page)
        for step in process["process_step"]:
            self.assertIn(step["title"].split(",")[0], html.unescape(page))

    def test_the_control_total_is_shown_and_asked_for(self):
        """M067: met or not stands in the figures, and clauses of the ratings characteristics ask for it."""
        trust = self.trust(MEDG)
        self.assertIn("finance.control_total_met", [line["id"] for line in trust["money"]["fund_terms"]])
        missed = self.trust(MEDG.replace("distance_from_plan = 0", "distance_from_plan = -4"))
        held = [self.by_id(one["characteristics"])["outstanding_surplus_on_plan"]["share"][0]["value"] for one in (trust, missed)]
        self.assertGreater(held[0], held[1])

    def test_agency_over_its_ceiling_is_paid_for(self):
        """M132: spend rises into pay and takes margin and plan down with it."""
        self.done("run", "agency_over_cap", "--trust", TRUSTS / "medg.toml", "--trials", 200, "--quiet", "--force", "--out", "a.h5")
        trust = json.loads(self.done("report", "a.h5", "--json"))["trusts"][0]
        statement, metrics = self.by_id(trust["money"]["statements"]), self.by_id(trust["metrics"])
        last = {name: statement[name]["change"][-1][-1]["value"] for name in ("people.agency_spend", "people.pay")}
        self.assertGreater(last["people.agency_spend"], last["people.pay"])  # a part of it was bank
        self.assertGreater(last["people.pay"], 0)
        for metric in ("ie_margin", "distance_from_plan"):
            self.assertLess(metrics[metric]["line"]["change"][-1][-1]["value"], 0, metric)


if __name__ == "__main__":
    program.main()
