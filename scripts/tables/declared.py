"""What the model declares: the plugins' tables as the program prints them, the policy's rows, the trust's fields."""
import csv
import json
import os
import subprocess
import tomllib


def plugins_of(uor, root):
    """The tables of every plugin that ships, by id, in the order in which the policy weighs the KLOEs."""
    shipped = {folder.name.removeprefix("kloe_") for folder in (root / "plugins").glob("kloe_*")}
    order = [row["id"] for row in policy_of(root)["kloe"]]
    return {name: tables_of(uor, root, name) for name in sorted(shipped, key=lambda name: order.index(name))}


def tables_of(uor, root, name):
    words = [str(uor), "plugins", "show", name, "--json"]
    environment = {**os.environ, "UOR_HOME": str(root)}
    result = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise SystemExit(f"model_tables: {' '.join(words)} failed: {result.stderr.strip()}")
    return json.loads(result.stdout)


def policy_of(root):
    """framework.toml and all that it includes, as one dictionary; lists and tables of the same name are joined."""
    folder = root / "policies"
    policy = tomllib.loads((folder / "framework.toml").read_text())
    for name in policy["include"]:
        merge(policy, tomllib.loads((folder / name).read_text()))
    return policy


def merge(into, more):
    for key, value in more.items():
        if isinstance(value, dict):
            merge(into.setdefault(key, {}), value)
        elif isinstance(value, list) and key in into:
            into[key] = into[key] + value
        else:
            into[key] = value


def fields_of(root):
    """The fields of a trust file; columns of data/trusts.csv that no formula uses are left out."""
    return [row for row in rows_of(root / "data" / "trust_fields.csv") if row["group"] != "ignored"]


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def rows_with_numbers(policy, name=""):
    """Every row of the policy that states numbers, with its name: a table that holds more than tables."""
    for key, value in policy.items():
        if key == "sum":
            continue  # signs and months of a line that is shown, no numbers of the model
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            if not isinstance(row, dict):
                continue
            label = row.get("id") or row.get("field") or row.get("name") or row.get("question")
            inner = f"{name}{key}" + (f" {label}" if label and isinstance(value, list) else "")
            if "standing" in row or "source" in row or states_number(row):
                yield inner, row
            else:
                yield from rows_with_numbers(row, inner + ".")


def states_number(row):
    """True when a row has a number of its own, not only in tables below."""
    values = [inner for value in row.values() for inner in (value if isinstance(value, list) else [value])]
    return any(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)
