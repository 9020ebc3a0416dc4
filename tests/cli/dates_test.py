"""Dates are those of the figures: what ships ends in March 2019, and a closed month is never forecast."""

import json

import program

CLOSED = """schema = 1
code = "MINE"
name = "Mine"
policy_year = "2018/19"
[reported]
operating_expenses = 380
last_closed_month = {}
income_to_date = {}
surplus_to_date = 1
"""


class Test(program.ProgramTest):
    def rated(self, *words):
        return json.loads(self.done("rate", *words, "--trials", "100", "--json"))

    def test_the_balances_that_ship_are_of_march_2019(self):
        head = (program.SOURCE / "data/trusts.csv").read_text().split("\n", 1)[0]
        self.assertIn("interim_support_2018_19_gbp_m", head)
        self.assertNotIn("2019_20", head)
        rated = self.rated(program.TRUST)
        self.assertEqual((rated["date"], rated["forecast"]["date"], rated["prices"]), ("2019-03", "2020-03", "April 2019"))
        shown = " ".join(self.done("rate", program.TRUST, "--trials", "100").split())
        self.assertIn("Today: the last figures that ship, balances to March 2019 and others older", shown)
        self.assertIn("forecast to March 2020, month 12", shown)

    def test_the_page_has_the_same_dates(self):
        self.done("run", "baseline", "--trust", program.TRUST, "--trials", "64", "--quiet", "--out", "r.h5")
        figures = json.loads(self.done("report", "r.h5", "--json"))["trusts"][0]
        self.assertEqual(figures["prices"], "in prices of March 2020")
        self.assertIn("balances to March 2019", figures["study"]["today_is"])

    def test_a_file_that_states_its_year_is_dated_by_it(self):
        rated = self.rated(self.write("mine.toml", CLOSED.format(0, "0").split("last_closed_month")[0]))
        self.assertEqual((rated["date"], rated["forecast"]["date"]), ("2018-03", "2019-03"))

    def test_a_closed_month_is_not_forecast(self):
        self.write("mine.toml", CLOSED.format(6, 200))
        for month in (3, 6):
            self.refused("rate", "mine.toml", "--month", month,
                         says=[f"--month '{month}'", f"month {month} is closed", "today is month 6", "7 to 60"])
        self.assertEqual(self.rated("mine.toml", "--month", "7")["forecast"]["month"], 7)

    def test_a_year_that_is_closed_is_said_to_be(self):
        self.write("mine.toml", CLOSED.format(12, 400))
        shown = self.done("rate", "mine.toml", "--trials", "100")
        self.assertNotIn("forecast to", shown)
        self.assertIn("run to March 2019, month 12, closed", shown)


if __name__ == "__main__":
    program.main()
