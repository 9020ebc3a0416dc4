"""Staff and pay close: docs/model/people.md, Identities."""

import unittest

import numpy

import stored
from stored import GROUPS


class Test(stored.StoredTest):
    def test_pay_of_a_group_is_substantive_bank_and_agency(self):
        for group in GROUPS:
            parts = sum(self.of(f"people.{part}_{group}") for part in ("substantive", "bank", "agency"))
            self.same(self.of(f"people.pay_{group}"), parts)

    def test_substantive_pay_is_price_times_staff_paid(self):
        for group in GROUPS:
            self.same(self.of(f"people.substantive_{group}"), self.of(f"people.price_{group}") * self.of(f"people.paid_{group}"))

    def test_bank_and_agency_are_a_multiple_of_price_times_staff(self):
        """The premium is the same in all months of a side."""
        for group in GROUPS:
            for kind in ("bank", "agency"):
                ratio = self.of(f"people.{kind}_{group}") / (self.of(f"people.price_{group}") * self.of(f"people.{kind}_staff_{group}"))
                self.same(ratio, ratio[:, :, :1])

    def test_pay_is_the_sum_of_groups(self):
        self.same(self.of("people.pay"), self.total("people.pay_{}"))

    def test_pay_is_substantive_bank_and_agency(self):
        self.same(self.of("people.pay"), self.of("people.substantive_pay") + self.of("people.bank_spend") + self.of("people.agency_spend"))

    def test_agency_and_bank_are_the_sums_of_groups(self):
        self.same(self.of("people.agency_spend"), self.total("people.agency_{}"))
        self.same(self.of("people.bank_spend"), self.total("people.bank_{}"))

    def test_staff_in_post_are_those_before_with_starters_without_leavers(self):
        for group in GROUPS:
            in_post = self.of(f"people.in_post_{group}")
            change = (self.of(f"people.starters_{group}") - self.of(f"people.leavers_{group}"))[:, :, 1:]
            self.same(in_post[:, :, 1:], self.before(in_post) + change)

    def test_leavers_are_those_of_all_groups(self):
        self.same(self.of("people.leavers"), self.total("people.leavers_{}"))

    def test_staff_paid_are_those_in_post_and_the_planned_change(self):
        for group in GROUPS:
            in_post = self.of(f"people.in_post_{group}")
            change = self.of("people.award_index") * self.of(f"people.change_{group}")
            changed = in_post + change / self.of(f"people.price_{group}")
            self.same(self.of(f"people.paid_{group}"), numpy.maximum(changed, 0.05 * in_post))
        self.same(self.of("people.in_post"), self.total("people.paid_{}"))

    def test_need_is_met_by_bank_and_agency_or_stays_unfilled(self):
        for group in GROUPS:
            need, unfilled = self.of(f"people.need_{group}"), self.of(f"people.unfilled_{group}")
            cover = self.of(f"people.bank_staff_{group}") + self.of(f"people.agency_staff_{group}")
            self.same(unfilled, numpy.maximum(need - cover, 0), scale=need)
            self.moves(unfilled)

    def test_unfilled_share_is_that_of_clinical_groups(self):
        """The establishment is last year's in all months."""
        self.steady(self.total("people.unfilled_{}", GROUPS[:3]) / self.of("people.unfilled_share"))

    def test_vacant_share_is_what_of_the_establishment_is_not_in_post(self):
        self.steady(self.total("people.in_post_{}") / (1 - self.of("people.vacant_share") / 100))

    def test_real_pay_is_pay_in_national_prices(self):
        national = self.of("national.cost_index") * self.of("people.award_index")
        self.same(self.of("people.real_pay"), self.of("people.pay") / national)
        for group in GROUPS:
            self.same(self.of(f"people.real_pay_{group}"), self.of(f"people.pay_{group}") / national)

    def test_groups_cost_less_than_all_pay(self):
        """AHPs with those in the community."""
        share = stored.parameters("people")["community_share_ahps"]
        groups = (self.of("people.pay_doctors") + self.of("people.pay_nurses") + self.of("people.pay_ahps"))
        self.assertTrue((groups < self.of("people.pay")).all())
        unit = (self.of("metric.doctors_cost_per_wau") + self.of("metric.nurses_cost_per_wau")
                + self.of("metric.ahp_cost_per_wau") / (1 - share))
        self.assertTrue((unit < self.of("metric.pay_cost_per_wau")).all())


if __name__ == "__main__":
    unittest.main()
