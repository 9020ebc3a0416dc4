"""The stored columns of a run of a few trusts, as arrays over (scenario, trust, month, trial)."""

import os
import pathlib
import tomllib
import unittest

import h5py
import numpy

SOURCE = pathlib.Path(os.environ["UOR_SOURCE"])
RESULT = pathlib.Path(os.environ.get("UOR_IDENTITIES", "."), "identities.h5")
ARRAYS = (("quantity", "quantity_value"), ("metric", "metric_value"), ("kloe", "score"), ("driver", "driver_value"))
GROUPS = ("doctors", "nurses", "ahps", "other")
CLOSE = 1e-9


def parameters(plugin):
    """Values of a plugin's parameters without their prefix, those of every policy year."""
    with open(SOURCE / "policies" / "parameters" / f"{plugin}.toml", "rb") as stream:
        rows = tomllib.load(stream)["parameter"]
    return {name.split(".", 1)[1]: row["value"] for name, row in rows.items() if "value" in row}


class StoredTest(unittest.TestCase):
    """What holds between stored columns, to CLOSE of the largest amount that enters."""

    @classmethod
    def setUpClass(cls):
        with h5py.File(RESULT) as file:
            cls.trusts = list(file["trust"][:].astype(str))
            cls.columns = {}
            for axis, array in ARRAYS:
                for index, name in enumerate(file[axis][:].astype(str)):
                    cls.columns[name + ".score" * (axis == "kloe")] = (array, index)
            cls.months = file["month"].shape[0]

    def of(self, name):
        array, index = self.columns[name]
        with h5py.File(RESULT) as file:
            return file[array][:, :, index]

    def total(self, pattern, groups=GROUPS):
        return sum(self.of(pattern.format(group)) for group in groups)

    @property
    def year(self):
        """Year of each month, from 1, as an axis that fits the columns."""
        return (numpy.arange(self.months) // 12 + 1)[:, None]

    @property
    def of_year(self):
        """Month of the year, 1 to 12."""
        return (numpy.arange(self.months) % 12 + 1)[:, None]

    @staticmethod
    def ytd(flow):
        """Sum since April, the month included."""
        return numpy.concatenate([numpy.cumsum(flow[:, :, start:start + 12], axis=2)
                                  for start in range(0, flow.shape[2], 12)], axis=2)

    @staticmethod
    def trailing(flow):
        """Sum of the 12 months to each month from month 12 on."""
        sums = numpy.cumsum(flow, axis=2)
        before = numpy.concatenate([numpy.zeros_like(sums[:, :, :1]), sums[:, :, :-12]], axis=2)
        return sums[:, :, 11:] - before

    @staticmethod
    def before(stock):
        """The month before, for months from 2 on."""
        return stock[:, :, :-1]

    def same(self, left, right, scale=0.0):
        """Every cell of `left` is that of `right`, rounding of amounts of size `scale` allowed."""
        left, right = numpy.broadcast_arrays(left, right)
        self.assertTrue(left.size, "nothing to compare")
        self.assertTrue(numpy.isfinite(left).all() and numpy.isfinite(right).all(), "a value is not finite")
        allowed = CLOSE * numpy.maximum(numpy.maximum(numpy.abs(left), numpy.abs(right)), scale)
        off = numpy.abs(left - right) - allowed
        worst = numpy.unravel_index(numpy.argmax(off), off.shape)
        self.assertLessEqual(off[worst], 0, f"{left[worst]!r} is not {right[worst]!r} at (scenario, trust, month, trial) "
                                            f"{tuple(map(int, worst))}, {(off > 0).mean():.1%} of all")

    def steady(self, column, scale=0.0):
        """Every month is as the first one."""
        self.moves(column)
        self.same(column, column[:, :, :1], scale)

    def moves(self, column):
        """The identity is no accident of a column that is nothing everywhere."""
        self.assertTrue(numpy.any(column != 0), "the column is 0 everywhere")
