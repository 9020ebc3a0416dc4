"""From when a change acts: closed months stay closed, and a lever takes its time."""

import json

import program

LEVER = "people.sickness_absence_rate"  # takes 4 months


class Test(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.trust = self.write("mine.toml", 'schema = 1\ncode = "MINE"\nname = "Mine"\n[reported]\n'
                                             'operating_expenses = 380\nlast_closed_month = 6\n')
        levers = json.loads(self.done("levers", "--json"))["levers"]
        self.title = next(lever["title"] for lever in levers if lever["id"] == LEVER)
        self.leads = {lever["id"]: lever["lead_months"] for lever in levers}

    def ran(self, *words, trust=None):
        """Means of summarised quantities by month, of the side that is changed."""
        import h5py

        self.done("run", *words, "--trust", trust or self.trust, "--trials", "200", "--out", "r.h5", "--quiet")
        with h5py.File(self.folder / "r.h5") as file:
            means = file["value_mean"][-1, 0].tolist()
        (self.folder / "r.h5").unlink()
        return means

    def changed(self, body, name="s.toml"):
        return self.write(name, f'schema = 1\nname = "s"\n{body}')

    def test_an_early_month_none_and_the_earliest_one_are_the_same(self):
        first = 6 + self.leads[LEVER] + 1
        self.assertEqual(first, 11)
        wanted = self.ran("baseline", "--set", f"{LEVER}=-0.4@{first}")
        for month in ("", "@1", "@7", "@10"):
            self.assertEqual(self.ran("baseline", "--set", f"{LEVER}=-0.4{month}"), wanted, month)
        for month in ("", "from_month = 1\n", "from_month = 8\n"):
            for body in (f'[[change]]\ndriver = "{LEVER}"\nadd = -0.4\n{month}',
                         f'[[level]]\nname = "a"\n[[level.change]]\ndriver = "{LEVER}"\nadd = -0.4\n{month}',
                         f'[[vary]]\ndriver = "{LEVER}"\nas = "add"\n{month}'
                         'distribution = {shape = "constant", value = -0.4}\n'):
                self.assertEqual(self.ran(self.changed(body)), wanted, body)
        self.assertNotEqual(self.ran("baseline", "--set", f"{LEVER}=-0.4@12"), wanted)

    def test_no_question_that_ships_is_dead_half_way_through_the_year(self):
        """What each scenario changes can act on a trust with six closed months, or it says why it does not."""
        closed = program.SOURCE / "tests/fields/trusts/six_months.toml"
        for path in sorted((program.SOURCE / "scenarios").glob("*.toml")):
            text = " ".join(self.done("check", path, "--trust", closed).split())
            self.assertNotIn("it changes nothing; run more months", text, path.name)

    def test_the_held_agency_metric_moves_the_finance_score_with_six_months_closed(self):
        closed = program.SOURCE / "tests/fields/trusts/six_months.toml"
        run = json.loads(self.done("run", "agency_metric_held", "--trust", closed, "--trials", "200", "--json"))
        scores = [side["expected_score"] for side in run["results"]]
        self.assertLess(scores[-1], scores[1])

    def test_a_decision_that_came_in_time_waits_for_closed_months_alone(self):
        body = f'[[change]]\ndriver = "{LEVER}"\nadd = -0.4\ndecided = true\n'
        at_once, early = self.ran(self.changed(body)), self.ran(self.changed(body + "from_month = 7\n"))
        self.assertEqual(at_once, early)
        self.assertNotEqual(at_once, self.ran("baseline", "--set", f"{LEVER}=-0.4"))

    def test_closed_months_are_as_in_the_baseline_whatever_is_changed(self):
        import h5py

        for driver, value in ((LEVER, "-0.4@1"), ("clinical.dna_rate", "*0.9@1"), ("finance.national_price_shock", "2@1")):
            self.done("run", "baseline", "--set", f"{driver}={value}", "--trust", self.trust, "--trials", "100", "--out",
                      "c.h5", "--quiet")
            with h5py.File(self.folder / "c.h5") as file:
                change = file["change_mean"][-1, 0]
            self.assertEqual(abs(change[:, :6]).max(), 0, driver)
            (self.folder / "c.h5").unlink()

    def test_every_output_says_from_when_a_lever_acts(self):
        says = f"{self.title} acts from month 11, not from month 3 (6 months are closed and it takes 4 months to act)"
        screen = self.done("run", "baseline", "--set", f"{LEVER}=-0.4@3", "--trust", self.trust, "--trials", "100", "--out",
                           "n.h5")
        flat = " ".join(screen.split())
        self.assertIn(says, flat)
        self.assertIn("too late to be published before the rating in month 12", flat)
        self.done("report", "n.h5", "-o", "n.html")
        self.assertIn(says, (self.folder / "n.html").read_text())
        run = json.loads(self.done("run", "baseline", "--set", f"{LEVER}=-0.4", "--trust", self.trust, "--trials", "100",
                                   "--json", "--out", "j.h5"))
        self.assertIn(f"{self.title} acts from month 11 (6 months are closed and it takes 4 months to act)", run["notes"])

    def test_without_closed_months_a_lever_takes_its_time_from_the_start(self):
        for month in ("", "@1", "@5"):
            means = self.ran("baseline", "--set", f"{LEVER}=-0.4{month}", trust="RF4")
            self.assertEqual(means, self.ran("baseline", "--set", f"{LEVER}=-0.4@5", trust="RF4"))

    def test_a_lever_that_cannot_act_in_the_run_is_said_to_change_nothing(self):
        run = json.loads(self.done("run", "baseline", "--set", "support.network_share=50", "--trust", "RF4", "--trials", "64",
                                   "--json", "--out", "x.h5"))
        self.assertTrue(any("cannot act before month" in note and "support.network_share" not in note for note in run["notes"]), run["notes"])
        self.assertEqual(run["results"][0]["ratings"], run["results"][1]["ratings"])

    def test_shipped_scenarios_act_from_the_month_that_they_name(self):
        for path in sorted((program.SOURCE / "scenarios").glob("*.toml")):
            if path.stem.startswith("sector"):
                continue
            text = self.done("check", str(path), "--trust", "RF4")
            self.assertNotIn("cannot act before", " ".join(text.split()), path.stem)

    def test_a_month_that_is_none_is_refused(self):
        for month in ("0", "61", "x", "1.5", "", "-3", "3@4"):
            self.refused("run", "baseline", "--set", f"{LEVER}=-0.4@{month}", "--trust", "RF4",
                         says=[f"'{month}' is no month", "@M"])


if __name__ == "__main__":
    program.main()
