"""Caps, floors, and changes for some trusts only."""

import json
import unittest

import h5py
import numpy
import program

DRIVER = "clinical.dna_rate"
# Decided in time: what is not acts after its lead time only.
CHANGE = f'driver = "{DRIVER}"\ndecided = true\n'
LEAD = 3  # months
TRUSTS = ("RF4", "R1F", "RHW", "RJR")


class Test(program.ProgramTest):
    def drawn(self, body, *words, trusts=TRUSTS, run="trials = 128"):
        named = [word for code in trusts for word in ("--trust", code)]
        self.done("run", self.scenario(body, run=run), *named, "--keep", "all", "--quiet", "--out", "r.h5", *words)
        with h5py.File(self.folder / "r.h5") as file:
            drivers = [name.decode() for name in file["driver"][...]]
            at = drivers.index(DRIVER)
            return (file["driver_value"][0, :, at], file["driver_value"][1, :, at], file["rating_final"][...],
                    [note.decode() for note in file["provenance/note_text"][...]])

    def test_a_cap_moves_only_what_lies_beyond_it(self):
        base, side, final, notes = self.drawn(f'[[change]]\n{CHANGE}at_most = 7.0\n')
        numpy.testing.assert_array_equal(side, numpy.minimum(base, 7.0))
        self.assertTrue((base > 7).any() and (base < 7).any())
        untouched = (base <= 7).all(axis=1)
        numpy.testing.assert_array_equal(final[0][untouched], final[1][untouched])
        self.assertTrue(any("at most 7 percent" in note for note in notes), notes)

    def test_a_floor_and_both_together(self):
        base, side, _, _ = self.drawn(f'[[change]]\n{CHANGE}at_least = 6.5\nat_most = 7.0\n')
        numpy.testing.assert_array_equal(side, numpy.clip(base, 6.5, 7.0))

    def test_a_cap_after_an_operation(self):
        base, side, _, _ = self.drawn(f'[[change]]\n{CHANGE}add = 0.5\nat_most = 7.5\n')
        numpy.testing.assert_array_equal(side, numpy.minimum(base + 0.5, 7.5))

    def test_a_cap_that_nothing_exceeds_changes_no_bit(self):
        base, side, final, _ = self.drawn(f'[[change]]\n{CHANGE}at_most = 39\n')
        numpy.testing.assert_array_equal(side, base)
        numpy.testing.assert_array_equal(final[0], final[1])

    def test_set_takes_a_cap(self):
        for words, limited in (("<=7", numpy.minimum), (">=7", numpy.maximum)):
            base, side, _, _ = self.drawn("", "--set", f"{DRIVER}={words}")
            numpy.testing.assert_array_equal(side[:, :LEAD], base[:, :LEAD])
            numpy.testing.assert_array_equal(side[:, LEAD:], limited(base, 7.0)[:, LEAD:])

    def test_levels_and_vary_take_them_too(self):
        base, side, _, _ = self.drawn(f'[[level]]\nname = "l"\n[[level.change]]\n{CHANGE}at_most = 7.0\n')
        numpy.testing.assert_array_equal(side, numpy.minimum(base, 7.0))
        draw = f'[[vary]]\n{CHANGE}distribution = "uniform"\nlower = 0.0\nupper = 2.0\n'
        base, side, _, _ = self.drawn(draw + 'as = "add"\nat_most = 8.0\n')
        self.assertEqual(side.max(), 8.0)
        self.assertTrue((side >= numpy.minimum(base, 8.0)).all())
        base, side, _, _ = self.drawn(draw.replace("0.0", "6.0").replace("2.0", "8.0") + 'as = "at_most"\n')
        self.assertTrue((side <= base).all() and (side <= 8.0).all() and (side == base).any() and (side < base).any())

    def test_only_the_named_trusts_change(self):
        base, side, final, notes = self.drawn(f'[[change]]\n{CHANGE}set = 3.0\ntrusts = ["RF4", "RHW"]\n')
        for i, code in enumerate(TRUSTS):
            if code in ("RF4", "RHW"):
                self.assertTrue((side[i] == 3.0).all())
            else:
                numpy.testing.assert_array_equal(side[i], base[i])
                numpy.testing.assert_array_equal(final[0][i], final[1][i])
        self.assertTrue(any("for RF4, RHW" in note for note in notes), notes)

    def test_only_trusts_of_the_group_change(self):
        self.done("run", "baseline", *[w for c in TRUSTS for w in ("--trust", c)], "--trials", "8", "--quiet", "--out", "b.h5")
        with h5py.File(self.folder / "b.h5") as file:
            types = [name.decode() for name in file["trust_type"][...]]
        chosen = next(kind for kind in types if kind)  # of some trusts the data have no type
        base, side, _, notes = self.drawn(f'[[change]]\n{CHANGE}set = 3.0\ngroup = "{chosen}"\n')
        for i, kind in enumerate(types):
            self.assertEqual((side[i] == 3.0).all(), kind == chosen)
        self.assertTrue(any(f"for trusts of type {chosen}" in note for note in notes), notes)

    def test_different_trusts_may_change_one_driver_differently(self):
        base, side, _, _ = self.drawn(f'[[change]]\n{CHANGE}set = 3.0\ntrusts = ["RF4"]\n'
                                      f'[[change]]\n{CHANGE}set = 4.0\ntrusts = ["RHW"]\n')
        self.assertTrue((side[0] == 3.0).all() and (side[2] == 4.0).all())
        numpy.testing.assert_array_equal(side[1], base[1])

    def test_what_cannot_be_is_refused_at_its_line(self):
        def wrong(body, *says):
            self.refused("run", self.scenario(f'[[change]]\n{CHANGE}{body}'), "--trust", "RF4", says=["mine.toml:", *says])
        wrong('set = 3\ntrusts = ["RF5"]\n', "RF5", "Did you mean")
        wrong('set = 3\ngroup = "Larg"\n', "Larg", "Did you mean 'Large'")
        wrong('set = 3\ntrusts = []\n', "trusts is empty")
        wrong('set = 3\ntrusts = ["RF4", "RF4"]\n', "twice")
        wrong("at_least = 8\nat_most = 7\n", "at_least is 8")
        wrong("set = 3\nat_most = 7\n", "set and a limit")
        wrong("at_most = 700\n", "out of range")
        wrong("from_month = 3\n", "give exactly one")
        self.refused("run", "baseline", "--trust", "RF4", "--set", f"{DRIVER}=<=x", says=["--set", "<="])

    def test_a_change_for_trusts_that_are_not_here_is_told(self):
        _, side, _, notes = self.drawn(f'[[change]]\n{CHANGE}set = 3.0\ntrusts = ["RTH"]\n')
        self.assertFalse((side == 3.0).any())
        self.assertTrue(any("changes nothing here" in note for note in notes), notes)

    def test_a_limit_that_can_never_act_is_told(self):
        run = json.loads(self.done("run", self.scenario('[[change]]\ndriver = "finance.agency_held"\nat_most = 10\n'),
                                   "--trust", "RF4", "--json", "--out", "h.h5"))
        self.assertTrue(any("that limit changes nothing" in note for note in run["notes"]), run["notes"])

    def test_check_says_them(self):
        shown = self.done("check", self.scenario(f'[[change]]\n{CHANGE}at_most = 7\ntrusts = ["RF4", "RHW"]\n'))
        self.assertIn(f"{DRIVER} at most 7 as soon as it can act for RF4, RHW", shown)
        self.assertNotIn("no trust of this run is among", shown)  # no run is asked for yet
        self.assertNotIn("never lies beyond", shown)


if __name__ == "__main__":
    unittest.main()
