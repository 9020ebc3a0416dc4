#!/usr/bin/env python3
"""Golden results: what every shipped scenario gives with a fixed seed, to the last bit.

    tests/golden/golden.py check NAME     compares a run with tests/golden/NAME.json
    tests/golden/golden.py update [NAME]  writes the file(s) anew; the commit that does so says why

Environment: UOR (the program). A file holds, for each trust and side, the rating counts, the from-to table, the mean
latent, and the means in the last month of the metrics and KLOE scores.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import h5py

HERE = pathlib.Path(__file__).resolve().parent
SCENARIOS = HERE.parent.parent / "scenarios"
UOR = os.environ.get("UOR", str(HERE.parent.parent / "build" / "release" / "bin" / "uor"))
TRIALS = 512
SECTOR_TRUSTS = ("RF4", "RJ1", "RBD")  # of scenarios that run all trusts: enough to see a change


def words(values):
    return [value.decode() for value in values]


def result_of(name):
    trusts = [f"--trust={code}" for code in SECTOR_TRUSTS] if name.startswith("sector") else []
    with tempfile.TemporaryDirectory(prefix="uor-golden-") as folder:
        out = pathlib.Path(folder) / "run.h5"
        command = [UOR, "run", SCENARIOS / f"{name}.toml", *trusts, "--trials", TRIALS, "--seed", 1, "--out", out, "--quiet"]
        subprocess.run([str(word) for word in command], check=True)
        with h5py.File(out) as file:
            return content_of(file)


def content_of(file):
    shown = [(i, name) for i, name in enumerate(words(file["summarised"][:])) if name.split(".")[0] == "metric" or
             name.endswith(".score")]
    last = file["value_mean"].shape[-1] - 1
    content = {}
    for t, trust in enumerate(words(file["trust"][:])):
        for s, side in enumerate(words(file["scenario"][:])):
            content[f"{trust} {side}"] = {
                "rating": file["rating_count"][s, t].tolist(),
                "migration": file["migration"][s, t].tolist(),
                "expected_score": float(file["expected_score"][s, t]),
                "mean": {name: float(file["value_mean"][s, t, i, last]) for i, name in shown},
            }
    return content


def differences(golden, found, path=""):
    """Where two nested results differ, in words."""
    if isinstance(golden, dict) and isinstance(found, dict):
        for key in sorted(set(golden) | set(found)):
            if key not in golden or key not in found:
                yield f"{path}{key}: only in the {'run' if key in found else 'golden file'}"
            else:
                yield from differences(golden[key], found[key], f"{path}{key} / ")
    elif golden != found:
        yield f"{path.removesuffix(' / ')}: golden {golden}, found {found}"


def check(name):
    path = HERE / f"{name}.json"
    if not path.exists():
        sys.exit(f"{name} has no golden result, write it with tests/golden/golden.py update {name}")
    found = list(differences(json.loads(path.read_text()), result_of(name)))
    for line in found[:20]:
        print(line)
    if found:
        sys.exit(f"{name}: {len(found)} figures differ from {path.name}; if the change is meant, update it and say why")


def update(names):
    for name in names:
        (HERE / f"{name}.json").write_text(json.dumps(result_of(name), indent=1) + "\n")
        print(f"wrote {name}.json")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "check":
        check(sys.argv[2])
    elif len(sys.argv) >= 2 and sys.argv[1] == "update":
        update(sys.argv[2:] or sorted(path.stem for path in SCENARIOS.glob("*.toml")))
    else:
        sys.exit(__doc__)
