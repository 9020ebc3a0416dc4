"""`uor check` of a trust: echoed as a finance report, reconciled, and what knowing more would be worth."""

import re

import program

# What a finance manager has in half an hour: the minimum set, every figure in agreement with the others.
MINIMUM = {
    "total_income": 400.0, "operating_expenses": 390.0, "employee_expenses": 250.0, "last_closed_month": 6,
    "planned_surplus": -6.0, "sustainability_allocation": 9.0, "last_year_surplus": -8.0,
    "income_to_date": 202.0, "planned_income_to_date": 203.0, "surplus_to_date": -5.0, "planned_surplus_to_date": -4.0,
    "ebitda_to_date": 4.0, "principal": 2.0, "cash": 5.0, "current_assets": 32.0, "current_liabilities": 58.0,
    "interim_support": 40.0, "support_drawn_12m": 10.0, "agency_to_date": 6.0, "agency_ceiling": 10.0,
    "savings_plan": 15.0, "savings_delivered_to_date": 5.0, "recurrent_share": 70.0,
}


class Test(program.ProgramTest):
    def trust(self, **changes):
        figures = {**MINIMUM, **changes}
        lines = [f"{field} = {value}" for field, value in figures.items() if value is not None]
        return self.write("mine.toml", "\n".join(
            ['schema = 1', 'code = "MINE"', 'name = "Mine"', 'policy_year = "2018/19"', "[reported]", *lines, ""]))

    def line(self, text, label):
        """The words of a line of the report after its label, with the lines that continue it."""
        found = re.search(rf"(?m)^  {re.escape(label)} +(.*(?:\n {{30,}}.*)*)", text)
        self.assertIsNotNone(found, f"{label} in\n{text}")
        return " ".join(found.group(1).split())

    def test_the_minimum_set_is_whole_and_reconciles(self):
        text = self.done("check", self.trust())
        self.assertNotIn("Missing of the minimum set", text)
        self.assertIn("Nothing could be reconciled: no reported figure is given again by others", text)
        text = self.done("check", self.trust(liquidity_days=-24.0, agency_spend=20.0))
        self.assertIn("Reconciled: liquidity_days: as other reported figures give it.", text)
        self.assertIn("mine.toml: ok", text)
        self.done("run", "baseline", "--trust", "mine.toml", "--trials", "64", "--quiet")

    def test_what_a_scheme_delivered_before_it_starts_is_doubted(self):
        def checked(start, delivered):
            name = self.trust(savings_plan=None, recurrent_share=None)
            scheme = f'[[scheme]]\nname = "Late"\ncategory = "pay"\nplan = 6\nstart_month = {start}\n'
            path = self.folder / name
            path.write_text(path.read_text() + scheme + (f"delivered_to_date = {delivered}\n" if delivered else ""))
            return " ".join(self.done("check", name).split())
        doubt = "the scheme 'Late' delivered 1 GBP m to date but starts in month 8, after the 6 months that are closed"
        self.assertIn(doubt, checked(8, 1.0))
        self.assertIn(doubt, " ".join(self.done("run", "baseline", "--trust", "mine.toml", "--trials", "64").split()))
        self.assertNotIn("delivered 1 GBP m", checked(6, 1.0))
        self.assertNotIn("but starts in month", checked(8, None))

    def test_agreement_that_nobody_tested_is_not_claimed(self):
        self.write("mine.csv", "code,name,total_income,operating_expenses\nMINE,Mine,412.6,421.9\n")
        text = self.done("check", "mine.csv")
        self.assertNotIn("Reconciled:", text)
        self.assertIn("Nothing could be reconciled: no reported figure is given again by others", text)

    def test_income_that_the_statement_does_not_need_is_said(self):
        self.write("mine.csv", "code,name,total_income,operating_expenses,ie_margin\nMINE,Mine,441.26,421.9,-9\n")
        text = self.done("check", "mine.csv")
        self.assertRegex(" ".join(text.split()),
                         r"Warning: total_income is 441 GBP m but costs and margin need 4\d\d at the medians")

    def test_each_line_says_reported_derived_or_drawn(self):
        text = self.done("check", self.trust(loans_due=10.0))
        self.assertEqual(self.line(text, "Total income"), "400 GBP m reported, not used: last_year_surplus is given")
        self.assertEqual(self.line(text, "Pay (employee expenses)"), "250 GBP m reported")
        self.assertEqual(self.line(text, "  as a share of interim loans"),
                         "25.0 percent derived: 100 loans_due / interim_support")
        self.assertEqual(self.line(text, "Interim support owed a year before"),
                         "30.0 GBP m derived: interim_support - support_drawn_12m")
        self.assertRegex(self.line(text, "Depreciation"), r"GBP m drawn: pert\(.*\) x operating_expenses$")
        self.assertRegex(self.line(text, "Did-not-attend rate"), r"percent drawn: national 6.1, 7.2, 8.3$")
        self.assertRegex(self.line(text, "Forecast surplus with the fund"), "^- GBP m not given$")

    def test_last_years_surplus_gives_the_margin_and_balances_give_liquidity(self):
        text = self.done("check", self.trust())
        self.assertRegex(self.line(text, "Income that closes this statement"), r"^\d{3} GBP m derived")
        income = float(self.line(text, "Income that closes this statement").split()[0])
        margin = float(self.line(text, "Income and expenditure margin").split()[0])
        self.assertAlmostEqual(margin, -800 / income, delta=0.01)  # as far as both are printed
        self.assertRegex(self.line(text, "Income and expenditure margin"), "derived: from total_income, last_year_surplus$")
        self.assertEqual(self.line(text, "Liquidity").split()[0], f"{360 * (32 - 58) / 390:.1f}")
        self.assertEqual(self.line(text, "Other current assets, no inventories").split()[0], "27.0")

    def test_capital_service_in_one_figure_gives_principal(self):
        text = self.done("check", self.trust(principal=None, capital_service=9.0, pdc_dividend=3.0, interest=2.0))
        self.assertEqual(self.line(text, "Principal repayments a year").split()[0], "4.00")

    def test_the_variable_share_gives_the_block_share(self):
        text = self.done("check", self.trust(variable_income_share=70.0))
        self.assertEqual(self.line(text, "Contract income on block"),
                         "30.0 percent derived: 100 - variable_income_share")

    def test_spells_come_from_the_file(self):
        text = self.done("check", self.trust(elective_spells=40000, nonelective_spells=30000))
        self.assertEqual(self.line(text, "Elective and day-case spells"), "40,000 a year reported")
        self.assertEqual(self.line(text, "Non-elective spells"), "30,000 a year reported")

    def test_what_is_missing_of_the_minimum_set_is_said_and_does_not_stop(self):
        text = " ".join(self.done("check", self.trust(cash=None, recurrent_share=None)).split())
        self.assertIn("Missing of the minimum set: cash, recurrent_share", text)

    def test_a_metric_that_its_figures_contradict_is_refused_with_its_line(self):
        name = self.trust(ie_margin=3.0)
        said = self.refused("check", name, says=[
            "mine.toml:29:13: ie_margin is 3 percent but 100 last_year_surplus / total_income gives -2",
            "last_year_surplus -8, total_income 400", "leave the metric out"])
        self.assertNotIn("Warning", said)

    def test_every_contradiction_is_named(self):
        self.refused("check", self.trust(ie_margin=3.0, liquidity_days=24.0),
                     says=["ie_margin is 3 percent", "liquidity_days is 24 days", "check its sign: write -2"])

    def test_a_run_warns_of_the_contradiction_and_runs(self):
        text = " ".join(self.done("run", "baseline", "--trust", self.trust(ie_margin=3.0), "--trials", "64").split())
        self.assertIn("Warning: mine.toml:29:13: ie_margin is 3 percent but", text)

    def test_figures_that_do_not_fit_are_warned_of(self):
        text = " ".join(self.done("check", self.trust(cash=40.0, last_closed_month=None)).split())
        self.assertIn("cash (40) exceeds current_assets (32), check both", text)
        self.assertIn("given without last_closed_month", text)

    def test_a_code_is_checked_as_a_file_is(self):
        text = self.done("check", program.TRUST)
        self.assertIn(f"{program.TRUST}: ok", text)
        self.assertIn("Missing of the minimum set", text)
        self.refused("check", "RF5", says=["RF5"])

    def test_the_report_fits_the_screen(self):
        for words in (("check", program.TRUST, "--worth"), ("check", self.trust())):
            for line in self.done(*words).splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_the_template_has_the_minimum_set_first_and_parses(self):
        self.done("init", "trust.toml")
        text = (self.folder / "trust.toml").read_text(encoding="utf-8")
        fields = re.findall(r"(?m)^# ([a-z0-9_]+) =$", text)
        self.assertEqual(set(fields[:len(MINIMUM)]), set(MINIMUM))
        self.assertIn("support_drawn_12m", text)
        self.assertIn("trust.toml: ok", self.done("check", "trust.toml"))

    def test_worth_is_said_in_plain_words_and_all_of_it_when_asked(self):
        short = self.done("check", program.TRUST)
        self.assertRegex(" ".join(short.split()),
                         r"Knowing the .* would remove \d+ % of what is unknown about the rating")
        self.assertRegex(short, r"and \d+ more \(--worth\)")
        rows = re.findall(r"(?m)^ +(\d+\.\d) % ±(\d+\.\d) ", short)
        self.assertEqual(len(rows), 10)
        shares = [float(share) for share, _ in rows]
        self.assertEqual(shares, sorted(shares, reverse=True))
        self.assertGreater(len(re.findall(r"(?m)^ +\d+\.\d % ±", self.done("check", program.TRUST, "--worth"))), 10)

    def test_what_is_reported_is_worth_nothing_more(self):
        self.assertIn("distance_from_plan", self.done("check", program.TRUST, "--worth").split("What knowing")[1])
        told = self.done("check", self.trust(), "--worth").split("What knowing")[1]
        self.assertNotIn("last_year_surplus", told)


if __name__ == "__main__":
    program.main()
