"""Draws the drivers of the baseline again (docs/model/sampling.md, sections 3, 7 and 8)."""

import math
import re
import tomllib

import numpy as np

import facts
import philox
import schemes
import shapes

ALIASES = {"clinical.emergency_readmission_rate": "emergency_readmissions_30d",
           "people.retention_rate": "staff_retention_rate", "support.top10_achieved": "top10_medicines_savings_pct"}


def memory_table(page):
    """Rows of section 8: each, persistence and loading by driver."""
    rows = re.findall(r"^\| `([^`]+)` \| (run|month|ar1) \|\s*([\d.]*)\s*\|\s*([\d.]*)\s*\|$", page, re.MULTILINE)
    return {name: (each, float(persistence or 0), float(common or 0)) for name, each, persistence, common in rows}


def fact_aliases(page):
    """Field of each plugin's driver that stands for a fact, from section 7."""
    text = page[page.index("- **Facts.**"):page.index("- **`[[vary]]`**")]
    prefix, found = "", {}
    for name in re.findall(r"`([a-z_]*\.[a-z0-9_]+)`", text):
        name = prefix + name if name.startswith(".") else name
        prefix = name.split(".")[0]
        if prefix != "trust":
            found[name] = ALIASES.get(name, name.split(".")[1])
    return found


class Sampler:
    """z of every stream of one trust, for some trials."""

    def __init__(self, seed, trust, memory, groups, trials):
        self.seed, self.trust, self.memory, self.trials = seed, trust, memory, np.asarray(trials)
        self.group_of = {}
        for group in groups:
            for i, member in enumerate(group["drivers"]):
                self.group_of[member] = (group, i)

    def innovation(self, stream, month):
        """Own draw and common factor."""
        common = self.memory.get(stream, ("run", 0, 0))[2]
        own = philox.own_normals(self.seed, self.trust, stream, month, self.trials)
        if common == 0:
            return own
        sector = philox.own_normals(self.seed, "*", stream, month, self.trials)
        return math.sqrt((1 - common) * (1 + common)) * own + common * sector

    def correlated(self, stream, month):
        """The innovation after the copula of the stream's group."""
        if stream not in self.group_of:
            return self.innovation(stream, month)
        group, i = self.group_of[stream]
        row = factor(group)[i]
        return sum(row[j] * self.innovation(group["drivers"][j], month) for j in range(i + 1))

    def z(self, stream, months):
        """z [month, trial]; of a stream that is drawn once a run, one row."""
        each, persistence, _ = self.memory.get(stream, ("run", 0, 0))
        if each == "run":
            return self.correlated(stream, philox.RUN_MONTH)[None]
        rows = [self.correlated(stream, month) for month in range(1, months + 1)]
        if each == "ar1":
            for i in range(1, months):
                rows[i] = persistence * rows[i - 1] + math.sqrt(1 - persistence ** 2) * rows[i]
        return np.array(rows)


def factor(group):
    """Lower Cholesky factor of a group's correlation."""
    size, given = len(group["drivers"]), group["correlation"]
    matrix = np.array(given, dtype=float) if isinstance(given, list) else np.full((size, size), float(given))
    np.fill_diagonal(matrix, 1.0)
    return np.linalg.cholesky(matrix)


def width(distribution):
    """Range of a shape whose quantile is a table in the program, which is exact to 2e-11 of it; 0 for closed forms."""
    return distribution["upper"] - distribution["lower"] if distribution["shape"] in ("pert", "beta") else 0.0


class Redraw:
    """Values of the baseline's drivers of a result, drawn again for some trials."""

    def __init__(self, result, page, trials):
        self.result = result
        self.aliases = fact_aliases(page)
        self.texts = result.distributions()
        self.slots = schemes.slots(result.trust.schemes) if result.trust.schemes else {}
        scenario = tomllib.loads(result.scenario_text)
        groups = result.policy.groups + scenario.get("correlate", [])
        groups = [{**group, "drivers": [self.member(name, scenario) for name in group["drivers"]]} for group in groups]
        self.sampler = Sampler(result.seed, result.trust.code, memory_table(page), groups, trials)

    def member(self, driver, scenario):
        """The stream of a driver with which it takes part in a group."""
        varied = [row["driver"] for level in [scenario, *scenario.get("level", [])] for row in level.get("vary", [])
                  if row.get("as", "set") != "set" or not self.varies(row["driver"])]
        return f"{driver}|vary" if driver in varied else self.stream(driver)

    def stream(self, driver):
        field = self.aliases.get(driver)
        if field is None or self.fact(field)[0] == "unknown":
            return driver
        return f"trust.{field}"

    def fact(self, field):
        return facts.fact(self.result.fields[field], self.result.trust, self.result.policy)

    def varies(self, driver):
        """Whether the baseline draws the driver."""
        stream = self.stream(driver)
        if stream.startswith("trust."):
            return self.fact(stream.split(".")[1])[0] in ("rounded", "drawn")
        return (self.slots.get(driver) or shapes.parse(self.texts[driver]))["shape"] != "constant"

    def values(self, driver):
        """The driver's values [month or 1, trial], and what of their error is allowed beside rounding."""
        stream = self.stream(driver)
        if stream.startswith("trust."):
            return self.fact_values(stream)
        distribution = self.slots.get(driver) or shapes.parse(self.texts[driver])
        if distribution["shape"] == "constant":
            return np.full((1, len(self.sampler.trials)), distribution["value"]), 0.0
        return shapes.value(distribution, self.sampler.z(stream, self.result.months)), 2e-11 * width(distribution)

    def with_schemes(self, driver, value, programme):
        """A driver [month, trial] as the schemes of a programme change it."""
        value = np.array(np.broadcast_to(value, (self.result.months, value.shape[-1])))
        for word, change, delivery, stream, first in schemes.effects(programme, driver):
            drawn = delivery["value"] if delivery["shape"] == "constant" else shapes.value(
                delivery, self.sampler.z(stream, self.result.months))
            part = np.broadcast_to(drawn, value.shape)[first - 1:] / 100
            if word == "add":
                value[first - 1:] += change * part
            else:
                value[first - 1:] *= 1 + (change - 1) * part
        return value

    def fact_values(self, stream):
        rule = self.fact(stream.split(".")[1])
        if rule[0] == "reported":
            return np.full((1, len(self.sampler.trials)), rule[1]), 0.0
        z = self.sampler.z(stream, self.result.months)
        if rule[0] == "rounded":
            return shapes.value({"shape": "uniform", "lower": rule[1], "upper": rule[2]}, z), 0.0
        base = 1.0 if rule[2] is None else self.fact_values(f"trust.{rule[2]}")[0]
        return shapes.value(rule[1], z) * base, 2e-11 * width(rule[1]) * float(np.max(base))
