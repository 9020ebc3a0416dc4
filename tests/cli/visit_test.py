"""`uor visit`: dates, agenda, who attends, what is asked, outliers (M004, M005, M010, M011, M012,
M013, M014, M016, M017)."""

import json

import program


class Test(program.ProgramTest):
    def visit(self, *words, trust=program.TRUST):
        return json.loads(self.done("visit", trust, "--trials", "1024", "--json", *words))

    def test_each_step_has_its_date(self):
        steps = {step["id"]: step for step in self.visit("--on", "2018-06-26")["steps"]}
        self.assertEqual(steps["notice"]["date"], "2018-05-26")
        self.assertEqual(steps["notice"]["standing"], "verified")
        self.assertEqual(steps["visit"]["date"], "2018-06-26")
        self.assertLess(steps["commentary"]["date"], "2018-06-26")
        self.assertGreater(steps["later_evidence"]["date"], "2018-06-26")
        self.assertIsNone(self.visit()["steps"][0]["date"])

    def test_a_trust_that_ships_is_as_it_was_known_on_that_day(self):
        visit = self.visit("--on", "2018-06-26")
        self.assertEqual(visit["newest_accounts"], "2016/17")  # those of 2017/18 came out in July
        self.assertNotIn("2018-06-26", json.dumps(visit["last_published"]))  # it was rated on that very day
        dna = next(metric for metric in visit["metrics"] if metric["id"] == "dna_rate")
        self.assertLess(dna["newest_published"], "2018-06")
        self.assertEqual(self.visit("--on", "2018-08-01")["newest_accounts"], "2017/18")

    def test_every_prompt_is_asked_in_the_session_of_its_key_line(self):
        sessions = self.visit()["sessions"]
        asked = [prompt["id"] for session in sessions for prompt in session["prompts"]]
        self.assertEqual(len(asked), len(set(asked)))
        self.assertGreater(len(asked), 30)
        for session in sessions:
            for prompt in session["prompts"]:
                self.assertIn(prompt["kloe"], session["kloes"])
                self.assertTrue(session["attend"])
        self.assertGreater(max(prompt["typical_move"] for session in sessions for prompt in session["prompts"]), 0.001)

    def test_an_outlier_is_asked_about_in_its_session(self):
        own = self.write("own.toml", 'schema = 1\ncode = "XA"\nname = "A"\n[reported]\ndna_rate = 9.9\n'
                                     'sickness_absence_rate = 3.0\n[judged]\n"people.skill_mix" = "good"\n')
        visit = self.visit(trust=own)
        outliers = {metric["id"] for session in visit["sessions"] for metric in session["outliers"]}
        self.assertEqual(outliers, {"dna_rate"})
        self.assertIn("9.9", self.done("visit", own, "--trials", "1024"))
        answers = {prompt["id"]: prompt["answer"] for session in visit["sessions"] for prompt in session["prompts"]}
        self.assertEqual(answers["people.skill_mix"], 3)

    def test_the_list_of_trusts_says_who_was_rated_when(self):
        lines = {line.split()[0]: line for line in self.done("trusts").splitlines() if line[:1] == "R"}
        self.assertIn("inadequate 2018-06-26", lines["RF4"])
        self.assertGreater(sum("no rating known" in line for line in lines.values()), 50)

    def test_a_date_that_is_no_day_is_refused(self):
        self.refused("visit", program.TRUST, "--on", "2018-06", says=("2018-06", "2018-06-26"))
        self.refused("visit", program.TRUST, "--on", "tomorrow", says=("tomorrow",))


if __name__ == "__main__":
    program.main()
