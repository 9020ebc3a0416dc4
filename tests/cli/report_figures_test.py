"""The figures of `uor report --json` are the file's, read independently with h5py."""

import json

import h5py
import numpy as np

import program

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")


class Test(program.ProgramTest):
    def figures(self, *words, scenario="cip_slippage", options=()):
        """Runs the scenario, then the report: the JSON object and the open result file."""
        self.done("run", scenario, "--trials", "512", "--out", "r.h5", "--quiet", *(words or ("--trust", program.TRUST)))
        figures = json.loads(self.done("report", "r.h5", "--json", *options))
        file = h5py.File(self.folder / "r.h5")
        self.addCleanup(file.close)
        return figures, file

    def row(self, file, quantity):
        return [name.decode() for name in file["summarised"][:]].index(quantity)

    def sum_of(self, file, quantity, side):
        return file["value_mean"][side, 0, self.row(file, quantity)].sum()

    def test_odds_and_their_changes_are_those_of_the_trials(self):
        figures, file = self.figures()
        for side, odds in enumerate(figures["trusts"][0]["odds"]):
            self.assertEqual(odds["estimator"], "conditional")
            for grade, rating in enumerate(RATINGS):
                for name, array in (("rating", "rating_odds"), ("change", "rating_odds_change")):
                    self.assertEqual(odds[name][rating]["value"], file[array][side, 0, grade])
                    self.assertEqual(odds[name][rating]["standard_error"], file[array + "_se"][side, 0, grade])
                for month, shown in enumerate(odds["by_month"]):
                    self.assertEqual(shown[rating]["value"], file["rating_odds_by_month"][side, 0, month, grade])
            self.assertEqual(odds["from_to"], (file["from_to_odds"][side, 0] * 512).tolist())

    def test_changes_from_the_baseline_are_those_of_the_file(self):
        figures, file = self.figures()
        month = file.attrs["assessment_month"] - 1
        for side, changes in enumerate(figures["trusts"][0]["changes"], start=1):
            for grade, rating in enumerate(RATINGS):
                found = changes["rating"][rating]
                self.assertEqual(found["change"], file["rating_odds_change"][side, 0, grade])
                self.assertEqual(found["standard_error"], file["rating_odds_change_se"][side, 0, grade])
                self.assertEqual(found["standard_error_is"], "paired")
            sizes = [abs(metric["standardised"]) for metric in changes["metrics"] if metric["standardised"] is not None]
            self.assertEqual(sizes, sorted(sizes, reverse=True))
            for metric in changes["metrics"]:
                row = self.row(file, "metric." + metric["id"])
                self.assertEqual(metric["change"], file["change_mean"][side, 0, row, month])
                self.assertEqual(metric["to"], file["value_mean"][side, 0, row, month])

    def test_metrics_by_month_are_those_of_the_file(self):
        figures, file = self.figures()
        metrics = figures["trusts"][0]["metrics"]
        self.assertEqual(len(metrics), 22)
        for metric in metrics:
            row = self.row(file, "metric." + metric["id"])
            for side, months in enumerate(metric["line"]["sides"]):
                np.testing.assert_array_equal([month["mean"] for month in months], file["value_mean"][side, 0, row])
                np.testing.assert_array_equal([month["p95"] for month in months], file["value_quantile"][side, 0, row, :, 4])

    def test_forecast_changes_of_money_are_net_of_the_runs_own_national_prices(self):
        figures, file = self.figures()
        net = 0
        for metric in figures["trusts"][0]["metrics"]:
            for side, change in enumerate(metric["forecast_change"]):
                values = file["value_mean"][side, 0, self.row(file, "metric." + metric["id"])]
                index = file["value_mean"][side, 0, self.row(file, "national.cost_index_12m")]
                rise = index[-1] / index[0] if metric["money"] else 1.0
                self.assertAlmostEqual(change, values[-1] - values[0] * rise, delta=1e-9)
                net += metric["money"] and rise > 1.01
        self.assertGreater(net, 0)

    def test_reported_metrics_are_told_from_drawn_ones(self):
        metrics = {metric["id"]: metric for metric in self.figures()[0]["trusts"][0]["metrics"]}
        self.assertEqual(metrics["sickness_absence_rate"]["origin"], "reported")
        self.assertAlmostEqual(metrics["sickness_absence_rate"]["reported"], 4)
        self.assertEqual(metrics["procurement_score"]["origin"], "drawn")
        self.assertIsNone(metrics["procurement_score"]["reported"])
        self.assertEqual(metrics["procurement_score"]["benchmark"]["median"], 60)

    def test_the_bridge_adds_up_from_plan_to_underlying_surplus(self):
        figures, file = self.figures()
        for side, steps in enumerate(figures["trusts"][0]["bridge"]["sides"]):
            balance = 0
            for step in steps:
                balance = step["mean"] if step["id"] == "plan" else balance + (0 if step["total"] else step["mean"])
                if step["total"]:
                    self.assertAlmostEqual(step["mean"], balance, delta=1e-9, msg=step["id"])
            self.assertAlmostEqual(steps[0]["mean"], self.sum_of(file, "finance.control_total", side), delta=1e-9)
            surplus = next(step["mean"] for step in steps if step["id"] == "surplus")
            self.assertAlmostEqual(surplus, self.sum_of(file, "finance.surplus", side), delta=1e-9)

    def test_funding_by_quarter_is_the_sum_of_its_months(self):
        figures, file = self.figures()
        monthly = file["value_mean"][0, 0, self.row(file, "finance.sustainability")]
        quarters = figures["trusts"][0]["money"]["fund_by_quarter"]
        self.assertEqual(len(quarters), 4)
        for number, quarter in enumerate(quarters):
            self.assertAlmostEqual(quarter["earned"][0], monthly[3 * number:3 * number + 3].sum(), delta=1e-9)

    def test_plans_of_schemes_add_up_to_the_programme(self):
        figures, file = self.figures()
        schemes = figures["trusts"][0]["schemes"]
        self.assertTrue(schemes["typical"])
        for side, rows in enumerate(schemes["sides"]):
            self.assertEqual(len(rows), 8)
            for part, quantity in (("planned", "finance.plan_savings"), ("delivered", "finance.savings_delivered")):
                total = self.sum_of(file, quantity, side)
                self.assertAlmostEqual(sum(row[part] for row in rows), total, delta=1e-6)
                self.assertAlmostEqual(schemes["totals"][side][part], total, delta=1e-9)
        self.assertEqual(schemes["totals"][-1]["status"], "red")

    def test_a_run_of_the_baseline_alone_has_one_side(self):
        figures, _ = self.figures(scenario="baseline")
        self.assertEqual(figures["run"]["sides"], ["baseline"])
        self.assertEqual(len(figures["trusts"][0]["odds"]), 1)

    def test_many_trusts_are_rows_and_those_asked_for_are_full(self):
        trusts = [word for code in ("RF4", "R1F", "RGT", "RJ1", "RTH", "RYJ") for word in ("--trust", code)]
        figures, file = self.figures(*trusts, scenario="baseline", options=("--trust", "RYJ"))
        self.assertEqual([trust["code"] for trust in figures["trusts"]], ["RYJ"])
        self.assertEqual(len(figures["rows"]), 6)
        codes = [code.decode() for code in file["trust"][()]]
        for row in figures["rows"]:
            self.assertEqual(row["rating"][0]["good"]["value"], file["rating_odds"][0, codes.index(row["code"]), 2])
        held = figures["sector"]["held"][0]["requires_improvement"]
        self.assertAlmostEqual(held["mean"], file["rating_odds"][0, :, 1].sum(), delta=1e-9)
        np.testing.assert_allclose(held["histogram"], file["sector_held"][0, 1] * file.attrs["trials"], atol=1e-9)

    def test_a_trust_that_the_run_does_not_have_is_refused(self):
        self.figures(scenario="baseline")
        self.refused("report", "r.h5", "--json", "--trust", "RF5", says=["RF5", "Did you mean 'RF4'"])

    def test_what_is_not_a_result_file_is_refused(self):
        self.refused("report", self.write("x.h5", "nothing"), "--json", says=["x.h5", "not a result file"])


if __name__ == "__main__":
    program.main()
