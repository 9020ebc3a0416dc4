"""Income, cost and result close: docs/model/finance.md 4 to 7, corporate.md 3, support.md."""

import unittest

import numpy

import stored


class Test(stored.StoredTest):
    def test_operating_expenses_are_pay_and_nonpay(self):
        self.same(self.of("finance.opex"), self.of("people.pay") + self.of("corporate.nonpay"))

    def test_nonpay_is_the_sum_of_its_classes(self):
        """The functions cost what they did last year: no lever moves them here."""
        classes = ("support.nonpay", "corporate.supplies", "corporate.negligence", "corporate.pfi_service",
                   "corporate.premises", "corporate.outsourced", "finance.cost_pressure_nonpay")
        self.same(self.of("corporate.nonpay"), sum(map(self.of, classes)) - self.of("finance.savings_nonpay"))

    def test_support_nonpay_is_the_sum_of_its_classes(self):
        self.same(self.of("support.nonpay"), self.of("support.medicines_cost") + self.of("support.passthrough_drugs")
                  + self.of("support.pathology_nonpay"))

    def test_real_nonpay_leaves_passthrough_drugs_out(self):
        self.same(self.of("corporate.nonpay_real"),
                  (self.of("corporate.nonpay") - self.of("support.passthrough_drugs")) / self.of("national.cost_index"))

    def test_pathology_pay_and_nonpay_are_its_cost(self):
        """Its pay of last year is what its change leaves: the same in all months."""
        own_pay = self.of("support.pathology_cost") - self.of("support.pathology_nonpay") - self.of("support.pathology_pay_change")
        ratio = own_pay / self.of("national.cost_index")
        self.same(ratio, ratio[:, :, :1])

    def test_turnover_is_patient_passthrough_and_other_income(self):
        self.same(self.of("finance.patient_income"), self.of("clinical.patient_income"))
        self.same(self.of("finance.turnover"), self.of("finance.patient_income") + self.of("support.passthrough_drugs")
                  + self.of("finance.other_income"))

    def test_other_income_is_the_sum_of_its_parts(self):
        """Other income of last year is what is left, the same in all months but for inflation."""
        growth = (1 + self.of("finance.national_inflation") / 100) ** self.year
        parts = ("support.gain_share_income", "people.award_income", "finance.savings_income", "finance.one_off_benefits")
        self.steady((self.of("finance.other_income") - sum(map(self.of, parts))) / growth, scale=self.of("finance.other_income"))

    def test_constant_turnover_has_last_years_prices(self):
        follows_prices = self.of("support.gain_share_income") + self.of("people.award_income")
        income = (self.of("finance.patient_income") + self.of("finance.other_income") - self.of("finance.one_off_benefits")
                  - follows_prices)
        at_prices = follows_prices + self.of("support.passthrough_drugs")
        self.same(self.of("finance.turnover_constant"), income / self.of("clinical.tariff_index")
                  + at_prices / self.of("national.cost_index"))

    def test_the_result_is_income_less_all_cost(self):
        costs = ("finance.opex", "finance.depreciation", "finance.interest", "finance.pdc_dividend")
        self.same(self.of("finance.surplus_before_fund"), self.of("finance.turnover") - sum(map(self.of, costs)),
                  scale=self.of("finance.turnover"))

    def test_the_surplus_is_the_result_and_the_fund(self):
        self.same(self.of("finance.surplus"), self.of("finance.surplus_before_fund") + self.of("finance.sustainability"),
                  scale=numpy.abs(self.of("finance.surplus_before_fund")))

    def test_the_fund_of_the_months_adds_up_to_what_is_earned(self):
        self.moves(self.of("finance.fund_earned"))
        self.same(self.ytd(self.of("finance.sustainability")), self.of("finance.fund_earned"), scale=1e-3)

    def test_the_gap_is_the_control_total_less_the_result(self):
        total, result = self.ytd(self.of("finance.control_total")), self.ytd(self.of("finance.surplus_before_fund"))
        self.same(self.of("finance.control_total_gap"), total - result, scale=numpy.abs(total) + numpy.abs(result))

    def test_savings_are_recurrent_or_not(self):
        self.same(self.of("finance.savings_delivered"), self.of("finance.savings_recurrent") + self.of("finance.savings_nonrecurrent"))
        self.moves(self.of("finance.savings_delivered"))

    def test_recurrent_savings_are_those_of_all_categories(self):
        self.same(self.of("finance.savings_recurrent"), sum(self.of(f"finance.recurrent_{c}") for c in ("pay", "nonpay", "income")))

    def test_savings_in_the_statement_are_this_years_and_those_carried(self):
        factor = self.of("finance.price_factor")
        carried = sum(self.of(f"finance.carried_{c}") for c in ("pay", "nonpay", "income"))
        stated = self.of("finance.savings_pay") / factor + self.of("finance.savings_nonpay") / factor + self.of("finance.savings_income")
        self.same(stated, carried + self.of("finance.savings_delivered"))

    def test_carried_savings_are_march_run_rate(self):
        for category in ("pay", "nonpay", "income"):
            carried, recurrent = self.of(f"finance.carried_{category}"), self.of(f"finance.recurrent_{category}")
            april = (self.of_year == 1)[1:]
            self.same(carried[:, :, 1:], self.before(carried) + numpy.where(april, self.before(recurrent), 0))

    def test_delivered_and_recurrent_shares_are_since_april(self):
        delivered = self.ytd(self.of("finance.savings_delivered"))
        self.same(self.of("finance.savings_delivered_share"), 100 * delivered / self.ytd(self.of("finance.plan_savings")))
        share = numpy.clip(100 * self.ytd(self.of("finance.savings_recurrent")) / delivered, 0, 100)
        self.same(self.of("finance.recurrent_delivered_share"), share)

    def test_the_underlying_position_bridges_from_the_reported_one(self):
        bridge = self.ytd(self.of("finance.surplus") - self.of("finance.sustainability") - self.of("finance.one_off_benefits")
                          - self.of("finance.savings_nonrecurrent"))
        effect = self.of_year * self.of("finance.savings_recurrent") - self.ytd(self.of("finance.savings_recurrent"))
        self.same(self.of("finance.full_year_effect"), effect, scale=self.ytd(self.of("finance.savings_recurrent")))
        self.same(self.of("finance.underlying_surplus"), bridge + effect, scale=self.ytd(self.of("finance.turnover")) * 1e-3)

    def test_the_underlying_margin_is_the_underlying_surplus_over_turnover(self):
        self.same(self.of("finance.underlying_margin"),
                  100 * self.of("finance.underlying_surplus") / self.ytd(self.of("finance.turnover")))


if __name__ == "__main__":
    unittest.main()
