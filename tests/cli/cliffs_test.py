"""No figure of a trust turns the odds at a hair's breadth, and far worse is always worse."""

import csv
import json
import statistics

import program

TRIALS = "4096"
MIDDLING = {
    "operating_expenses": 380, "employee_expenses": 245, "interim_support": 38, "interim_support_year_ago": 34,
    "dna_rate": 7.2, "emergency_readmissions_30d": 7.7, "staff_retention_rate": 86.1, "sickness_absence_rate": 4.0,
    "estates_cost_per_m2": 341.0, "capital_service_capacity": 1.2, "liquidity_days": -13.5, "ie_margin": -0.05,
    "ie_margin_year_ago": -0.1, "distance_from_plan": -0.05, "agency_spend": 0.5, "ae_four_hour": 86,
    "night_bed_occupancy": 89, "preproc_elective_bed_days": 0.125, "preproc_nonelective_bed_days": 0.7,
    "pay_cost_per_wau": 2170, "doctors_cost_per_wau": 530, "nurses_cost_per_wau": 714, "ahp_cost_per_wau": 124,
    "top10_medicines_savings_pct": 105, "cost_per_test": 1.9, "nonpay_cost_per_wau": 1305, "finance_cost_per_100m": 680,
    "hr_cost_per_100m": 950, "procurement_score": 60}
SPREADS = {"interim_support_year_ago": 70, "interim_support": 70, "operating_expenses": 250, "employee_expenses": 160,
           "ie_margin_year_ago": 6, "ae_four_hour": 6, "night_bed_occupancy": 5.5}


def spreads():
    """Standard deviations over trusts: of metrics from their national quartiles, of others as above."""
    known = dict(SPREADS)
    with open(program.SOURCE / "data" / "benchmarks.csv", newline="") as file:
        for row in csv.DictReader(file):
            known[row["metric"]] = (float(row["upper_quartile"]) - float(row["lower_quartile"])) / 1.349
    return known


class Test(program.ProgramTest):
    def odds(self, **facts):
        lines = [f"{field} = {value}" for field, value in {**MIDDLING, **facts}.items()]
        path = self.write("t.toml", "schema = 1\ncode = \"OWN\"\nname = \"Own\"\n[reported]\n" + "\n".join(lines) + "\n")
        ratings = json.loads(self.done("rate", path, "--trials", TRIALS, "--json"))["ratings"]
        return [ratings[grade] for grade in ("inadequate", "requires_improvement", "good", "outstanding")]

    def test_a_hundredth_of_a_spread_moves_no_odds_by_three_points(self):
        middle, known = self.odds(), spreads()
        self.assertEqual(set(MIDDLING) - set(known), set())
        for field, value in MIDDLING.items():
            moved = self.odds(**{field: value + 0.01 * known[field]})
            most = max(abs(a - b) for a, b in zip(moved, middle))
            self.assertLessEqual(most, 0.03, field)

    def test_interim_support_about_a_tenth_of_expenses_is_no_cliff(self):
        good = [sum(self.odds(interim_support=share * 380, interim_support_year_ago=share * 380 - 4)[2:])
                for share in (0.09, 0.095, 0.099, 0.101, 0.105, 0.11)]
        self.assertLessEqual(max(abs(a - b) for a, b in zip(good, good[1:])), 0.06, good)
        self.assertLessEqual(abs(good[2] - good[3]), 0.03, good)
        self.assertGreater(good[0], good[-1])

    def test_far_worse_is_always_worse(self):
        by_margin = [self.odds(ie_margin=margin)[0] for margin in (-4, -8, -14, -22, -40)]
        for less, more in zip(by_margin, by_margin[1:]):
            self.assertGreater(more, min(less + 0.02, 0.995), by_margin)
        by_support = [self.odds(interim_support=owed, interim_support_year_ago=0.9 * owed)[0]
                      for owed in (38, 76, 150, 300, 500)]
        for less, more in zip(by_support, by_support[1:]):
            self.assertGreater(more, less, by_support)

    def test_spreads_are_those_of_trusts(self):
        with open(program.SOURCE / "data" / "history.csv", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["period"] == "2018/19"]
        margins = [float(row["margin"]) for row in rows]
        self.assertAlmostEqual(statistics.stdev(margins), SPREADS["ie_margin_year_ago"], delta=3)


if __name__ == "__main__":
    program.main()
