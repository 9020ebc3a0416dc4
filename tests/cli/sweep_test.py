"""`uor sweep`: the odds under each run of a design, in one table."""

import csv
import json

import program

CUTS = 'schema = 1\n[design]\nkind = "{kind}"\n{more}\n[[factor]]\npolicy = "fit.cuts.good"\nfrom = 2.2\nto = 2.6\n'


class Test(program.ProgramTest):
    def design(self, kind="full", more="", body=""):
        return self.write("d.toml", CUTS.format(kind=kind, more=more) + body)

    def rows(self, *words):
        self.shown = self.done("sweep", "d.toml", "--trust", "RF4", "--months", "12", "--out", "t.csv", "--force", *words)
        with open(self.folder / "t.csv", newline="") as file:
            return [{key: value if key == "trust" else float(value) for key, value in row.items()} for row in csv.DictReader(file)]

    def run_odds(self, *words):
        shown = json.loads(self.done("run", "baseline", "--trust", "RF4", "--trials", "4096", "--points", "sobol", "--json",
                                     "--out", "r.h5", *words))
        return shown["results"][-1]

    def test_policy_runs_share_one_simulation_and_have_the_odds_of_a_run(self):
        self.design(body='[[factor]]\nlimiter = "financial_special_measures"\nvalues = [0.5, 0.9]\n')
        rows = self.rows()
        self.assertEqual(len(rows), 6)
        self.assertIn("1 simulated", self.shown)
        for row in (rows[0], rows[5]):
            want = self.run_odds("--policy-set", f"fit.cuts.good={row['policy.fit.cuts.good']}", "--policy-set",
                                 f"rating.limiter.financial_special_measures.probability={row['limiter.financial_special_measures']}")
            for rating, share in want["ratings"].items():
                self.assertAlmostEqual(row[rating], share, delta=1e-9)
            self.assertAlmostEqual(row["expected_rating"], want["expected_rating"], delta=1e-9)
            self.assertAlmostEqual(row["good_or_better_standard_error"], want["good_or_better_standard_error"], delta=1e-9)

    def test_a_higher_cut_makes_good_less_likely(self):
        self.design()
        good = [row["good_or_better"] for row in self.rows()]
        self.assertGreater(good[0], good[1])
        self.assertGreater(good[1], good[2])

    def test_drivers_are_simulated_each(self):
        lever, value = self.lever()
        self.write("d.toml", f'schema = 1\n[design]\nkind = "full"\n[[factor]]\ndriver = "{lever}"\nvalues = [{value}, {value * 1.5}]\n')
        rows = self.rows()
        self.assertIn("2 simulated", self.shown)
        self.assertAlmostEqual(rows[1]["good_or_better"], self.run_odds("--set", f"{lever}=={value * 1.5}")["good_or_better"], delta=1e-12)

    def test_designs_of_points_are_within_their_ranges_and_reproducible(self):
        for kind in ("lhs", "sobol"):
            self.design(kind, "runs = 8\nseed = 3")
            rows = self.rows()
            values = [row["policy.fit.cuts.good"] for row in rows]
            self.assertEqual(len(set(values)), 8)
            self.assertTrue(all(2.2 <= value < 2.6 for value in values))
            self.assertEqual(sorted(int((value - 2.2) / 0.05) for value in values), list(range(8)))
            self.assertEqual(rows, self.rows())

    def test_mistakes_are_refused_at_their_line(self):
        for text, says in (
            ('schema = 1\n[design]\nkind = "ful"\n[[factor]]\npolicy = "x"\nvalues = [1]\n', ["d.toml:3", "unknown kind 'ful'", "full"]),
            ('schema = 1\n[design]\nkind = "full"\n', ["no [[factor]]"]),
            ('schema = 1\n[design]\nkind = "lhs"\n[[factor]]\npolicy = "x"\nvalues = [1]\n', ["runs"]),
            ('schema = 1\n[design]\nkind = "full"\n[[factor]]\nvalues = [1]\n', ["a factor names nothing"]),
            ('schema = 1\n[design]\nkind = "full"\n[[factor]]\npolicy = "x"\nlimiter = "y"\nvalues = [1]\n', ["keep one"]),
            ('schema = 1\n[design]\nkind = "full"\n[[factor]]\npolicy = "x"\nfrom = 2\nto = 1\n', ["d.toml:7", "to is not above from"]),
            ('schema = 1\n[design]\nkind = "full"\n[[factor]]\npolicy = "fit.cuts.god"\nvalues = [2.4]\n', ["d.toml", "fit.cuts.god"]),
            ('schema = 1\n[design]\nkind = "full"\n[[factor]]\ndriver = "clinical.dna_rat"\nvalues = [0.1]\n', ["d.toml: run 1", "clinical.dna_rate"]),
        ):
            self.write("d.toml", text)
            self.refused("sweep", "d.toml", "--trust", "RF4", says=says)
        self.design()
        self.refused("sweep", "d.toml", "--trust", "RF4", "--out", "x.xlsx", says=["--out 'x.xlsx'", ".csv or .nc"])
        self.refused("sweep", "d.toml", "--trust", "RF4", "--out", "d.toml", says=["d.toml"])


if __name__ == "__main__":
    program.main()
