"""Draws the drivers of the baseline again (docs/model/sampling.md, sections 3, 7 and 8)."""

import math
import re
import tomllib

import numpy as np

import facts
import philox
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
        scenario = tomllib.loads(result.scenario_text)
        groups = result.policy.groups + scenario.get("correlate", [])
        groups = [{**group, "drivers": [self.stream(name) for name in group["drivers"]]} for group in groups]
        self.sampler = Sampler(result.seed, result.trust.code, memory_table(page), groups, trials)
        self.texts = result.distributions()

    def stream(self, driver):
        field = self.aliases.get(driver)
        if field is None or facts.fact(self.result.fields[field], self.result.trust, self.result.policy)[0] == "unknown":
            return driver
        return f"trust.{field}"

    def values(self, driver):
        """The driver's values [month or 1, trial], and what of their error is allowed beside rounding."""
        stream = self.stream(driver)
        if stream.startswith("trust."):
            return self.fact_values(stream)
        distribution = shapes.parse(self.texts[driver])
        if distribution["shape"] == "constant":
            return np.full((1, len(self.sampler.trials)), distribution["value"]), 0.0
        return shapes.value(distribution, self.sampler.z(stream, self.result.months)), 2e-11 * width(distribution)

    def fact_values(self, stream):
        field = self.result.fields[stream.split(".")[1]]
        rule = facts.fact(field, self.result.trust, self.result.policy)
        if rule[0] == "reported":
            return np.full((1, len(self.sampler.trials)), rule[1]), 0.0
        z = self.sampler.z(stream, self.result.months)
        if rule[0] == "rounded":
            return shapes.value({"shape": "uniform", "lower": rule[1], "upper": rule[2]}, z), 0.0
        base = 1.0 if rule[2] is None else self.fact_values(f"trust.{rule[2]}")[0]
        return shapes.value(rule[1], z) * base, 2e-11 * width(rule[1]) * float(np.max(base))
