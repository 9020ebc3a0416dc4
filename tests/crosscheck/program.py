"""Runs the program, and asks it for the drivers that a result file does not hold because they never vary."""

import json
import os
import pathlib
import subprocess

from result_file import Result

UOR = os.environ["UOR"]
SOURCE = pathlib.Path(os.environ["UOR_SOURCE"])
HERE = pathlib.Path(__file__).parent
PLUGINS = ("clinical", "people", "support", "corporate", "finance")
MONTHS = 24


def uor(folder, *words):
    """Standard output of `uor words...`, run in `folder`."""
    done = subprocess.run([UOR, *map(str, words)], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"uor {words}: {done.stderr}")
    return done.stdout


def run(folder, scenario, trust, trials, months=MONTHS, options=()):
    """A result of one trust with everything kept. `scenario` and `trust` may be files of this folder."""
    local, facts = HERE / "scenarios" / f"{scenario}.toml", HERE / "trusts" / f"{trust}.toml"
    path = folder / f"{scenario}-{trust}.h5"
    uor(folder, "run", local if local.exists() else scenario, "--trust", facts if facts.exists() else trust,
        "--any-scope", "--trials", trials, "--months", months, "--keep", "all", "--quiet", "--out", path, *options)
    result = Result(path, SOURCE / "data")
    result.leads = {row["id"]: row["lead_months"] for row in json.loads(uor(folder, "levers", "--json"))["levers"]}
    return result


def driver_ids(folder):
    """Ids of the drivers of all plugins."""
    ids = []
    for plugin in PLUGINS:
        table = uor(folder, "plugins", "show", plugin, "--plain").partition("\nDrivers\n")[2]
        for line in table.splitlines():
            if not line.startswith("  "):
                break
            ids.append(line.split()[0])
    return ids


def constants(folder, trust):
    """Value of every plugin's driver in the baseline: a change that adds nothing brings it into a file."""
    ids = driver_ids(folder)
    rows = "".join(f'[[change]]\ndriver = "{name}"\nadd = 0.0\n' for name in ids)
    (folder / "everything.toml").write_text(f'schema = 1\nname = "everything"\n{rows}', encoding="utf-8")
    result = run(folder, "everything.toml", trust, trials=1, months=1)
    return {name: result.file["driver_value"][0, 0, result.drivers.index(name), 0, 0] for name in ids}
