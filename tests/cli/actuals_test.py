"""A trust file in the middle of its year: closed months show what happened, open months are forecast with it."""

import program

FRAME = """schema = 1
code = "MINE"
name = "Mine"
[reported]
operating_expenses = 300
total_income = 310
employee_expenses = 190
interim_support = 0
savings_plan = 12
sustainability_allocation = 6
agency_ceiling = 10
planned_surplus = -4
"""
ACTUALS = """last_closed_month = 6
income_to_date = 152
planned_income_to_date = 153
surplus_to_date = -6
planned_surplus_to_date = -3
sustainability_earned_to_date = 1.2
agency_to_date = 6.5
savings_delivered_to_date = 2.5
"""


class Test(program.ProgramTest):
    def run_of(self, actuals):
        """Mean by month of summarised quantities of the baseline."""
        import h5py

        own = self.write("mine.toml", FRAME + actuals)
        self.done("run", "baseline", "--trust", own, "--trials", "300", "--out", "r.h5", "--quiet")
        with h5py.File(self.folder / "r.h5") as file:
            return {name.decode(): mean for name, mean in zip(file["summarised"][:], file["value_mean"][0, 0])}

    def test_the_finance_metrics_at_the_last_closed_month_are_the_reported_ones(self):
        at = {name: values[5] for name, values in self.run_of(ACTUALS).items()}
        self.assertAlmostEqual(at["metric.ie_margin"], 100 * -6 / 152, places=9)
        self.assertAlmostEqual(at["metric.distance_from_plan"], 100 * (-6 / 152 - -3 / 153), places=9)
        self.assertAlmostEqual(at["metric.agency_spend"], 100 * (6.5 / 5 - 1), places=9)

    def test_figures_to_date_are_the_sums_of_their_months(self):
        means = self.run_of(ACTUALS)
        self.assertAlmostEqual(means["finance.savings_delivered"][:6].sum(), 2.5, places=9)
        self.assertAlmostEqual(means["finance.sustainability"][:6].sum(), 1.2, places=9)
        self.assertAlmostEqual(means["finance.surplus"][:6].sum(), -6.0, places=9)

    def test_the_year_keeps_its_control_total(self):
        self.assertAlmostEqual(self.run_of(ACTUALS)["finance.control_total"].sum(), -4.0, places=9)

    def test_a_worse_half_year_makes_a_worse_second_half(self):
        usual = self.run_of(ACTUALS)["finance.surplus_before_fund"][6:].sum()
        worse = self.run_of(ACTUALS.replace("surplus_to_date = -6", "surplus_to_date = -12"))
        self.assertLess(worse["finance.surplus_before_fund"][6:].sum(), usual - 1)

    def test_no_closed_month_leaves_the_forecast_as_it_was(self):
        none, zero = self.run_of(""), self.run_of("last_closed_month = 0\n")
        for name in none:
            self.assertTrue((none[name] == zero[name]).all(), name)


if __name__ == "__main__":
    program.main()
