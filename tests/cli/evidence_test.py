"""Evidence beside metrics and judgements: each piece counts as the framework says, none decides, and without any nothing changes.

Rows of docs/framework.md: M009, M011 commentary; M031 context; M032 interventions; M039 to M042 additional metrics, among
them M001 technology, M057 day of surgery, M061 rosters, M062 job plans, M070 consultants; M043 local intelligence.
"""

import json

import h5py
import program

MEDG = (program.SOURCE / "tests" / "fields" / "trusts" / "medg.toml").read_text(encoding="utf-8")
TRIALS = ("--trials", 2048)
LOCAL = '\n[[local_intelligence]]\nkloe = "{}"\ntext = "A shared laboratory."\nfinding = "{}"\n'
ADDITIONAL = '\n[[additional]]\nmetric = "{}"\ntext = "Own returns."\nvalue = {}\nbenchmark = {}\n'
INTERVENTION = '\n[[intervention]]\nmetric = "dna_rate"\ntext = "Reminders."\ndate = "2018-06"\nbefore = {}\nafter = {}\n'
EVERY = ('\n[commentary]\nclinical = "Lists were <replanned>."\n[context]\nestates_cost_per_m2 = "Two old sites."\n' +
         INTERVENTION.format(9.5, 7.0) + ADDITIONAL.format("ecatalogue_transactions", 92, 80) +
         LOCAL.format("support", "outstanding"))


class Test(program.ProgramTest):
    def trust(self, more="", base=MEDG):
        return self.write("own.toml", base + more)

    def odds(self, more="", base=MEDG):
        return json.loads(self.done("rate", self.trust(more, base), *TRIALS, "--json"))["good_or_better"]

    def report(self, more, base=MEDG):
        self.done("run", "baseline", "--trust", self.trust(more, base), "--trials", 200, "--quiet", "--force", "--out", "e.h5")
        return json.loads(self.done("report", "e.h5", "--json"))["trusts"][0]

    def moves(self, more, base=MEDG):
        return [piece["moves"] for piece in self.report(more, base)["evidence"]]

    def test_without_evidence_that_counts_every_bit_stays(self):
        """M009 and M011: commentary is an assertion (M035), which is read and moves nothing."""
        def ratings(more):
            self.done("run", "baseline", "--trust", self.trust(more), "--trials", 512, "--quiet", "--force", "--out", "a.h5")
            with h5py.File(self.folder / "a.h5") as file:
                return file["rating_odds"][()].tobytes(), file["value_mean"][()].tobytes()
        self.assertEqual(ratings(""), ratings('\n[commentary]\npeople = "We do well."\n'))

    def test_each_class_moves_the_odds_the_way_it_says(self):
        """M043, M039, M032 and M031."""
        none = self.odds()
        for better, worse in ((LOCAL.format("people", "outstanding"), LOCAL.format("people", "inadequate")),
                              (ADDITIONAL.format("medicines_cost_per_wau", 150, 200),
                               ADDITIONAL.format("medicines_cost_per_wau", 250, 200))):
            self.assertGreater(self.odds(better), none)
            self.assertLess(self.odds(worse), none)
        self.assertGreater(self.odds(INTERVENTION.format(9.5, 7.0)), none)
        self.assertEqual(self.odds(INTERVENTION.format(7.0, 9.5)), none)  # it did not work: nothing to credit
        outlier = MEDG.replace("dna_rate = 7.2", "dna_rate = 9.5")
        self.assertGreater(self.odds('\n[context]\ndna_rate = "Clinics moved."\n', outlier), self.odds("", outlier))
        self.assertEqual(self.odds('\n[context]\ndna_rate = "Clinics moved."\n'), none)  # no outlier to explain

    def test_no_piece_decides_and_many_are_capped(self):
        none = self.odds()
        for kloe in ("clinical", "people", "support", "corporate", "finance"):
            self.assertLess(abs(self.odds(LOCAL.format(kloe, "outstanding")) - none), 0.05, kloe)
        few = self.odds(3 * LOCAL.format("people", "outstanding"))
        self.assertEqual(self.odds(9 * LOCAL.format("people", "outstanding")), few)
        self.assertEqual(max(self.moves(ADDITIONAL.format("consultants_with_job_plan", 100, 10))), 0.25)

    def test_the_metrics_that_the_framework_names_know_their_key_line_and_side(self):
        """M001, M040, M041, M057, M061, M062, M070; M042: any other with its key line and better side."""
        for metric, better in (("consultants_with_job_plan", "people"), ("ecatalogue_transactions", "corporate"),
                               ("day_of_surgery_elective", "clinical"), ("day_of_surgery_nonelective", "clinical"),
                               ("rosters_signed_off_weeks", "people")):
            piece = self.report(ADDITIONAL.format(metric, 11, 10))["evidence"][0]
            self.assertEqual(piece["kloe"], better)
            self.assertAlmostEqual(piece["moves"], 0.125, msg=metric)
        for metric in ("pharmacy_staff_cost_per_wau", "medicines_cost_per_wau", "estates_cost_per_wau",
                       "discipline_cost_per_test", "consultancy_spend_share"):
            self.assertAlmostEqual(self.moves(ADDITIONAL.format(metric, 11, 10))[0], -0.125, msg=metric)
        other = ADDITIONAL.format("lines with service-line reports", 11, 10) + 'kloe = "finance"\nbetter = "high"\n'
        self.assertAlmostEqual(self.moves(other)[0], 0.125)

    def test_text_travels_to_page_workbook_and_json(self):
        """M009, M011, M031 and M032."""
        trust = self.report(EVERY)
        self.assertEqual([piece["kind"] for piece in trust["evidence"]],
                         ["commentary", "context", "intervention", "additional metric", "local intelligence"])
        self.done("report", "e.h5", "--quick", "-o", "e.html")
        page = (self.folder / "e.html").read_text(encoding="utf-8")
        for text in ("Lists were &lt;replanned&gt;.", "Two old sites.", "9.5 to 7: it worked", "A shared laboratory."):
            self.assertIn(text, page)
        self.done("report", "e.h5", "-o", "e.md")
        self.assertIn("9.5 to 7: it worked", (self.folder / "e.md").read_text(encoding="utf-8"))

    def test_a_workbook_holds_the_same(self):
        """M009: a pack to fill in and hand over."""
        self.trust(EVERY)
        self.done("init", "own.xlsx", "--trust", "own.toml")
        self.assertEqual(self.odds(EVERY), json.loads(self.done("rate", "own.xlsx", *TRIALS, "--json"))["good_or_better"])

    def test_what_is_wrong_is_refused_at_its_place(self):
        for more, says in (('\n[commentary]\nclinicl = "x"\n', ("clinicl", "clinical")),
                           ('\n[context]\ndna_rat = "x"\n', ("dna_rat", "dna_rate")),
                           ('\n[[additional]]\nmetric = "consultant"\ntext = "x"\nvalue = 1\n', ("consultant", "kloe")),
                           (LOCAL.format("people", "fine"), ("fine",)),
                           ('\n[[intervention]]\nmetric = "dna_rate"\n', ("text",))):
            self.refused("run", "baseline", "--trust", self.trust(more), "--trials", 64, "--out", "no.h5", says=says)


if __name__ == "__main__":
    program.main()
