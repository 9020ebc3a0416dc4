"""Income, cost and result close: docs/model/finance.md 4 to 7, corporate.md 3, support.md."""

import unittest

import numpy

import stored


class Test(stored.StoredTest):
    def test_operating_expenses_are_pay_and_nonpay(self):
        self.same(self("finance.opex"), self("people.pay") + self("corporate.nonpay"))

    def test_nonpay_is_the_sum_of_its_classes(self):
        """The functions cost what they did last year: no lever moves them here."""
        classes = ("support.nonpay", "corporate.supplies", "corporate.negligence", "corporate.pfi_service",
                   "corporate.premises", "corporate.outsourced", "finance.cost_pressure_nonpay")
        self.same(self("corporate.nonpay"), sum(map(self, classes)) - self("finance.savings_nonpay"))

    def test_support_nonpay_is_the_sum_of_its_classes(self):
        self.same(self("support.nonpay"), self("support.medicines_cost") + self("support.passthrough_drugs")
                  + self("support.pathology_nonpay"))

    def test_real_nonpay_leaves_passthrough_drugs_out(self):
        self.same(self("corporate.nonpay_real"),
                  (self("corporate.nonpay") - self("support.passthrough_drugs")) / self("national.cost_index"))

    def test_pathology_pay_and_nonpay_are_its_cost(self):
        """Its pay of last year is what its change leaves: the same in all months."""
        own_pay = self("support.pathology_cost") - self("support.pathology_nonpay") - self("support.pathology_pay_change")
        ratio = own_pay / self("national.cost_index")
        self.same(ratio, ratio[:, :, :1])

    def test_turnover_is_patient_passthrough_and_other_income(self):
        self.same(self("finance.patient_income"), self("clinical.patient_income"))
        self.same(self("finance.turnover"), self("finance.patient_income") + self("support.passthrough_drugs")
                  + self("finance.other_income"))

    def test_other_income_is_the_sum_of_its_parts(self):
        growth = (1 + self("finance.national_inflation") / 100) ** self.year
        parts = ("support.gain_share_income", "people.award_income", "finance.savings_income", "finance.one_off_benefits")
        self.same(self("finance.other_income"), self("finance.other_income_base") * growth + sum(map(self, parts)))

    def test_constant_turnover_has_last_years_prices(self):
        income = self("finance.patient_income") + self("finance.other_income") - self("finance.one_off_benefits")
        self.same(self("finance.turnover_constant"), income / self("clinical.tariff_index")
                  + self("support.passthrough_drugs") / self("national.cost_index"))

    def test_the_result_is_income_less_all_cost(self):
        costs = ("finance.opex", "finance.depreciation", "finance.interest", "finance.pdc_dividend")
        self.same(self("finance.surplus_before_fund"), self("finance.turnover") - sum(map(self, costs)),
                  scale=self("finance.turnover"))

    def test_the_surplus_is_the_result_and_the_fund(self):
        self.same(self("finance.surplus"), self("finance.surplus_before_fund") + self("finance.sustainability"),
                  scale=numpy.abs(self("finance.surplus_before_fund")))

    def test_the_fund_of_the_months_adds_up_to_what_is_earned(self):
        self.moves(self("finance.fund_earned"))
        self.same(self.ytd(self("finance.sustainability")), self("finance.fund_earned"), scale=1e-3)

    def test_the_gap_is_the_control_total_less_the_result(self):
        total, result = self.ytd(self("finance.control_total")), self.ytd(self("finance.surplus_before_fund"))
        self.same(self("finance.control_total_gap"), total - result, scale=numpy.abs(total) + numpy.abs(result))

    def test_savings_are_recurrent_or_not(self):
        self.same(self("finance.savings_delivered"), self("finance.savings_recurrent") + self("finance.savings_nonrecurrent"))
        self.moves(self("finance.savings_delivered"))

    def test_recurrent_savings_are_those_of_all_categories(self):
        self.same(self("finance.savings_recurrent"), sum(self(f"finance.recurrent_{c}") for c in ("pay", "nonpay", "income")))

    def test_savings_in_the_statement_are_this_years_and_those_carried(self):
        factor = self("finance.price_factor")
        carried = sum(self(f"finance.carried_{c}") for c in ("pay", "nonpay", "income"))
        stated = self("finance.savings_pay") / factor + self("finance.savings_nonpay") / factor + self("finance.savings_income")
        self.same(stated, carried + self("finance.savings_delivered"))

    def test_carried_savings_are_march_run_rate(self):
        for category in ("pay", "nonpay", "income"):
            carried, recurrent = self(f"finance.carried_{category}"), self(f"finance.recurrent_{category}")
            april = (self.of_year == 1)[1:]
            self.same(carried[:, :, 1:], self.before(carried) + numpy.where(april, self.before(recurrent), 0))

    def test_delivered_and_recurrent_shares_are_since_april(self):
        delivered = self.ytd(self("finance.savings_delivered"))
        self.same(self("finance.savings_delivered_share"), 100 * delivered / self.ytd(self("finance.plan_savings")))
        share = numpy.clip(100 * self.ytd(self("finance.savings_recurrent")) / delivered, 0, 100)
        self.same(self("finance.recurrent_delivered_share"), share)

    def test_the_underlying_position_bridges_from_the_reported_one(self):
        bridge = self.ytd(self("finance.surplus") - self("finance.sustainability") - self("finance.one_off_benefits")
                          - self("finance.savings_nonrecurrent"))
        effect = self.of_year * self("finance.savings_recurrent") - self.ytd(self("finance.savings_recurrent"))
        self.same(self("finance.full_year_effect"), effect, scale=self.ytd(self("finance.savings_recurrent")))
        self.same(self("finance.underlying_surplus"), bridge + effect, scale=self.ytd(self("finance.turnover")) * 1e-3)

    def test_the_underlying_margin_is_the_underlying_surplus_over_turnover(self):
        self.same(self("finance.underlying_margin"),
                  100 * self("finance.underlying_surplus") / self.ytd(self("finance.turnover")))


if __name__ == "__main__":
    unittest.main()
