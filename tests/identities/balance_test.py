"""Cash and the balance sheet close with the flows, month by month: docs/model/finance.md 8."""

import unittest

import numpy

import stored


class Test(stored.StoredTest):
    def change(self, name):
        column = self.of(name)
        return column[:, :, 1:] - self.before(column)

    def flow(self, name):
        return self.of(name)[:, :, 1:]

    def test_cash_closes_with_the_flows(self):
        inflow = (self.flow("finance.surplus") + self.flow("finance.depreciation") + self.flow("finance.support_drawn")
                  - self.flow("finance.support_repaid") - self.flow("finance.capital_spend")
                  + self.flow("finance.other_movements") - self.flow("finance.principal") - self.change("finance.receivables") + self.change("finance.payables"))
        self.same(self.flow("finance.cash"), self.before(self.of("finance.cash")) + inflow,
                  scale=numpy.abs(self.flow("finance.receivables")) + numpy.abs(self.flow("finance.payables")))

    def test_cash_stays_at_its_floor_or_above(self):
        floor = self.of("finance.cash_floor")
        self.assertTrue((self.of("finance.cash") >= floor - 1e-9 * numpy.abs(floor)).all())

    def test_interim_support_closes_with_what_is_drawn_and_repaid(self):
        self.moves(self.of("finance.support_drawn"))
        self.same(self.change("finance.support"), self.flow("finance.support_drawn") - self.flow("finance.support_repaid"),
                  scale=self.flow("finance.support"))

    def test_support_beyond_the_plan_is_what_the_plan_does_not_draw(self):
        drawn = self.flow("finance.support_drawn") - self.flow("finance.plan_support") - self.flow("finance.support_repaid")
        self.same(self.change("finance.support_extra"), drawn, scale=self.flow("finance.support") + 1)

    def test_support_is_never_drawn_and_repaid_at_once_beyond_the_plan(self):
        needed = self.of("finance.support_drawn") - self.of("finance.plan_support")
        self.assertTrue((numpy.minimum(needed, self.of("finance.support_repaid")) <= 1e-9).all())

    def test_the_fund_is_earned_received_or_unpaid(self):
        unpaid = self.of("finance.fund_unpaid")
        self.same(unpaid[:, :, 1:], self.before(unpaid) + self.flow("finance.sustainability")
                  - self.flow("finance.fund_received"), scale=1e-3)

    def test_a_quarter_of_the_fund_is_received_two_months_after_its_end(self):
        earned, received = self.of("finance.sustainability"), self.of("finance.fund_received")
        self.moves(received[:, :, 4:])
        for month in range(1, self.months + 1):
            if month % 3 != 2:
                self.same(received[:, :, month - 1], 0)
            elif month > 2:
                self.same(received[:, :, month - 1], earned[:, :, month - 5:month - 2].sum(axis=2), scale=1e-3)

    def test_receivables_are_others_and_the_unpaid_fund(self):
        """The others are last year's in all months but for prices."""
        others = self.of("finance.receivables") - self.of("finance.fund_unpaid")
        self.steady(others / self.of("national.cost_index_12m"), scale=self.of("finance.receivables"))

    def test_payables_follow_prices(self):
        self.steady(self.of("finance.payables") / self.of("national.cost_index_12m"))

    def test_current_assets_are_cash_and_receivables(self):
        self.same(self.of("finance.current_assets"), self.of("finance.cash") + self.of("finance.receivables"))

    def test_current_liabilities_are_payables_loans_due_and_principal(self):
        self.same(self.of("finance.current_liabilities"), self.of("finance.payables") + self.of("finance.loans_due")
                  + 12 * self.of("finance.principal"))

    def test_net_current_assets_close(self):
        self.same(self.of("finance.working_capital"), self.of("finance.current_assets") - self.of("finance.current_liabilities"),
                  scale=self.of("finance.current_assets"))

    def test_loans_due_are_their_share_of_interim_support(self):
        share = numpy.clip(self.of("finance.loans_due_share"), 0, 100)
        self.same(self.of("finance.loans_due"), share / 100 * self.of("finance.support"))

    def test_principal_is_last_years(self):
        self.steady(self.of("finance.principal"))

    def test_extra_assets_are_capital_spend_above_last_years(self):
        self.moves(self.of("finance.extra_assets"))
        """Last year's is what is left: the same in all months."""
        self.steady(self.flow("finance.capital_spend") - self.change("finance.extra_assets"),
                    scale=self.flow("finance.capital_spend"))

    def test_depreciation_grows_with_extra_assets(self):
        life = stored.parameters("finance")["asset_life"]
        last_year = self.of("trust.depreciation") / 12
        self.same(self.of("finance.depreciation")[:, :, 1:],
                  last_year[:, :, 1:] + self.before(self.of("finance.extra_assets")) / (12 * life))

    def test_net_relevant_assets_close(self):
        flows = (self.change("finance.extra_assets")
                 - (self.flow("finance.depreciation") - self.of("trust.depreciation")[:, :, 1:] / 12)
                 - self.change("finance.support_extra") + self.change("finance.receivables") - self.change("finance.payables"))
        self.same(self.change("finance.net_relevant_assets"), flows, scale=numpy.abs(self.flow("finance.net_relevant_assets")))

    def test_the_dividend_is_charged_on_net_relevant_assets_and_never_negative(self):
        rate = stored.parameters("finance")["pdc_rate"]
        due = numpy.maximum(rate / 100 * self.before(self.of("finance.net_relevant_assets")), 0) / 12
        self.same(self.flow("finance.pdc_dividend"), due)


if __name__ == "__main__":
    unittest.main()
