"""Savings schemes of a trust file or a scenario: they replace the typical programme, and nothing counts twice."""

import json

import program

TRUST = """schema = 1
code = "MINE"
name = "Mine"
[reported]
operating_expenses = 300
total_income = 310
employee_expenses = 190
interim_support = 0
"""
PAY = '[[scheme]]\nname = "Rosters"\ncategory = "pay"\nplan = 6\n'
REMINDERS = '[[scheme]]\nname = "Reminders"\nplan = 2\ndriver = "clinical.dna_rate"\nadd = -2\nstart_month = 3\n'


class Test(program.ProgramTest):
    def trust(self, schemes, name="mine.toml"):
        return self.write(name, TRUST + schemes)

    def asking(self, body):
        return self.write("s.toml", 'schema = 1\nname = "s"\n[run]\ntrials = 200\n' + body)

    def means(self, *words):
        """Mean of summarised quantities by month and side of a run, from the result file."""
        import h5py

        self.done("run", *words, "--out", "r.h5", "--quiet")
        with h5py.File(self.folder / "r.h5") as file:
            names = [name.decode() if isinstance(name, bytes) else name for name in file["summarised"][:]]
            mean = file["value_mean"][:]  # side, trust, summarised, month
            return {name: mean[:, 0, i, :] for i, name in enumerate(names)}

    def test_the_programme_of_a_trust_replaces_the_typical_one(self):
        own = self.trust(PAY + "start_month = 4\ndelivery = 100\n")
        means = self.means("baseline", "--trust", own, "--trials", "200")
        self.assertAlmostEqual(means["finance.plan_savings"][0].sum(), 6.0, places=9)
        delivered = means["finance.scheme_1_delivered"][0]
        self.assertEqual(list(delivered[:3]), [0, 0, 0])
        self.assertAlmostEqual(delivered[3], 6 / 9, places=9)
        self.assertEqual(means["finance.scheme_2_delivered"][0].sum(), 0)
        self.assertEqual(means["finance.savings_nonpay"][0].sum(), 0)

    def test_a_late_scheme_delivers_less(self):
        own = self.trust(PAY + "delivery = 100\ndelay = 3\n")
        means = self.means("baseline", "--trust", own, "--trials", "200")
        self.assertAlmostEqual(means["finance.scheme_1_delivered"][0].sum(), 6 * 9 / 12, places=9)

    def test_a_scheme_through_a_driver_moves_it_and_has_no_money(self):
        plain = self.means("baseline", "--trust", self.trust(PAY), "--trials", "200")
        both = self.means("baseline", "--trust", self.trust(PAY + REMINDERS), "--trials", "200")
        self.assertAlmostEqual(both["finance.plan_savings"][0].sum(), 8.0, places=9)
        self.assertGreater(plain["metric.dna_rate"][0][-1] - both["metric.dna_rate"][0][-1], 1.0)
        self.assertEqual(plain["metric.dna_rate"][0][1], both["metric.dna_rate"][0][1])  # from June on

    def test_a_lever_and_a_scheme_on_one_driver_count_once(self):
        own = self.trust(REMINDERS)
        scenario = self.asking('[[change]]\ndriver = "clinical.dna_rate"\nadd = -2\n')
        text = self.done("run", scenario, "--trust", own, "--out", "r.h5")
        words = " ".join(text.split())
        self.assertIn("by the scheme 'Reminders': only the scenario's change counts", words)
        levers = self.means(scenario, "--trust", own)
        alone = self.means(scenario, "--trust", self.trust(REMINDERS.replace("add = -2", "add = 0"), "other.toml"))
        self.assertEqual(levers["metric.dna_rate"][1][-1], alone["metric.dna_rate"][1][-1])

    def test_a_scenario_may_bring_its_own_programme(self):
        own = self.trust(PAY + REMINDERS)
        scenario = self.asking('[[scheme]]\nname = "New"\ncategory = "nonpay"\nplan = 9\n')
        means = self.means(scenario, "--trust", own)
        self.assertAlmostEqual(means["finance.plan_savings"][1].sum(), 9.0, places=9)
        self.assertAlmostEqual(means["finance.savings_pay"][1].sum(), 0, places=9)
        self.assertGreater(means["metric.dna_rate"][1][-1], means["metric.dna_rate"][0][-1] + 1)  # no reminders any more

    def test_levels_may_differ_in_their_programme(self):
        body = "".join(f'[[level]]\nname = "l{plan}"\n[[level.scheme]]\nname = "S"\ncategory = "pay"\nplan = {plan}\n'
                       for plan in (3, 5))
        result = json.loads(self.done("run", self.asking(body), "--trust", self.trust(PAY), "--out", "r.h5", "--json"))
        self.assertEqual([row["scenario"] for row in result["results"]], ["baseline", "l3", "l5"])

    def test_a_plan_that_disagrees_is_refused(self):
        own = self.write("mine.toml", TRUST + "savings_plan = 9\n" + PAY)
        self.refused("check", own, says=["mine.toml:9:16", "savings_plan is 9", "schemes come to 6", "2 %"])

    def test_an_unknown_driver_is_refused_with_the_nearest(self):
        own = self.trust(REMINDERS.replace("dna_rate", "dna_rat"))
        self.refused("run", "baseline", "--trust", own, says=["mine.toml", "clinical.dna_rat", "clinical.dna_rate"])

    def test_a_driver_that_is_no_lever_is_refused(self):
        own = self.trust(REMINDERS.replace("clinical.dna_rate", "clinical.emergency_noise"))
        self.refused("run", "baseline", "--trust", own, says=["mine.toml", "nobody can change", "uor levers"])


if __name__ == "__main__":
    program.main()
