"""Holds this folder's own draws against docs/model/sampling.md, section 6, so that two wrongs cannot agree."""

import unittest

import numpy as np

import philox
import shapes


class KnownAnswers(unittest.TestCase):
    def test_words_of_counter_0_and_key_0(self):
        words = [f"{int(word):08x}" for word in philox.philox((0, 0, 0, 0), 0)]
        self.assertEqual(words, ["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"])

    def test_quantiles(self):
        self.assertAlmostEqual(float(philox.quantile(0.975)), 1.959963984540054, delta=1e-15)
        self.assertAlmostEqual(float(philox.quantile(1e-10)), -6.361340902404056, delta=1e-14)

    def test_triangular_and_pert(self):
        triangular = {"shape": "triangular", "lower": 0.0, "mode": 0.5, "upper": 1.0}
        self.assertAlmostEqual(float(shapes.value(triangular, philox.quantile(0.18))), 0.3, delta=1e-14)
        _, _, alpha, beta = shapes.beta_shape({"shape": "pert", "lower": 0.0, "mode": 0.3, "upper": 1.0})
        self.assertAlmostEqual(float(shapes.beta_below(np.array([0.3]), alpha, beta)[0]), 0.3980278501, delta=1e-10)
        self.assertAlmostEqual(alpha / (alpha + beta), 11 / 30, delta=1e-15)


if __name__ == "__main__":
    unittest.main()
