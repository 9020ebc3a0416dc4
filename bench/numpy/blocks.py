"""Draws the drivers of a run block by block with NumPy's own generators.

The values have the same distributions, correlations, memory and common factors as the program's, but other random
numbers: this is what the program's draws are timed against, so it takes whatever NumPy does fastest.
"""

import math

import numpy as np

import draws
import scenario
import shapes
from history import Drivers

TABLE = np.linspace(-9.0, 9.0, 4609)  # z at which a slow map is computed beforehand


class Map:
    """z to value: closed forms where NumPy is quick at them, else a table."""

    def __init__(self, distribution):
        plain = "truncate" not in distribution
        self.shape = distribution["shape"] if plain else "table"
        self.d = distribution
        if self.shape not in ("normal", "lognormal", "quartiles"):
            self.shape = "table"
            self.values = shapes.value(distribution, TABLE)

    def __call__(self, z):
        d = self.d
        if self.shape == "normal":
            return d["mean"] + d["sd"] * z
        if self.shape == "lognormal":
            return d["median"] * np.exp(d["sigma"] * z)
        if self.shape == "quartiles":
            below, above = shapes.spread(d)
            return d["median"] + np.where(z < 0, below, above) * z
        return np.interp(z, TABLE, self.values)


class Streams:
    """z of each stream for one block of trials: as draws.Sampler, from a generator."""

    def __init__(self, sampler, generator, months):
        self.memory, self.group_of = sampler.memory, sampler.group_of
        self.factors = {id(group): draws.factor(group) for group, _ in sampler.group_of.values()}
        self.generator, self.months = generator, months

    def start(self, count):
        self.count, self.drawn, self.done = count, {}, {}

    def innovations(self, name):
        """[month or 1, trial], the common factor in."""
        if name not in self.drawn:
            each, _, common = self.memory.get(name, ("run", 0, 0))
            size = (1 if each == "run" else self.months, self.count)
            z = self.generator.standard_normal(size)
            if common:
                z *= math.sqrt((1 - common) * (1 + common))
                z += common * self.generator.standard_normal(size)
            self.drawn[name] = z
        return self.drawn[name]

    def z(self, name):
        """[month or 1, trial]"""
        if name not in self.done:
            self.done[name] = self.remembered(name, self.correlated(name))
        return self.done[name]

    def correlated(self, name):
        if name not in self.group_of:
            return self.innovations(name)
        group, i = self.group_of[name]
        row = self.factors[id(group)][i]
        return sum(row[j] * self.innovations(group["drivers"][j]) for j in range(i + 1))

    def remembered(self, name, z):
        each, persistence, _ = self.memory.get(name, ("run", 0, 0))
        if each == "ar1":
            z = z.copy()
            for i in range(1, self.months):
                z[i] = persistence * z[i - 1] + math.sqrt(1 - persistence ** 2) * z[i]
        return z


class Source:
    """Drivers of every side of a result's scenario, for as many trials at a time as wanted."""

    def __init__(self, result, redraw, constants, generator):
        self.result, self.redraw = result, redraw
        self.constants = {**result.trust_constants(), **constants}
        self.streams = Streams(redraw.sampler, generator, result.months)
        self.sides = scenario.Sides(redraw)
        self.rules = {name: self.rule(name) for name in result.drivers}

    def rule(self, name):
        """How a driver is drawn: (stream, map, field that multiplies it)."""
        stream = self.redraw.stream(name)
        if not stream.startswith("trust."):
            distribution = self.redraw.slots.get(name) or shapes.parse(self.redraw.texts[name])
            return (None, distribution["value"], None) if distribution["shape"] == "constant" else (
                stream, Map(distribution), None)
        kind, *rest = self.redraw.fact(stream.split(".")[1])
        if kind == "reported":
            return None, rest[0], None
        if kind == "rounded":
            return stream, Map({"shape": "uniform", "lower": rest[0], "upper": rest[1]}), None
        return stream, Map(rest[0]), rest[1]

    def value(self, name):
        stream, how, base = self.rules[name] if name in self.rules else self.rule(name)
        if stream is None:
            return np.full((1, self.streams.count), how)
        value = how(self.streams.z(stream))
        return value if base is None else value * self.value(f"trust.{base}")

    def block(self, count):
        """Drivers of each side for `count` trials."""
        self.streams.start(count)
        months = self.result.months
        baseline = {name: self.value(name) for name in self.rules}
        at_zero = {name: rows[0] for name, rows in baseline.items() if len(rows) == 1}
        sides = []
        for side in self.result.sides:
            monthly = {name: np.broadcast_to(self.changed(side, name, rows), (months, count))
                       for name, rows in baseline.items()}
            sides.append(Drivers(count, monthly, at_zero, self.constants))
        return sides

    def changed(self, side, name, baseline):
        """As scenario.Sides, where changes are numbers; the trusts that are timed have no schemes of their own."""
        rows = self.sides.rows(side, name)
        if not rows:
            return baseline
        return self.sides.values(side, name, baseline)[0]
