#!/usr/bin/env python3
"""Golden results: what every shipped scenario gives with a fixed seed, to the last bit.

    tests/golden/golden.py check NAME     compares a run with tests/golden/NAME.json
    tests/golden/golden.py update [NAME]  writes the file(s) anew; the commit that does so says why
    tests/golden/golden.py found [check]  writes what was found into the table of scenarios/README.md, or compares it

Environment: UOR (the program). A file holds, for each trust and side, the rating counts, the from-to table, the odds
in closed form, the mean latent, and the means in the last month of the metrics and KLOE scores.
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
ODDS = ("rating_odds", "rating_odds_by_month", "from_to_odds")  # of scenarios whose odds are in closed form
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
                **{name: file[name][s, t].tolist() for name in ODDS if name in file},
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


def finding(name):
    """What a scenario did to its first trust, in one line, from its golden result."""
    sides = json.loads((HERE / f"{name}.json").read_text())
    trust = next(iter(sides)).split(" ")[0]
    sides = {key.split(" ")[1]: side for key, side in sides.items() if key.startswith(trust + " ")}
    below = {side: 100 * sum(content["rating_odds"][:2]) for side, content in sides.items()}
    base, levels = sides["baseline"], [side for side in sides if side != "baseline"]
    odds = f"{trust}: below good {below['baseline']:.0f} %"
    if not levels:
        return f"{odds}, expected score {base['expected_score']:.2f}"
    scores = ", ".join(f"{sides[side]['expected_score'] - base['expected_score']:+.2f}" for side in levels)
    last = sides[levels[-1]]["mean"]
    moved = {key.removeprefix("metric."): abs(last[key] - value) / max(abs(value), 1.0)
             for key, value in base["mean"].items() if key.startswith("metric.")}
    most = [key for key in sorted(moved, key=moved.get, reverse=True) if moved[key] > 1e-3][:2]
    changes = ", ".join(f"{key} {base['mean']['metric.' + key]:.3g} to {last['metric.' + key]:.3g}" for key in most)
    return (f"{odds}, then {', '.join(f'{below[side]:.0f}' for side in levels)}; expected score {scores}; "
            f"at the last level {changes}")


def with_findings(text):
    """The README's table with its last column written anew."""
    lines = text.splitlines()
    for i, line in enumerate(lines):
        if line.startswith("| ["):
            cells = line.strip("|").split(" | ")
            name = cells[0].split("]")[0].strip(" [")
            lines[i] = "| " + " | ".join(cell.strip() for cell in [*cells[:3], finding(name)]) + " |"
    return "\n".join(lines) + "\n"


def found(only_check):
    path = SCENARIOS / "README.md"
    text = path.read_text()
    if only_check and with_findings(text) != text:
        sys.exit("scenarios/README.md tells other findings than the golden results: run tests/golden/golden.py found")
    path.write_text(with_findings(text))


def update(names):
    for name in names:
        (HERE / f"{name}.json").write_text(json.dumps(result_of(name), indent=1) + "\n")
        print(f"wrote {name}.json")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "check":
        check(sys.argv[2])
    elif len(sys.argv) >= 2 and sys.argv[1] == "found":
        found(sys.argv[2:] == ["check"])
    elif len(sys.argv) >= 2 and sys.argv[1] == "update":
        update(sys.argv[2:] or sorted(path.stem for path in SCENARIOS.glob("*.toml")))
    else:
        sys.exit(__doc__)
