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
ACCOUNTS = """ebitda_to_date = 3
pay_to_date = 93.2
cash_at_close = 3.4
current_assets_at_close = 19.5
current_liabilities_at_close = 33.5
interim_support_at_close = 4.0
support_drawn_to_date = 4.0
loans_due_at_close = 0.7
"""
SCHEMES = """
[[scheme]]
name = "Rosters"
category = "pay"
plan = 5.0
delivered_to_date = 1.6
[[scheme]]
name = "Procurement"
category = "nonpay"
plan = 4.0
start_month = 3
[[scheme]]
name = "Late"
category = "income"
plan = 3.0
start_month = 10
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

    def summaries(self, text, scenario="baseline"):
        """Mean and quantiles by month of summarised quantities, of the last side."""
        import h5py

        own = self.write("mine.toml", text)
        self.done("run", scenario, "--trust", own, "--trials", "200", "--out", "r.h5", "--quiet")
        with h5py.File(self.folder / "r.h5") as file:
            names = [name.decode() for name in file["summarised"][:]]
            return {name: (file["value_mean"][-1, 0, i], file["value_quantile"][-1, 0, i]) for i, name in enumerate(names)}

    def test_closed_months_are_the_accounts_and_carry_no_band(self):
        values = self.summaries(FRAME + ACTUALS + ACCOUNTS, "cip_slippage")
        sums = {"finance.opex": 152 - 3, "people.pay": 93.2, "corporate.nonpay": 149 - 93.2, "finance.surplus": -6,
                "finance.sustainability": 1.2, "finance.surplus_before_fund": -7.2, "finance.turnover": 150.8,
                "people.agency_spend": 6.5, "finance.savings_delivered": 2.5, "finance.support_drawn": 4.0}
        for name, total in sums.items():
            self.assertLess(abs(values[name][0][:6].sum() / total - 1), 1e-9, name)
        charges = sum(values[name][0][:6].sum() for name in ("finance.depreciation", "finance.interest",
                                                             "finance.pdc_dividend"))
        self.assertAlmostEqual(charges, 3 + 6, places=9)
        # charges and income by source, which nobody reported, are split by draws; all else is the same in every trial
        agency = [f"people.agency_{group}" for group in ("doctors", "nurses", "ahps", "other")]
        schemes = [f"finance.scheme_{n}_delivered" for n in range(1, 9)]
        self.assertAlmostEqual(sum(values[name][0][:6].sum() for name in agency), 6.5, places=9)
        self.assertAlmostEqual(sum(values[name][0][:6].sum() for name in schemes), 2.5, places=9)
        for name in [*sums, *schemes, "finance.one_off_benefits", "metric.ie_margin",
                     "metric.agency_spend", "metric.distance_from_plan", "finance.savings_delivered_share"]:
            quantiles = values[name][1][:6]
            self.assertLess((quantiles[:, -1] - quantiles[:, 0]).max(), 1e-6 * max(abs(quantiles).max(), 1), name)

    def test_balances_of_the_last_closed_month_are_those_of_the_file(self):
        values = {name: mean[5] for name, (mean, _) in self.summaries(FRAME + ACTUALS + ACCOUNTS).items()}
        self.assertAlmostEqual(values["finance.cash"], 3.4, places=9)
        self.assertAlmostEqual(values["finance.support"], 4.0, places=9)
        self.assertAlmostEqual(values["finance.loans_due"], 0.7, places=9)
        self.assertAlmostEqual(values["finance.working_capital"], 19.5 - 33.5, places=9)
        self.assertAlmostEqual(values["metric.liquidity_days"], (19.5 - 33.5) / 149 * 180, places=9)

    def test_agency_has_one_figure_in_metric_months_and_year(self):
        values = self.summaries(FRAME + ACTUALS + ACCOUNTS)
        spend = values["people.agency_spend"][0]
        for month in range(12):
            so_far = spend[:month + 1].sum()
            self.assertAlmostEqual(values["metric.agency_spend"][0][month],
                                   100 * (so_far / (10 * (month + 1) / 12) - 1), places=6)

    def test_what_is_left_out_is_scaled_to_the_totals(self):
        bare = self.summaries(FRAME + "last_closed_month = 6\nincome_to_date = 152\nsurplus_to_date = -6\n"
                              "ebitda_to_date = 3\n")
        sums = {name: bare[name][0][:6].sum() for name in ("people.pay", "corporate.nonpay", "finance.surplus")}
        self.assertAlmostEqual(sums["people.pay"], 149 * 190 / 300, places=6)
        self.assertAlmostEqual(sums["people.pay"] + sums["corporate.nonpay"], 149, places=9)
        self.assertAlmostEqual(sums["finance.surplus"], -6, places=9)

    def test_schemes_deliver_what_they_say_and_share_the_rest(self):
        values = self.summaries(FRAME + ACTUALS + SCHEMES)
        sums = [values[f"finance.scheme_{n}_delivered"][0][:6].sum() for n in range(1, 9)]
        self.assertAlmostEqual(sums[0], 1.6, places=9)
        self.assertAlmostEqual(sums[1], 0.9, places=9)
        # one that has yet to start takes a billionth of its share, so that what no other can take has a place
        self.assertLess(abs(sums[2]), 1e-9)
        self.assertEqual(sums[3:], [0] * 5)

    def test_a_scheme_that_did_well_so_far_is_forecast_better(self):
        usual = self.summaries(FRAME + ACTUALS + SCHEMES)["finance.scheme_1_delivered"][0][6:].sum()
        better = SCHEMES.replace("delivered_to_date = 1.6", "delivered_to_date = 2.3")
        self.assertGreater(self.summaries(FRAME + ACTUALS + better)["finance.scheme_1_delivered"][0][6:].sum(), usual)

    def year_of(self, text):
        return self.summaries(text)["finance.surplus"][0][:12].sum()

    def test_the_trusts_own_forecast_moves_the_year_towards_it(self):
        """M025 and M133 of docs/framework.md."""
        for frame in (FRAME, FRAME + ACTUALS):
            ours = self.year_of(frame)
            years = [self.year_of(frame + f"forecast_surplus = {ours + change}\n") for change in (-20.0, -8.0, 8.0, 20.0)]
            self.assertEqual(years, sorted(years))
            self.assertLess(years[1], ours)
            self.assertGreater(years[2], ours)
            weight = 6 / (6 + 6 + (6 if frame != FRAME else 0))
            self.assertAlmostEqual((years[3] - years[0]) / 40, weight, delta=0.2)

    def test_a_higher_forecast_is_never_worse(self):
        import json

        shares = []
        for forecast in (-40, -20, -10, -4, 2, 8, 20):
            name = self.write("f.csv", f"code,name,operating_expenses,forecast_surplus\nMINE,My trust,421.9,{forecast}\n")
            ratings = json.loads(self.done("rate", name, "--trials", "2048", "--json"))["ratings"]
            shares.append(ratings["good"] + ratings["outstanding"])
        self.assertEqual(shares, sorted(shares))
        self.assertGreater(shares[-1], shares[0] + 0.1)

    def test_one_offs_of_last_year_leave_its_underlying_position(self):
        """M026 and M133 of docs/framework.md."""
        import json

        def good(body):
            ratings = json.loads(self.done("rate", self.write("o.toml", FRAME + body), "--trials", "2048", "--json"))["ratings"]
            return ratings["good"] + ratings["outstanding"]

        for body in ("", "last_year_surplus = -3\n"):
            self.assertLess(good(body + "one_offs = 12\n"), good(body))
            self.assertGreater(good(body + "one_offs = -12\n"), good(body))

    def test_income_gives_the_margin_that_nobody_reported(self):
        text = self.done("check", self.write("i.csv", "code,name,operating_expenses,total_income,depreciation,pdc_dividend,"
                                             "interest\nMINE,Mine,300,310,9,3,2\n"))
        self.assertRegex(text, r"Income and expenditure margin +-1\.29")
        self.assertRegex(text, r"Income that closes this statement +310")

    def test_interest_takes_what_income_leaves(self):
        text = self.done("check", self.write("i.csv", "code,name,operating_expenses,total_income,depreciation,pdc_dividend,"
                                             "ie_margin\nMINE,Mine,300,310,9,3,-2\n"))
        self.assertRegex(text, r"Interest with PFI +4\.20")
        self.assertNotIn("Warning: total_income", text)

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
