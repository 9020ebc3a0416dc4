"""Last year's metrics are the reported ones, and in a year in which nothing happens they stay so, for every trust."""

import os
import pathlib
import unittest

import h5py
import numpy

import trust_files

RESULT = pathlib.Path(os.environ.get("UOR_ANCHORING", "."), "flat.h5")
CLOSE = 1e-9
FINANCE = ("capital_service_capacity", "liquidity_days", "ie_margin", "distance_from_plan", "agency_spend")


class FlatYear(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with h5py.File(RESULT) as file:
            cls.trusts = list(file["trust"][:].astype(str))
            cls.metrics = dict(zip(file["metric"][:].astype(str), file["metric_value"][1].swapaxes(0, 1)))
            cls.columns = dict(zip(file["quantity"][:].astype(str), file["quantity_value"][1].swapaxes(0, 1)))
            cls.reported_count = file["trust_metrics_reported"][:]
        rows = trust_files.table("trusts.csv")
        cls.reported = {metric: numpy.array([trust_files.metrics_of(index)[metric] for index in range(len(rows))])
                        for metric in trust_files.SPREAD}

    def same(self, found, expected, scale=1.0, trusts=None):
        """Values by trust, month and trial, of all `trusts` or those chosen; rounding of amounts of `scale` allowed."""
        expected, found = numpy.broadcast_arrays(expected, found)
        self.assertTrue(numpy.isfinite(found).all() and numpy.isfinite(expected).all())
        off = numpy.abs(found - expected) - CLOSE * numpy.maximum(numpy.abs(expected), scale)
        if trusts is not None:
            self.assertGreater(trusts.sum(), 10)
            off[~trusts] = -1
        bad = sorted({self.trusts[index] for index in numpy.argwhere(off > 0)[:, 0]})
        worst = numpy.unravel_index(numpy.argmax(off), off.shape)
        self.assertLessEqual(off[worst], 0, f"{self.trusts[worst[0]]}, month {worst[1] + 1}: {found[worst]!r}, not "
                                            f"{expected[worst]!r}; {len(bad)} trusts: {bad[:8]}")

    def pays_its_way(self):
        """Trusts that draw no interim support beyond their plan: their interest and dividend stay."""
        return self.columns["finance.support_extra"].max(axis=(1, 2)) < 1e-9

    def is_as_reported(self, metric):
        chosen = self.pays_its_way() if metric in FINANCE else None
        self.same(self.metrics[f"metric.{metric}"], self.reported[metric][:, None, None], trusts=chosen)


class Test(FlatYear):
    """Every month of the year is as reported. (A test method for each metric is added below.)"""

    def test_every_trust_that_ships_is_run(self):
        codes = [row["ods_code"] for row in trust_files.table("trusts.csv")]
        self.assertEqual(self.trusts, codes)
        self.assertEqual(len(codes), 134)
        self.assertTrue((self.reported_count == 22).all())

    def test_the_margin_and_distance_of_last_year_are_as_reported(self):
        self.same(self.columns["finance.last_year_margin"], self.reported["ie_margin"][:, None, None])
        self.same(self.columns["finance.last_year_distance"], self.reported["distance_from_plan"][:, None, None])

    def test_a_flat_year_is_on_its_plan(self):
        self.same(self.metrics["metric.distance_from_plan"], 0.0, trusts=self.pays_its_way())

    def test_where_cash_runs_out_only_interest_and_dividend_move(self):
        """A deficit that ends in interim support costs interest on it and saves dividend: nothing else moves."""
        self.assertGreater((~self.pays_its_way()).sum(), 10)
        before = sum(self.columns[f"finance.{name}"] for name in ("surplus", "interest", "pdc_dividend"))
        self.same(before, before[:, :1], scale=10.0)
        self.same(self.metrics["metric.agency_spend"], self.reported["agency_spend"][:, None, None])

    def test_liquidity_begins_as_reported_where_cash_and_loans_stay(self):
        """Whose deficit is paid by cash or by loans starts from it in the first month, and is told apart."""
        cash, support = self.columns["finance.cash"], self.columns["finance.support"]
        still = (numpy.abs(numpy.diff(cash, axis=1)).max(axis=(1, 2)) < 1e-9) & (
            numpy.abs(numpy.diff(support, axis=1)).max(axis=(1, 2)) < 1e-9)
        self.assertGreater((~still).sum(), 10)
        self.same(self.metrics["metric.liquidity_days"], self.reported["liquidity_days"][:, None, None], trusts=still)

    def test_liquidity_stays_where_the_year_pays_for_itself(self):
        """Where surplus and depreciation pay for capital spend and principal."""
        paid = sum(sign * self.columns[f"finance.{name}"] for sign, name in
                   ((1, "surplus"), (1, "depreciation"), (-1, "capital_spend"), (-1, "principal")))
        even = numpy.abs(paid).max(axis=(1, 2)) < 1e-9
        self.same(self.metrics["metric.liquidity_days"], self.reported["liquidity_days"][:, None, None], trusts=even)

    def test_liquidity_moves_by_cash_and_loans_due_alone(self):
        year = 12 * self.columns["finance.opex"]
        moved = self.columns["finance.cash"] - self.columns["finance.loans_due"]
        held = self.metrics["metric.liquidity_days"] - 360 * moved / year
        self.same(held, held[:, :1], scale=100.0)

    def test_money_and_staff_stay(self):
        for column in ("people.pay", "corporate.nonpay", "finance.turnover", "finance.surplus", "people.in_post",
                       "people.agency_spend", "clinical.patient_income", "finance.interest", "finance.pdc_dividend"):
            with self.subTest(column=column):
                self.same(self.columns[column], self.columns[column][:, :1], trusts=self.pays_its_way())


def as_reported(metric):
    return lambda self: self.is_as_reported(metric)


for name in trust_files.SPREAD:
    if name not in ("liquidity_days", "distance_from_plan"):  # these two have tests of their own
        setattr(Test, f"test_metric_{name}", as_reported(name))


if __name__ == "__main__":
    unittest.main()
