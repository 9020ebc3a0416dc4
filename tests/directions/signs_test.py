"""Each row's step moves what it names in the declared direction, for every trust and trial.

signs_test.py RUN.npz FILE [DRIVER]: the rows of FILE (of one driver) against what run_levels.py kept."""

import sys

import numpy

import rows

COMPARE = {"above": numpy.greater, "at_least": numpy.greater_equal, "below": numpy.less, "at_most": numpy.less_equal}


def holds(row, kept):
    """Where the row's conditions hold, by trust and trial."""
    found = None
    for condition in row.where:
        (operation, bound), = ((key, value) for key, value in condition.items() if key != "quantity")
        here = COMPARE[operation](kept[f"{row.name}|{condition['quantity']}|base"], bound)
        found = here if found is None else found & here
    return found


def wrong(sign, base, step, within):
    """Where a change has another sign than declared: a change within rounding is none."""
    change = step - base
    nothing = within * numpy.maximum(numpy.abs(base), numpy.abs(step)) + 1e-13
    if sign == 0:
        return ~(numpy.abs(change) <= nothing)
    return ~(sign * change > nothing)


def faults(row, kept):
    """What is wrong with a row, one text each."""
    found = []
    trusts = kept["trusts"]
    for quantity, sign in row.signs.items():
        base, step = kept[f"{row.name}|{quantity}|base"], kept[f"{row.name}|{quantity}|step"]
        here = holds(row, kept)
        here = numpy.ones(base.shape, bool) if here is None else here
        checks = [(sign, here)]
        if row.elsewhere == "stays":
            checks.append((0, ~here))
        for expected, cells in checks:
            if not cells.any():
                found.append(f"{row}\n  {quantity}: its condition, or the other side of it, never holds")
            bad = cells & wrong(expected, base, step, 1e-9 if expected else row.within)
            if bad.any():
                trust, trial = numpy.argwhere(bad)[0]
                word = {1: "rise", -1: "fall", 0: "stay"}[expected]
                found.append(f"{row}\n  {quantity} should {word} ({row.why}), but does not in {bad.sum()} of {cells.sum()} "
                             f"trials, first {trusts[trust]}: {base[trust, trial]!r} -> {step[trust, trial]!r}")
    return found


def main(stored, file, driver=None):
    chosen = [row for row in rows.rows_of(file) if driver in (None, row.driver)]
    kept = numpy.load(stored)
    found = [fault for row in chosen for fault in faults(row, kept)]
    print("\n".join(found) or f"{len(chosen)} rows hold for {len(kept['trusts'])} trusts")
    return 1 if found or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
