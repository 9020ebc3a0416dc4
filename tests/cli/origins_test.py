"""Three states of a metric, the same everywhere: reported, derived from other reported figures, or drawn."""

import json
import re

import program

FINANCE = ("capital_service_capacity", "liquidity_days", "ie_margin", "distance_from_plan", "agency_spend")
LAST_YEAR = {"operating_expenses": 380, "total_income": 395, "employee_expenses": 245, "depreciation": 12.5, "pdc_dividend": 3.1,
             "interest": 2.2, "principal": 1.4, "last_year_surplus": 1.9, "current_assets": 34, "current_liabilities": 37,
             "agency_spend_gbp_m": 10.5, "agency_ceiling": 10, "floor_area": 98000, "planned_surplus": -2,
             "sustainability_allocation": 9, "control_total_accepted": 1}
TO_DATE = {"last_closed_month": 6, "income_to_date": 196, "planned_income_to_date": 195.5, "surplus_to_date": -0.4,
           "planned_surplus_to_date": 0.6, "sustainability_earned_to_date": 2.6, "ebitda_to_date": 8.1, "agency_to_date": 5.4,
           "current_assets_at_close": 33.2, "current_liabilities_at_close": 36.5}
OF_LAST_YEAR = {"capital_service_capacity", "liquidity_days", "ie_margin", "agency_spend"}
LEFT_OUT = [{"depreciation"}, {"interest"}, {"principal"}, {"last_year_surplus"}, {"total_income"}, {"current_liabilities"},
            {"operating_expenses"}, {"agency_ceiling"}, {"last_year_surplus", "total_income"}, {"interest", "total_income"}]
LEFT_OUT_TO_DATE = [{"ebitda_to_date"}, {"surplus_to_date"}, {"income_to_date"}, {"planned_income_to_date"},
                    {"planned_surplus_to_date"}, {"current_assets_at_close"}, {"agency_to_date"}, {"principal"}, {"interest"},
                    {"sustainability_earned_to_date"}, {"ebitda_to_date", "surplus_to_date"},
                    {"ebitda_to_date", "depreciation"}, {"surplus_to_date", "depreciation"}]


class Test(program.ProgramTest):
    def trust(self, figures, name="mine.toml"):
        lines = "".join(f"{field} = {value}\n" for field, value in figures.items())
        return self.write(name, f'schema = 1\ncode = "MINE"\nname = "Mine"\npolicy_year = "2018/19"\n[reported]\n{lines}')

    def rated(self, figures, seed=1):
        rated = json.loads(self.done("rate", self.trust(figures), "--trials", "100", "--seed", seed, "--json"))
        return {metric["id"]: metric for metric in rated["metrics"]}, rated["known"]

    def check_states(self, figures):
        """A metric is derived where no draw moves it, and drawn where one does. Those that are derived."""
        (one, known), (other, _) = self.rated(figures), self.rated(figures, seed=2)
        states = {name: metric["source"] for name, metric in one.items()}
        for name in FINANCE:
            same = abs(one[name]["value"] - other[name]["value"]) <= 1e-9 * abs(one[name]["value"])
            self.assertEqual(states[name], "derived" if same else "drawn", (name, one[name]["value"], other[name]["value"]))
        for state in ("reported", "derived", "drawn"):
            self.assertEqual(known[state], list(states.values()).count(state), state)
        return [name for name, state in states.items() if state == "derived"]

    def check_left_out(self, figures, all_derived, left_out):
        self.assertEqual(set(self.check_states(figures)), all_derived)
        for fields in left_out:
            with self.subTest(without=fields):
                self.check_states({name: value for name, value in figures.items() if name not in fields})

    def test_what_other_figures_give_is_derived_and_what_a_draw_moves_is_drawn(self):
        self.check_left_out(LAST_YEAR, OF_LAST_YEAR, LEFT_OUT)

    def test_with_months_closed_the_accounts_say_what_is_derived(self):
        self.check_left_out({**LAST_YEAR, **TO_DATE}, set(FINANCE), LEFT_OUT_TO_DATE)

    def test_every_output_tells_the_three_apart(self):
        figures = {**LAST_YEAR, **TO_DATE, "dna_rate": 7.1}
        metrics, known = self.rated(figures)
        self.assertEqual((known["reported"], known["derived"], known["drawn"]), (1, 5, 16))
        sentence = "1 of 22 metrics reported, 5 derived from other reported figures; the others are drawn"
        shown = self.done("run", "baseline", "--trust", "mine.toml", "--trials", "64", "--out", "r.h5")
        for text in (shown, self.done("inspect", "r.h5"), self.done("rate", "mine.toml", "--trials", "100")):
            self.assertIn(sentence, " ".join(text.split()))
        self.done("report", "r.h5", "--quick", "-o", "r.html")
        page = (self.folder / "r.html").read_text()
        self.assertIn(sentence, page)
        self.assertEqual(len(re.findall(r"worked out from the accounts to date\.(?! Last year)", page)), 5)
        self.assertEqual(page.count("Not reported: drawn from national figures."), 16)
        self.assertIn("1 of 22 metrics is reported by the trust, 5 are worked out from other figures that it reports", page)
        report = json.loads(self.done("report", "r.h5", "--quick", "--json"))["trusts"][0]
        self.assertEqual({metric["id"]: metric["origin"] for metric in report["metrics"]},
                         {name: metric["source"] for name, metric in metrics.items()})
        words = {one["id"]: one["in_words"] for one in report["assumptions"]}
        self.assertIn("worked out from the accounts to date. Last year's is drawn", words["distance_from_plan"])

    def test_a_metric_that_is_drawn_in_part_is_called_drawn_by_check_and_page(self):
        self.trust({"operating_expenses": 380})
        text = " ".join(self.done("check", "mine.toml").split())
        self.assertIn("drawn: what the margin explains, and a draw of what it does not", text)
        self.done("run", "baseline", "--trust", "mine.toml", "--trials", "64", "--quiet", "--out", "r.h5")
        words = {one["id"]: one["in_words"]
                 for one in json.loads(self.done("report", "r.h5", "--quick", "--json"))["trusts"][0]["assumptions"]}
        self.assertEqual(words["distance_from_plan"], "Not reported: drawn, with what other figures say of it.")


if __name__ == "__main__":
    program.main()
