"""The metrics from stored flows: docs/model/finance.md 9 and the sections on metrics of the other pages."""

import csv
import unittest

import numpy

import stored


class Finance(stored.StoredTest):
    """Year to date."""

    def setUp(self):
        self.rules = stored.parameters("finance")
        self.income = self.ytd(self.of("finance.turnover") + self.of("finance.sustainability"))

    def bounded(self, value):
        return numpy.clip(value, -self.rules["ratio_limit"], self.rules["ratio_limit"])

    def test_margin_is_surplus_over_income(self):
        self.same(self.of("metric.ie_margin"), self.bounded(100 * self.ytd(self.of("finance.surplus")) / self.income))

    def test_distance_from_plan_is_the_margin_less_the_plans(self):
        plan = self.ytd(self.of("finance.control_total") + self.of("finance.plan_fund"))
        planned = self.bounded(100 * plan / self.ytd(self.of("finance.plan_turnover") + self.of("finance.plan_fund")))
        self.same(self.of("metric.distance_from_plan"), self.of("metric.ie_margin") - planned, scale=numpy.abs(planned))

    def test_liquidity_is_net_current_assets_in_days_of_cost(self):
        days = self.of("finance.working_capital") / self.ytd(self.of("finance.opex")) * 30 * self.of_year
        self.same(self.of("metric.liquidity_days"), self.bounded(days))

    def test_capital_service_capacity_is_what_is_left_over_capital_service(self):
        """What a reported figure holds beside the statement is the same in all months."""
        service = self.ytd(self.of("finance.interest") + self.of("finance.pdc_dividend") + self.of("finance.principal"))
        capacity = (self.income - self.ytd(self.of("finance.opex"))) / numpy.maximum(service, self.rules["least_capital_service"])
        bounded = numpy.clip(capacity, self.rules["capacity_lower"], self.rules["capacity_upper"])
        offset = self.of("metric.capital_service_capacity") - bounded
        self.same(offset, offset[:, :, :1], scale=numpy.abs(bounded))

    def test_agency_spend_is_its_excess_over_the_ceiling(self):
        """The ceiling is what the metric and the spend imply: the same in all months."""
        metric = self.of("metric.agency_spend")
        self.assertTrue((metric < self.rules["agency_limit"]).all())
        self.steady(self.ytd(self.of("people.agency_spend")) / (1 + metric / 100) / self.of_year)

    def test_trailing_margin_is_that_of_12_months(self):
        income = self.of("finance.turnover") + self.of("finance.sustainability")
        self.same(self.of("finance.ie_margin_12m")[:, :, 11:],
                  self.bounded(100 * self.trailing(self.of("finance.surplus")) / self.trailing(income)))


class Relative(stored.StoredTest):
    """Trailing 12 months, from month 12 on, where no month of last year is left in the sum."""

    def setUp(self):
        self.index = self.of("national.cost_index_12m")[:, :, 11:]

    def ratio(self, cost, base):
        return self.trailing(self.of(cost)) / self.trailing(self.of(base))

    def late(self, name):
        return self.of(name)[:, :, 11:]

    def test_pay_per_unit_times_units_is_pay_in_scope(self):
        """Pay x share in reference costs / market forces factor / units, where the factor is reported."""
        with open(stored.SOURCE / "data" / "trusts.csv", encoding="utf-8") as file:
            factor = {row["ods_code"]: float(row["mff_payment_index"] or "nan") for row in csv.DictReader(file)}
        known = [index for index, code in enumerate(self.trusts) if factor.get(code, 0) > 0]
        self.assertTrue(known)
        share = stored.parameters("clinical")["reference_cost_share"]
        mff = numpy.array([factor[self.trusts[index]] for index in known])[:, None, None]
        unit = 1e6 * share / mff * (self.ratio("people.real_pay", "clinical.wau") * self.index)[:, known]
        self.same(self.late("metric.pay_cost_per_wau")[:, known], unit)

    def test_group_costs_per_unit_times_units_are_group_pay_in_scope(self):
        """What of a group's pay is in scope is the same in all months."""
        for group, metric in (("doctors", "doctors"), ("nurses", "nurses"), ("ahps", "ahp")):
            unit = self.ratio(f"people.real_pay_{group}", "clinical.wau") * self.index
            self.steady(self.late(f"metric.{metric}_cost_per_wau") / unit)

    def test_nonpay_per_unit_times_units_is_nonpay_in_scope(self):
        self.steady(self.late("metric.nonpay_cost_per_wau") / (self.ratio("corporate.nonpay_real", "clinical.wau") * self.index))

    def test_functions_cost_is_per_100m_of_turnover(self):
        for metric, cost in (("hr", "hr"), ("finance", "finance")):
            self.same(self.late(f"metric.{metric}_cost_per_100m"),
                      1e5 * self.ratio(f"corporate.{cost}_cost_real", "finance.turnover_constant") * self.index)

    def test_estates_cost_per_m2_times_area_is_estates_cost(self):
        unit = self.ratio("corporate.estates_cost_real", "corporate.area") * self.index
        self.steady(self.late("metric.estates_cost_per_m2") / unit)

    def test_cost_per_test_times_tests_is_pathology_cost(self):
        self.same(self.late("metric.cost_per_test"), 1e6 * self.ratio("support.pathology_real", "support.tests") * self.index)

    def test_medicines_savings_are_of_their_target(self):
        self.same(self.late("metric.top10_medicines_savings_pct"), 100 * self.ratio("support.switch_savings", "support.switch_target"))

    def test_missed_bookings_are_of_all_bookings(self):
        self.same(self.late("metric.dna_rate"), 100 * self.ratio("clinical.missed_bookings", "clinical.outpatient_bookings"))

    def test_readmissions_are_of_discharges(self):
        self.same(self.late("metric.emergency_readmissions_30d"), 100 * self.ratio("clinical.readmissions", "clinical.discharges"))

    def test_pre_procedure_days_are_of_procedures(self):
        for kind in ("elective", "nonelective"):
            self.same(self.late(f"metric.preproc_{kind}_bed_days"),
                      self.ratio(f"clinical.preproc_{kind}_days", f"clinical.procedures_{kind}"))

    def test_sickness_absence_is_the_mean_of_12_months(self):
        self.same(self.late("metric.sickness_absence_rate"), self.trailing(self.of("people.sickness_rate")) / 12)

    def test_retention_is_what_12_months_of_leaving_leave(self):
        self.same(self.late("metric.staff_retention_rate"), 100 * numpy.exp(-self.trailing(self.of("people.leaving_hazard"))))


if __name__ == "__main__":
    unittest.main()
