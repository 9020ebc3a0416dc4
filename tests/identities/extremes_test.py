"""Extremes stay finite, and what is implausible is told: docs/model/finance.md 9."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py
import numpy

UOR = os.environ["UOR"]
FACTS = {"total_income": 300.0, "operating_expenses": 310.0, "employee_expenses": 200.0, "interim_support": 55.0,
         "agency_spend_gbp_m": 12.0}


class Test(unittest.TestCase):
    def run_extreme(self, facts=None, **changes):
        """Runs a trust with `facts` and `changes` of drivers in both years; the open result file."""
        scratch = tempfile.TemporaryDirectory(prefix="uor-extremes-")
        self.addCleanup(scratch.cleanup)
        reported = "".join(f"{field} = {float(value)}\n" for field, value in {**FACTS, **(facts or {})}.items())
        pathlib.Path(scratch.name, "trust.toml").write_text(
            f'schema = 1\ncode = "EXTREME"\nname = "Extreme"\n[reported]\n{reported}')
        levels = "".join(f'[[level.change]]\ndriver = "{driver.replace("__", ".")}"\nset = {float(value)}\ndecided = true\n'
                         for driver, value in changes.items())
        pathlib.Path(scratch.name, "extreme.toml").write_text(
            'schema = 1\nname = "extreme"\n[run]\ntrials = 64\nmonths = 24\n'
            + (f'[[level]]\nname = "extreme"\n{levels}' if levels else ""))
        run = subprocess.run([UOR, "run", "extreme.toml", "--trust", "trust.toml", "--keep", "all", "--out", "r.h5"],
                             cwd=scratch.name, capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        result = h5py.File(pathlib.Path(scratch.name, "r.h5"))
        self.addCleanup(result.close)
        for array in ("quantity_value", "metric_value", "score", "value_mean", "value_sd", "expected_score"):
            self.assertTrue(numpy.isfinite(result[array][:]).all(), f"{array} is not finite")
        self.assertTrue((result["score"][:] <= 4).all())
        self.assertTrue((result["score"][:, :, :4] >= 1).all(), "finance, the last, alone runs on below 1")
        return result

    def metric(self, result, name):
        return result["metric_value"][-1, 0, list(result["metric"][:].astype(str)).index(name)]

    def implausible(self, result):
        """Values outside their likely range, by quantity."""
        if "implausible" not in result:
            return {}
        return dict(zip(result["implausible"][:].astype(str), result["implausible_count"][0]))

    def test_no_agency_ceiling(self):
        result = self.run_extreme({"agency_ceiling": 0.0})
        self.assertGreater(self.metric(result, "metric.agency_spend").min(), 100)
        self.assertGreater(self.implausible(result).get("metric.agency_spend", 0), 0)

    def test_no_capital_service(self):
        nothing = {"interest": 0.0, "principal": 0.0, "pdc_dividend": 0.0, "interim_support": 0.0, "pfi_service": 0.0}
        result = self.run_extreme(nothing)
        self.assertGreater(self.implausible(result).get("metric.capital_service_capacity", 0), 0)

    def test_a_margin_far_below_zero(self):
        result = self.run_extreme({"ie_margin": -40.0})
        self.assertLess(self.metric(result, "metric.ie_margin").max(), 0)
        self.assertGreater(self.implausible(result).get("metric.ie_margin", 0), 0)

    def test_all_savings_slip(self):
        result = self.run_extreme(finance__savings_slippage=100)
        quantities = list(result["quantity"][:].astype(str))
        recurrent = result["quantity_value"][-1, 0, quantities.index("finance.savings_recurrent")]
        self.assertEqual(numpy.abs(recurrent).max(), 0)

    def test_no_savings_plan(self):
        result = self.run_extreme({"savings_plan": 0.0})
        quantities = list(result["quantity"][:].astype(str))
        share = result["quantity_value"][0, 0, quantities.index("finance.savings_delivered_share")]
        self.assertTrue((share == 100).all())

    def test_a_savings_plan_taken_away(self):
        self.run_extreme(finance__savings_plan=0)

    def test_all_loans_due(self):
        # reported too: implausible values are counted in the baseline
        result = self.run_extreme({"interim_support": 250.0, "loans_due_share": 100.0}, finance__loans_due_share=100)
        quantities = list(result["quantity"][:].astype(str))
        owed, due = (result["quantity_value"][-1, 0, quantities.index(f"finance.{name}")] for name in ("support", "loans_due"))
        numpy.testing.assert_allclose(due, owed, rtol=1e-9)
        self.assertGreater(self.implausible(result).get("metric.liquidity_days", 0), 0)

    def test_no_cash_and_no_receivables(self):
        self.run_extreme({"cash": 0.0, "receivables": 0.0})

    def test_no_agency_at_all(self):
        result = self.run_extreme({"agency_spend_gbp_m": 0.0, "bank_spend": 0.0}, people__agency_volume_change=-100)
        self.assertTrue((self.metric(result, "metric.agency_spend") <= 0).all())

    def test_everybody_misses_their_appointment(self):
        self.run_extreme(clinical__dna_rate=100)

    def test_no_beds_to_speak_of(self):
        self.run_extreme(clinical__beds_change=-80)

    def test_a_collapse_of_demand(self):
        self.run_extreme(clinical__emergency_growth=-90, clinical__elective_growth=-90, clinical__outpatient_growth=-90)


if __name__ == "__main__":
    unittest.main()
