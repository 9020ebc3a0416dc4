"""`uor plan`, `sensitivity`, `solve`, `attribute`, `compare --why`, `visit`, `discover`: questions about what to do."""

import json

import program

LEVERS = {"people.agency_volume_change": "set = -20", "clinical.dna_rate": "add = -1.5",
          "clinical.length_of_stay_change": "set = -5", "corporate.price_performance": "set = -1.5"}


def scenario_of(levers):
    changes = "".join(f'[[level.change]]\ndriver = "{driver}"\n{change}\n' for driver, change in levers.items())
    return ('schema = 1\nname = "p"\ntitle = "p"\nquestion = "p?"\n[run]\nmonths = 12\n'
            f'[[level]]\nname = "all"\ntitle = "All of them"\n{changes}')


class Test(program.ProgramTest):
    def answer(self, *words):
        return json.loads(self.done(*words, "--json"))

    def run_plan(self, levers=None, name="p", *words):
        self.write(f"{name}.toml", scenario_of(levers or LEVERS))
        return json.loads(self.done("run", f"{name}.toml", "--trust", program.TRUST, "--trials", "2048", "--out", f"{name}.h5",
                                    "--json", *words))

    def test_shares_add_up_to_the_change_that_the_run_shows(self):
        results = self.run_plan()["results"]
        odds = [side["ratings"]["good"] + side["ratings"]["outstanding"] for side in results]
        found = self.answer("attribute", "p.h5:baseline", "p.h5:all")
        self.assertEqual([player["id"] for player in found["players"]], list(LEVERS))
        self.assertAlmostEqual(sum(player["share"] for player in found["players"]), found["total"], delta=1e-12)
        self.assertAlmostEqual(found["from"], odds[0], delta=1e-12)
        self.assertAlmostEqual(found["to"], odds[1], delta=1e-12)
        for player in found["players"]:
            self.assertGreater(player["standard_error"], 0)

    def test_what_changes_nothing_has_exactly_nothing(self):
        self.run_plan({**LEVERS, "clinical.block_share": "add = 0.0"})
        shares = {player["id"]: player for player in self.answer("attribute", "p.h5:baseline", "p.h5:all")["players"]}
        self.assertEqual(shares["clinical.block_share"]["share"], 0)
        self.assertEqual(shares["clinical.block_share"]["standard_error"], 0)

    def test_the_same_question_has_the_same_answer_to_the_byte(self):
        self.run_plan()
        words = ("attribute", "p.h5:baseline", "p.h5:all", "--json")
        self.assertEqual(self.done(*words), self.done(*words))

    def test_facts_that_differ_between_two_files_have_shares(self):
        for name, rate in (("may", 12.0), ("june", 9.0)):
            self.write(f"{name}.toml", f'schema = 1\ncode = "MINE"\nname = "Mine"\n[reported]\ntotal_income = 400\n'
                                       f'dna_rate = {rate}\nsickness_absence_rate = 4.5\n')
            self.done("run", "baseline", "--trust", f"{name}.toml", "--trials", "1024", "--out", f"{name}.h5")
        found = self.answer("attribute", "may.h5:baseline", "june.h5:baseline")
        shares = {player["id"]: player["share"] for player in found["players"]}
        self.assertIn("trust.dna_rate", shares)
        self.assertNotIn("trust.sickness_absence_rate", shares)
        self.assertGreater(shares["trust.dna_rate"], 0)
        self.assertAlmostEqual(sum(shares.values()), found["total"], delta=1e-12)

    def test_compare_says_why(self):
        self.run_plan()
        compared = self.answer("compare", "p.h5:baseline", "p.h5:all", "--why")["comparisons"][0]
        self.assertEqual(compared["why"], self.answer("attribute", "p.h5:baseline", "p.h5:all"))
        self.assertIn("What made the odds of good or better go", self.done("compare", "p.h5:baseline", "p.h5:all", "--why"))
        self.refused("compare", "p.h5:baseline", "p.h5:all", "--why", "--csv", says=["--why", "--csv"])

    def test_files_of_different_seeds_are_not_attributed(self):
        self.run_plan()
        self.run_plan(None, "q", "--seed", "2")
        self.refused("attribute", "p.h5:all", "q.h5:all", says=["seeds"])

    def test_sensitivity_has_every_driver_on_every_output(self):
        found = self.answer("sensitivity", program.TRUST, "--trials", "4096")
        outputs = {output["id"]: {row["id"]: row for row in output["drivers"]} for output in found["outputs"]}
        good = outputs["good_or_better"]
        self.assertGreater(len(good), 60)
        self.assertGreaterEqual(len(outputs), 4 + 22)
        for rows in outputs.values():
            for row in rows.values():
                self.assertGreaterEqual(row["first"], 0)
                if row["zero_odds"] < 1e-6:  # of 3,000 inert ones some look active
                    self.assertGreaterEqual(row["total"], row["first"] - 5 * (row["first_error"] + row["total_error"]), row)
        self.assertTrue(good["rating.judgement"]["idle"])  # averaged out of the odds
        self.assertEqual(good["rating.judgement"]["total"], 0)
        self.assertGreater(max(row["first"] for row in good.values()), 0.03)
        dna = outputs["metric.dna_rate"]
        self.assertEqual(max(dna, key=lambda driver: dna[driver]["total"]), "clinical.dna_rate")

    def test_sensitivity_of_a_file_is_that_of_its_run(self):
        self.done("run", "baseline", "--trust", program.TRUST, "--trials", "2048", "--seed", "5", "--out", "b.h5")
        self.assertEqual(self.done("sensitivity", "b.h5", "--json"),
                         self.done("sensitivity", program.TRUST, "--trials", "2048", "--seed", "5", "--json"))

    def test_tornado_is_what_runs_of_its_ends_give(self):
        found = self.answer("sensitivity", program.TRUST, "--trials", "2048")
        bar = next(bar for bar in found["tornado"] if bar["lever"] == "clinical.dna_rate")
        run = json.loads(self.done("run", "baseline", "--trust", program.TRUST, "--trials", "2048", "--set",
                                   f"clinical.dna_rate={bar['low']}", "--json", "--out", "s.h5"))
        odds = run["results"][-1]["ratings"]
        self.assertAlmostEqual(bar["odds_low"], odds["good"] + odds["outstanding"], delta=1e-12)

    def test_solve_keeps_its_word_on_another_seed(self):
        today = self.answer("sensitivity", program.TRUST, "--trials", "4096")["odds"]
        want = round(today + 0.03, 3)
        found = self.answer("solve", program.TRUST, "--for", "good", "--odds", want)
        self.assertTrue(found["reached"] and found["together"] and found["certified"])
        sets = [word for one in found["together"] for word in ("--set", f"{one['lever']}={one['value']}")]
        run = json.loads(self.done("run", "baseline", "--trust", program.TRUST, *sets, "--trials", "32768", "--seed", "12345",
                                   "--json", "--out", "s.h5"))
        odds = run["results"][-1]["ratings"]
        self.assertGreater(odds["good"] + odds["outstanding"], want - 2 * (found["standard_error"] + 0.001))

    def test_solve_says_what_cannot_be(self):
        found = self.answer("solve", program.TRUST, "--for", "outstanding", "--odds", "0.9")
        self.assertFalse(found["reached"])
        self.assertIn("% at most", found["why_not"])
        self.assertEqual(found["together"], [])
        self.assertIn("Cannot: ", self.done("solve", program.TRUST, "--for", "outstanding", "--odds", "0.9"))

    def test_discover_says_it_in_a_sentence(self):
        found = self.answer("discover", program.TRUST, "--when", "rating < good", "--trials", "4096")
        self.assertTrue(found["box"])
        self.assertGreater(found["held_out"]["density"], found["share"])
        self.assertIn(found["box"][0]["title"], found["sentence"])
        self.assertIn("When ", self.done("discover", program.TRUST, "--when", "rating < good", "--trials", "4096"))

    def test_visit_lists_what_could_be_known(self):
        found = self.answer("visit", program.TRUST, "--trials", "4096")["worth_knowing"]
        self.assertGreater(len(found), 10)
        self.assertEqual([row["worth"] for row in found], sorted((row["worth"] for row in found), reverse=True))
        self.assertNotIn("rating.judgement", [row["id"] for row in found])
        self.assertIn(found[0]["id"], self.done("visit", program.TRUST, "--trials", "4096"))

    def test_plan_takes_a_scenario_apart(self):
        self.write("p.toml", scenario_of(LEVERS))
        option = self.answer("plan", program.TRUST, "--scenario", "p.toml", "--trials", "2048")["options"][0]
        self.assertEqual([action["driver"] for action in option["actions"]], list(LEVERS))
        self.assertAlmostEqual(sum(action["share"] for action in option["actions"]), option["change"], delta=1e-12)
        self.assertAlmostEqual(option["today"] + option["change"], option["together"], delta=1e-12)
        text = self.done("plan", program.TRUST, "--scenario", "p.toml", "--trials", "2048")
        self.assertIn("All of them", text)
        self.assertIn("set to -20 percent", text)

    def test_screens_are_as_wide_as_a_screen_and_can_be_read_aloud(self):
        self.run_plan()
        for words in (("attribute", "p.h5:baseline", "p.h5:all"), ("visit", program.TRUST, "--trials", "2048"),
                      ("sensitivity", program.TRUST, "--trials", "2048")):
            for line in self.done(*words).splitlines():
                self.assertLessEqual(len(line), 120, line)
            self.assertTrue(self.done(*words, "--plain"))

    def test_slips_are_refused(self):
        self.refused("solve", program.TRUST, says=["--odds"])
        self.refused("solve", program.TRUST, "--odds", "1.5", says=["--odds", "1.5"])
        self.refused("solve", program.TRUST, "--odds", "0.5", "--for", "god", says=["god", "Did you mean 'good'?"])
        self.refused("solve", program.TRUST, "--odds", "0.5", "--budget", "2", says=["--budget", "--cost"])
        self.refused("solve", program.TRUST, "--odds", "0.5", "--cost", "x", says=["--cost 'x'"])
        self.refused("discover", program.TRUST, says=["--when"])
        self.refused("discover", program.TRUST, "--when", "rating is bad", says=["rating is bad"])
        self.refused("plan", program.TRUST, says=["--scenario"])
        self.refused("sensitivity", "all", says=["all"])
        self.refused("sensitivity", program.TRUST, "--trials", "10", says=["--trials", "10"])
        self.refused("attribute", "gone.h5", "gone.h5", says=["gone.h5"])


if __name__ == "__main__":
    program.main()
