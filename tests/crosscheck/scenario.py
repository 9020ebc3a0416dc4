"""What a scenario's sides make of the baseline's drivers (docs/model/sampling.md, section 7)."""

import tomllib

import numpy as np

import shapes
from draws import width


def operation(row):
    """set, add or multiply."""
    if "distribution" in row:
        return row.get("as", "set")
    return next(word for word in ("set", "add", "multiply") if word in row)


class Sides:
    """Drivers of each side of a scenario, drawn again; `redraw` gives the streams of z."""

    def __init__(self, redraw):
        self.redraw = redraw
        self.months = redraw.result.months
        table = tomllib.loads(redraw.result.scenario_text)
        common = (table.get("change", []), table.get("vary", []))
        levels = {level["name"]: (common[0] + level.get("change", []), common[1] + level.get("vary", []))
                  for level in table.get("level", [])}
        self.sides = levels or ({table["name"]: common} if any(common) else {})

    def rows(self, side, driver):
        """The [[change]] and [[vary]] tables of a driver, in the order in which they act."""
        changes, varies = self.sides.get(side, ([], []))
        return [row for row in changes + varies if row["driver"] == driver]

    def operand(self, row):
        """What a row sets, adds or multiplies by, [month, trial] or a number, and the error that is allowed."""
        if "distribution" not in row:
            return row[operation(row)], 0.0
        each, persistence = row.get("each", "run"), row.get("persistence", 0.0)
        own = self.redraw.stream(row["driver"])
        memory = self.redraw.sampler.memory
        was = memory.get(own, ("run", 0.0, 0.0))
        stream = own
        if row.get("as", "set") != "set" or was[:2] != (each, persistence) or not self.redraw.varies(row["driver"]):
            stream = f"{row['driver']}|vary"
            memory[stream] = (each, persistence, memory.get(row["driver"], ("run", 0.0, 0.0))[2])
        distribution = row["distribution"]
        return shapes.value(distribution, self.redraw.sampler.z(stream, self.months)), 2e-11 * width(distribution)

    def first_month(self, row):
        """No month that is closed, and of a lever only after its lead time, unless that was decided in time."""
        closed = self.redraw.result.trust.reported.get("last_closed_month")
        lead = 0 if row.get("decided") else self.redraw.result.leads.get(row["driver"], 0)
        return max(row.get("from_month", 1), int(closed.value if closed else 0) + lead + 1)

    def values(self, side, driver, baseline):
        """The driver [month, trial] from its baseline, and the error that is allowed."""
        value, allowed = np.array(np.broadcast_to(baseline, (self.months, baseline.shape[1]))), 0.0
        rows = self.rows(side, driver)
        if not rows:  # where the scenario changes what a scheme acts through, only the scenario's change counts
            value = self.redraw.with_schemes(driver, baseline, self.redraw.result.trust.schemes)
        for row in rows:
            operand, error = self.operand(row)
            operand = np.broadcast_to(operand, value.shape)
            acts = slice(self.first_month(row) - 1, row.get("to_month", self.months))
            word = operation(row)
            if word == "set":
                value[acts] = operand[acts]
            elif word == "add":
                value[acts] += operand[acts]
            else:
                value[acts] *= operand[acts]
                error *= float(np.max(np.abs(baseline)))
            allowed += error
        return value, allowed
