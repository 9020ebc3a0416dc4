"""Holds a run of the program against this folder's own computation of the model.

    crosscheck_test.py TRUST SCENARIO     every draw, column, rating and count of a run of 24 months
    crosscheck_test.py agreed             the same where CQC lowers or raises some proposals
    crosscheck_test.py mutation           a comparison fails when any plugin's parameter is another
"""

import pathlib
import shutil
import sys
import tempfile

import numpy as np

import compare
import draws
import model
import program
import scenario
import summaries

BLOCK = 4096  # trials computed at a time
TRIALS = 96
DRAW_TOLERANCE = 1e-12


def slices(trials, block=BLOCK):
    return [slice(first, min(first + block, trials)) for first in range(0, trials, block)]


def check_draws(result, trials=32):
    """Every stored driver of the first trials, all sides: draws, and what the scenario makes of them."""
    page = (program.SOURCE / "docs/model/sampling.md").read_text(encoding="utf-8")
    redraw = draws.Redraw(result, page, np.arange(trials))
    sides = scenario.Sides(redraw)
    worst, problems = 0.0, []
    for number, name in enumerate(result.drivers):
        baseline, allowed = redraw.values(name)
        for side, label in enumerate(result.sides):
            stored = result.file["driver_value"][side, 0, number, :, :trials]
            values, more = sides.values(label, name, baseline)
            difference = np.maximum(np.abs(values - stored) - allowed - more, 0)
            error = float(np.max(difference / np.maximum(np.abs(stored), compare.scale_of(stored))))
            worst = max(worst, error)
            if error > DRAW_TOLERANCE:
                problems.append(f"driver {name} of {label}: error {error:.3g}")
    return worst, problems


def check_columns(result, constants, block=BLOCK):
    """Every stored column, rating and count. Gives the largest error, the columns compared, and what differs."""
    inputs, tally = result.inputs(), summaries.Summaries(result)
    worst, problems, compared = 0.0, [], 0
    for trials in slices(result.trials, block):
        baseline = None
        for number, side in enumerate(result.sides):
            outcome = model.run(inputs, result.block(number, trials, constants), result.months)
            baseline = baseline or outcome
            tally.add(side, trials, outcome, baseline)
            stored = result.stored(number, trials)
            compared = len(stored)
            for name, error in compare.compare(stored, outcome.history).items():
                worst = max(worst, error)
                if error > compare.TOLERANCE:
                    problems.append(f"{name} of {side}: error {error:.3g}")
    return worst, compared, problems + tally.problems()


def crosscheck(folder, trust, name, options=()):
    result = program.run(folder, name, trust, TRIALS, options=options)
    draw_error, draw_problems = check_draws(result)
    constants = program.constants(folder, trust)
    error, compared, problems = check_columns(result, constants)
    blocks = check_columns(result, constants, block=40)
    print(f"{trust} {name}: {len(result.sides)} sides, {len(result.drivers)} drivers to {draw_error:.2g}, "
          f"{compared} columns to {error:.2g}")
    return draw_problems + problems + blocks[2]


def agreed(folder):
    """Three in ten proposals are lowered or raised; a comparison that forgets it must fail."""
    shutil.copytree(program.SOURCE / "policies", folder / "policies")
    path = folder / "policies" / "rating.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("lowered = 0.0\nraised = 0.0\n", "lowered = 0.2\nraised = 0.1\n"), encoding="utf-8")
    options = ("--policy", folder / "policies" / "framework.toml")
    problems = crosscheck(folder, "RF4", "recovery_plan", options)
    result = program.run(folder, "recovery_plan", "RF4", TRIALS, options=options)
    if result.policy.rating["agreed"]["lowered"] != 0.2:
        problems.append("the run's policy lowers no proposal")
    result.policy.rating["agreed"].update(lowered=0, raised=0)
    if not check_columns(result, program.constants(folder, "RF4"))[2]:
        problems.append("proposals that are taken for ratings are not seen")
    return problems


MUTATIONS = ("clinical.cancellation_slope", "people.backfill_nurses", "support.pathology_fixed_share",
             "corporate.backlog_elasticity", "finance.pressure_pay_share", "finance.weight_agency",
             "clinical.change_weight")


def mutation(folder):
    """Each of these parameters, moved by a millionth, must be seen; so must a column that is not recomputed."""
    result = program.run(folder, "levers", "RF4", 16)
    constants = program.constants(folder, "RF4")
    problems = []
    for name in MUTATIONS:
        row = result.policy.table["parameter"][name]
        row["value"] *= 1 + 1e-6
        if not check_columns(result, constants)[2]:
            problems.append(f"{name}: a change of a millionth is not seen")
        row["value"] /= 1 + 1e-6
    if check_columns(result, constants)[2]:
        problems.append("the comparison fails without a mutation")
    outcome = model.run(result.inputs(), result.block(0, slice(0, 16), constants), result.months)
    if np.isfinite(compare.compare({"a.column": np.zeros((24, 16))}, outcome.history)["a.column"]):
        problems.append("a stored column that nobody recomputes is not seen")
    return problems


def main(words):
    with tempfile.TemporaryDirectory(prefix="uor-crosscheck-") as scratch:
        folder = pathlib.Path(scratch)
        special = {"mutation": mutation, "agreed": agreed}
        problems = special[words[0]](folder) if len(words) == 1 else crosscheck(folder, *words)
    for problem in problems[:40]:
        print(problem)
    if problems:
        print(f"{len(problems)} differences")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
