"""What a kept run stores."""

import unittest

import numpy

import stored


class Test(stored.StoredTest):
    def test_what_is_fixed_at_month_0_is_stored_with_its_value(self):
        """A column that is set once is that value in every month, or NaN: never 0."""
        empty = [name for name in self.columns if name.endswith(("_base", "_ceiling")) or ".establishment_" in name]
        self.assertTrue(empty)
        self.assertEqual([name for name in empty if not numpy.any(self.of(name))], [])

    def test_every_value_is_finite(self):
        # A figure of a year ago that one trust reports is unknown of another.
        infinite = [name for name in self.columns if not numpy.isfinite(self.of(name)).all()]
        self.assertEqual([name for name in infinite if not name.endswith("_year_ago")], [])

    def test_both_scenarios_differ(self):
        for name in ("people.pay", "corporate.nonpay", "finance.surplus", "clinical.wau", "support.nonpay"):
            self.assertTrue((self.of(name)[0] != self.of(name)[1]).any(), name)


if __name__ == "__main__":
    unittest.main()
