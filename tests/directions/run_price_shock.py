"""Runs a shock to national prices for all trusts, metrics as published and as if known at once, and keeps month 12.

run_price_shock.py FOLDER writes shock_published.npz and shock_known.npz."""

import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy

import rows
from run_levels import ARRAYS

SCENARIO = """schema = 1
name = "price_shock"
[run]
trials = 8
months = 12
publication_lag = {lag}
[[level]]
name = "shock"
[[level.change]]
driver = "finance.national_price_shock"
add = 5.0
"""


def run(lag, out):
    with tempfile.TemporaryDirectory(prefix="uor-directions-") as folder:
        pathlib.Path(folder, "shock.toml").write_text(SCENARIO.format(lag=lag))
        subprocess.run([rows.UOR, "run", "shock.toml", "--trust", "all", "--keep", "all", "--out", "shock.h5", "--quiet"],
                       cwd=folder, check=True)
        with h5py.File(pathlib.Path(folder, "shock.h5")) as stored:
            kept = {"trusts": stored["trust"][:].astype(str), "metrics": stored["metric"][:].astype(str),
                    "units": stored["metric_unit"][:].astype(str)}
            for axis, array in ARRAYS[:3]:
                for index, name in enumerate(stored[axis][:].astype(str)):
                    for side, title in enumerate(("base", "shock")):
                        kept[f"{name}{'.score' * (axis == 'kloe')}|{title}"] = stored[array][side, :, index, 11, :]
    numpy.savez(out, **kept)


if __name__ == "__main__":
    place = pathlib.Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    run("true", place / "shock_published.npz")
    run("false", place / "shock_known.npz")
