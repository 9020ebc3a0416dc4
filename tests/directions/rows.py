"""The declared directions (rows of *.toml), and what the program says of its levers and links."""

import functools
import json
import os
import pathlib
import re
import subprocess
import tomllib

UOR = os.environ["UOR"]
HERE = pathlib.Path(__file__).resolve().parent
FILES = ("clinical", "people", "support", "corporate", "finance", "links")
KEYS = {"driver", "add", "multiply", "set", "given", "month", "where", "elsewhere", "rises", "falls", "stays", "within",
        "links", "why"}


class Row:
    """One step of one driver, and the quantities that rise, fall or stay by it."""

    def __init__(self, file, number, table):
        unknown = set(table) - KEYS
        assert not unknown, f"{file}.toml, row {number + 1}: unknown keys {unknown}"
        self.name = f"{file}_{number + 1}"
        self.driver = table["driver"]
        (self.operation, self.step), = ((key, table[key]) for key in ("add", "multiply", "set") if key in table)
        self.given = table.get("given", {})
        self.month = table.get("month", 3)
        self.where = table.get("where", [])
        self.elsewhere = table.get("elsewhere", "untold")
        self.signs = {quantity: sign for key, sign in (("rises", 1), ("falls", -1), ("stays", 0))
                      for quantity in table.get(key, [])}
        self.within = table.get("within", 1e-9)
        self.links = table.get("links", [])
        self.why = table["why"]
        assert self.signs, f"{self.name}: nothing rises, falls or stays"
        assert self.elsewhere in ("untold", "stays"), f"{self.name}: elsewhere"

    def moved(self):
        """Quantities that must move, the driver among them."""
        return {self.driver} | {quantity for quantity, sign in self.signs.items() if sign}

    def quantities(self):
        return set(self.signs) | {condition["quantity"] for condition in self.where}

    def __str__(self):
        given = "".join(f", given {driver} = {value}" for driver, value in self.given.items())
        return f"{self.name}: {self.driver} {self.operation} {self.step}{given}, month {self.month}"


def rows_of(file):
    with open(HERE / f"{file}.toml", "rb") as stream:
        return [Row(file, number, table) for number, table in enumerate(tomllib.load(stream)["row"])]


def all_rows():
    return [row for file in FILES for row in rows_of(file)]


def unmoved():
    """Quantities that cross a link but that no driver moves, and why."""
    with open(HERE / "links.toml", "rb") as stream:
        return {entry["quantity"]: entry["why"] for entry in tomllib.load(stream)["unmoved"]}


def uor(*words):
    return subprocess.run([UOR, *words], capture_output=True, text=True, check=True).stdout


def levers():
    return [lever["id"] for lever in json.loads(uor("levers", "--json"))["levers"]]


@functools.cache
def nodes():
    """Nodes that run every month: name, plugin, what they read (not the fixed month 0) and what they write."""
    found, monthly, field = [], False, None
    for line in uor("graph", "--plain").splitlines():
        if not line.startswith(" "):
            monthly = line.startswith("Every month")
            continue
        title = re.fullmatch(r"  (\S+)  \((\w+)\)", line)
        if title:
            found.append({"name": title[1], "plugin": title[2], "monthly": monthly, "reads": "", "writes": ""})
            continue
        start = re.match(r"    (reads|writes) ", line)
        field = start[1] if start else field
        found[-1][field] += " " + (line[len(start[0]):] if start else line).strip()
    for node in found:
        reads = [read.strip() for read in node["reads"].split(",")]
        node["reads"] = {read.split(" ")[0] for read in reads if read and not read.endswith("at month 0")}
        node["writes"] = {write.strip() for write in node["writes"].split(",") if write.strip()}
    return [node for node in found if node["monthly"]]


@functools.cache
def cross_links():
    """(quantity, reading node) for each quantity that one plugin writes and a node of another reads."""
    writer = {quantity: node["plugin"] for node in nodes() for quantity in node["writes"]}
    links = set()
    for node in nodes():
        for quantity in node["reads"]:
            written = quantity.replace("published.", "metric.", 1) if quantity.startswith("published.") else quantity
            owner = writer.get(written, written.split(".")[0])
            if owner in ("clinical", "people", "support", "corporate", "finance") and owner != node["plugin"]:
                links.add((written, node["name"]))
    return links
