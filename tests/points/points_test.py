"""The words of lhs and sobol points, derived again in NumPy from docs/model/sampling.md, and what they must keep."""

import os
import pathlib
import subprocess
import unittest

import numpy as np
import points
from points import philox

WRITE_WORDS = os.environ["WRITE_WORDS"]
TABLE = pathlib.Path(__file__).with_name("joe_kuo.txt")

# By dimension, of points 1, 2, 3, 5, 100, 1000 and 4095: scipy.stats.qmc.Sobol 1.10 with scramble=False and bits=32, put from
# its Gray code order into that of the index.
KNOWN = {0: [0.5, 0.25, 0.75, 0.625, 0.1484375, 0.0927734375, 0.999755859375],
         1: [0.5, 0.75, 0.25, 0.125, 0.7734375, 0.1611328125, 0.066650390625],
         2: [0.5, 0.75, 0.25, 0.875, 0.6953125, 0.4501953125, 0.002685546875],
         11: [0.5, 0.25, 0.75, 0.625, 0.1015625, 0.9873046875, 0.953857421875],
         59: [0.5, 0.25, 0.75, 0.125, 0.2734375, 0.9560546875, 0.649169921875]}


def polynomials():
    """By dimension, from 0; the first is van der Corput's."""
    rows = [list(map(int, line.split())) for line in TABLE.read_text().splitlines() if not line.startswith("#")]
    return [None] + [(s, a, m) for _, s, a, *m in rows]


def written(kind, key, month, trials, env=None):
    output = subprocess.run([WRITE_WORDS, kind, str(key), str(month), str(trials)], stdout=subprocess.PIPE, check=True,
                            env={**os.environ, **(env or {})}).stdout
    return np.frombuffer(output, dtype=np.uint32).astype(np.uint64)


def key(driver):
    return philox.key(7, "RF4", driver)


class Test(unittest.TestCase):
    def test_words_of_lhs_points_are_those_of_the_page(self):
        for month in (1, 12, points.RUN_MONTH):
            trials = 18 * points.BLOCK
            self.assertTrue(np.array_equal(written("lhs", key("a"), month, trials), points.lhs(key("a"), month, trials)))

    def test_words_of_sobol_points_are_those_of_the_page(self):
        table = polynomials()
        self.assertEqual(len(table), 60)
        for month in (1, 2, 7, 31, 60, points.RUN_MONTH):
            trials = 35 * points.BLOCK  # the third block of some replicates
            self.assertTrue(np.array_equal(written("sobol", key("b"), month, trials),
                                           points.sobol(table, key("b"), month, trials)), month)

    def test_the_sequence_has_known_points(self):
        table, indices = polynomials(), (1, 2, 3, 5, 100, 1000, 4095)
        for dimension, values in KNOWN.items():
            found = points.sequence(points.directions(table[dimension]), indices) / 2**32
            self.assertEqual(found.tolist(), values)

    def test_every_level_writes_the_same(self):
        for kind in ("lhs", "sobol"):
            expected = written(kind, key("c"), 3, 2 * points.BLOCK)
            for level in "234":
                again = written(kind, key("c"), 3, 2 * points.BLOCK, {"UOR_ISA": level})
                self.assertTrue(np.array_equal(again, expected), f"{kind} {level}")

    def test_orders_are_permutations_without_structure(self):
        orders = np.array([points.order(philox.mix(seed)) for seed in range(1500)])
        for one in orders[:20]:
            self.assertTrue(np.array_equal(np.sort(one), np.arange(points.BLOCK)))
        z = (orders - (points.BLOCK - 1) / 2) / np.sqrt((points.BLOCK**2 - 1) / 12)
        for first, second in ((0, 1), (0, 16), (5, 21), (0, 128), (1, 255), (100, 116)):
            self.assertLess(abs((z[:, first] * z[:, second]).mean()), 4 / np.sqrt(len(z)), (first, second))

    def test_two_drivers_meet_at_random(self):
        """The interaction of two drivers has the variance that it has with random points: within 4 of its errors."""
        pairs = 400
        for shape in (lambda z: z, np.sign, lambda z: (z > 1.2) - np.mean(z > 1.2)):
            sums = []
            for pair in range(pairs):
                a, b = (points.order(points.point_hash(key(f"{name}{pair}"), points.ORDER, 0, 0)) for name in "ab")
                a, b = (shape((x - (points.BLOCK - 1) / 2) / np.sqrt((points.BLOCK**2 - 1) / 12)) for x in (a, b))
                sums.append(np.sum(a * b) / np.sqrt(points.BLOCK) / np.mean(a * a))
            self.assertLess(abs(np.var(sums) - 1), 4 * np.sqrt(2 / pairs))

    def test_scrambling_flips_every_branch_half_the_time(self):
        """Nested uniform scrambling: below each prefix of bits, the next bit is flipped in half of the scramblings."""
        hashes = [philox.mix(seed) for seed in range(2048)]
        x = np.arange(16, dtype=np.uint64) << np.uint64(28)  # all prefixes of three bits, each with both next bits
        y = np.array([points.scramble(x, one) for one in hashes])
        for depth in range(4):
            prefix, flipped = x >> np.uint64(32 - depth), (x ^ y) >> np.uint64(31 - depth) & np.uint64(1)
            for node in np.unique(prefix):
                under = flipped[:, prefix == node]
                self.assertTrue(np.all(under == under[:, :1]), "bits below change the bit")
                self.assertLess(abs(under[:, 0].mean() - 0.5), 4 * 0.5 / np.sqrt(len(hashes)), (depth, node))


if __name__ == "__main__":
    unittest.main()
