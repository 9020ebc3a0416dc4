"""The policy's numbers: parameters by policy year, profiles, metrics, rating rows, defaults of facts, groups."""

import tomllib


def policy_year_label(first, year):
    """Label of the policy year: "2018/19" and 2 -> "2019/20"."""
    start = int(first[:4]) + year - 1
    return f"{start}/{(start + 1) % 100:02d}"


def merge(into, other):
    """Joins the tables of an included file: lists are appended, tables are merged."""
    for key, value in other.items():
        if isinstance(value, dict):
            merge(into.setdefault(key, {}), value)
        elif isinstance(value, list) and key != "include":
            into.setdefault(key, []).extend(value)
        else:
            into[key] = value


class Policy:
    """A policy as one table, from the text that a result file keeps (files one after the other)."""

    def __init__(self, text):
        self.table = {}
        for part in text.split("# file: ")[1:]:
            merge(self.table, tomllib.loads(part.partition("\n")[2]))
        self.profiles = {name: row["values"] for name, row in self.table["profile"].items()}
        self.metrics = self.table["metric"]
        self.fresh_credibility = self.table["fresh_credibility"]["value"]
        self.last_year_prices = self.table["last_year_prices"]["value"]
        self.field_defaults = {row["field"]: row for row in self.table["field_default"]}
        self.groups = self.table["group"]
        self.rating = self.table["rating"]
        self.rating["weights"] = {row["id"]: row["weight"] for row in self.table["kloe"]}
        self.apply_fit(self.table.get("fit"))

    def apply_fit(self, fit):
        """Numbers of a fit replace those of the rows."""
        if fit is None:
            return
        self.rating["weights"].update(fit["weights"])
        self.rating["cuts"].update(fit["cuts"])
        for kind, number in (("limiter", "probability"), ("indicator", "coefficient")):
            for row in self.rating[kind]:
                row[number] = fit.get(kind, {}).get(row["id"], row[number])

    def profile(self, name, month):
        """Profile in a month (1 is April; months before the run count on backwards)."""
        return self.profiles[name][(month - 1) % 12]

    def parameters(self, label):
        """Parameters in force in a policy year: the latest year's row at or before it replaces the general one."""
        values = {name: row["value"] for name, row in self.table["parameter"].items()}
        years = [year for year in sorted(self.table.get("year", {})) if year <= label]
        if years:
            values.update({name: row["value"] for name, row in self.table["year"][years[-1]]["parameter"].items()})
        return values
