"""Simulates each row's step beside its baseline for all trusts, and keeps what the rows look at.

run_levels.py FILE OUT.npz, FILE being one of rows.FILES."""

import json
import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy

import rows

TRIALS = 4
ARRAYS = (("quantity", "quantity_value"), ("metric", "metric_value"), ("kloe", "score"), ("driver", "driver_value"))


def change(driver, operation, value):
    return f'[[level.change]]\ndriver = "{driver}"\n{operation} = {float(value)}\ndecided = true\n'


def level(name, given, row=None):
    replaced = row.driver if row and row.operation == "set" else None
    changes = "".join(change(driver, "set", value) for driver, value in given.items() if driver != replaced)
    if row:
        changes += change(row.driver, row.operation, row.step)
    return f'[[level]]\nname = "{name}"\n{changes}'


def scenario(chosen):
    """Scenario of rows with one month: a level a row and one a given state; and the state's name by row."""
    states, text = {}, ""
    for row in chosen:
        key = json.dumps(row.given, sort_keys=True)
        if row.given and key not in states:
            states[key] = f"state_{len(states) + 1}"
            text += level(states[key], row.given)
        text += level(row.name, row.given, row)
    names = {row.name: states.get(json.dumps(row.given, sort_keys=True), "baseline") for row in chosen}
    return f'schema = 1\nname = "directions"\n[run]\ntrials = {TRIALS}\nmonths = {chosen[0].month}\n{text}', names


class Result:
    """Values of a result file by scenario, quantity and month: an array (trust, trial)."""

    def __init__(self, file):
        self.file = file
        self.scenarios = [name.decode() for name in file["scenario"][:]]
        self.place = {}
        for axis, array in ARRAYS:
            for index, name in enumerate(file[axis][:]):
                name = name.decode() + (".score" if axis == "kloe" else "")
                self.place[name] = (array, index)

    def __call__(self, scenario, quantity, month):
        array, index = self.place[quantity]
        return self.file[array][self.scenarios.index(scenario), :, index, month - 1, :]


def collect(result, chosen, names, kept):
    kept["trusts"] = result.file["trust"][:].astype(str)
    for row in chosen:
        for quantity in row.quantities():
            for side, scenario in (("base", names[row.name]), ("step", row.name)):
                kept[f"{row.name}|{quantity}|{side}"] = result(scenario, quantity, row.month)
        for quantity in rows.unmoved():
            difference = result(row.name, quantity, row.month) - result("baseline", quantity, row.month)
            kept[f"unmoved|{quantity}"] = max(kept.get(f"unmoved|{quantity}", 0.0), numpy.abs(difference).max())


def main(file, out):
    kept = {}
    pathlib.Path(out).parent.mkdir(parents=True, exist_ok=True)
    every = rows.rows_of(file)
    for month in sorted({row.month for row in every}):
        chosen = [row for row in every if row.month == month]
        with tempfile.TemporaryDirectory(prefix="uor-directions-") as folder:
            text, names = scenario(chosen)
            pathlib.Path(folder, "levels.toml").write_text(text)
            subprocess.run([rows.UOR, "run", "levels.toml", "--trust", "all", "--keep", "all", "--out", "levels.h5",
                            "--quiet"], cwd=folder, check=True)
            with h5py.File(pathlib.Path(folder, "levels.h5")) as stored:
                collect(Result(stored), chosen, names, kept)
    numpy.savez(out, **kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
