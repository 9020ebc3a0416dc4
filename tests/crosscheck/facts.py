"""Facts of a trust as data/README.md and docs/model/sampling.md ("Facts of a trust") state them; peers."""

import csv
import io
import math
import statistics
import tomllib
from dataclasses import dataclass, field

import schemes

NAN = float("nan")


@dataclass
class Reported:
    """A reported figure in the field's unit; `rounding` is half the step it was rounded to, 0 when exact."""

    value: float
    rounding: float = 0.0
    month: str = ""


@dataclass
class Trust:
    code: str
    policy_year: str
    reported: dict
    schemes: list = field(default_factory=list)
    quality: dict = field(default_factory=dict)  # what is published of the five questions, 1 to 4


def read_fields(folder):
    """Rows of data/trust_fields.csv by field."""
    with open(folder / "trust_fields.csv", newline="", encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file) if row["group"] != "ignored"}


def from_row(row, fields):
    """A trust from a row of trusts.csv."""
    reported = {}
    for name, entry in fields.items():
        text = row.get(entry["csv_column"], "") if entry["csv_column"] else ""
        if text == "":
            continue
        scale, half = float(entry["scale"]), float(entry["rounding"])
        steps = float(text) * scale / (2 * half) if half else 0.0
        rounded = half > 0 and math.isclose(steps, round(steps), abs_tol=1e-6)
        reported[name] = Reported(float(text) * scale, half if rounded else 0.0)
    return Trust(row["ods_code"], "", reported)


NEWEST_YEAR = "2018/19"  # of the columns of trusts.csv


def year_before(year):
    return f"{int(year[:4]) - 1}/{year[2:4]}"


def lay_history(trust, folder, fields):
    """The newest year of each column of history.csv up to that of trusts.csv, and the year before."""
    with open(folder / "history.csv", newline="", encoding="utf-8") as file:
        years = {row["period"]: row for row in csv.DictReader(file) if row["ods_code"] == trust.code}
    with open(folder / "history_fields.csv", newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["column"] and row["field"]]
    for row in rows:
        known = [year for year, values in sorted(years.items()) if year <= NEWEST_YEAR and values[row["column"]]]
        if not known:
            continue
        entry = fields[row["field"]]
        for name, year in ((row["field"], known[-1]), (row["year_ago"], year_before(known[-1]))):
            text = years.get(year, {}).get(row["column"], "")
            if name and text:
                value = min(max(float(text), float(entry["lower"])), float(entry["upper"]))
                trust.reported[name] = Reported(value, float(row["half_width"]))
            elif name:
                trust.reported.pop(name, None)
    return trust


def from_ids(row, fields):
    """A trust from a row by field ids, with roundings beside."""
    reported = {name: Reported(float(row[name]), float(row.get(f"{name}_rounding") or 0.0))
                for name in fields if row.get(name)}
    return Trust(row["code"], row.get("policy_year", ""), reported)


def read_sector(folder, fields):
    """The trusts of trusts.csv that are in the framework's scope, with their newest years."""
    with open(folder / "trusts.csv", newline="", encoding="utf-8") as file:
        return [lay_history(from_row(row, fields), folder, fields) for row in csv.DictReader(file)
                if row["sector_default"] != "no"]


def read_trust(text, fields):
    """A trust from the text that a result file keeps: a header and a row, or a trust file."""
    if text.startswith("ods_code,"):
        return from_row(next(csv.DictReader(io.StringIO(text))), fields)
    if text.startswith("code,"):
        return from_ids(next(csv.DictReader(io.StringIO(text))), fields)
    table = tomllib.loads(text)
    reported = {}
    for name, value in table.get("reported", {}).items():
        rounded = isinstance(value, dict)
        reported[name] = (Reported(value["value"], value.get("rounding", 0.0), value.get("month", "")) if rounded
                          else Reported(value))
    programme = table.get("scheme", [])
    if programme:
        reported.setdefault("savings_plan", Reported(sum(scheme["plan"] for scheme in programme)))
        reported.setdefault("recurrent_share", Reported(schemes.recurrent_percent(programme)))
    return Trust(table["code"], table.get("policy_year", ""), reported, programme)


QUESTIONS = ("safe", "effective", "caring", "responsive", "well_led")
RATINGS = ("inadequate", "requires improvement", "good", "outstanding")


def published_quality(text):
    """The latest rating of each question in rows of data/assessments.csv, as a result file keeps them."""
    found = {}
    for row in sorted(csv.DictReader(io.StringIO(text)), key=lambda row: row["report_date"]):
        for question in QUESTIONS:
            if row[question].lower() in RATINGS:
                found[f"quality_{question}"] = float(RATINGS.index(row[question].lower()) + 1)
    return found


def figure_months(trust, first_year):
    """Months of the run that the trust's own figures are of, by metric."""
    found = {}
    for name, given in trust.reported.items():
        if given.month:
            year, month = map(int, given.month.split("-"))
            found[name] = 12 * (year - int(first_year[:4])) + month - 3
    return found


def fact(row, trust, policy):
    """What stands for a fact: ("reported", value), ("rounded", lower, upper), ("drawn", distribution, ratio_of) or
    ("unknown",)."""
    name, lower, upper = row["id"], float(row["lower"]), float(row["upper"])
    if name in trust.reported:
        given = trust.reported[name]
        if given.rounding == 0:
            return ("reported", given.value)
        return ("rounded", max(given.value - given.rounding, min(lower, given.value)),
                min(given.value + given.rounding, max(upper, given.value)))
    if name in trust.quality:
        return ("reported", trust.quality[name])
    default = policy.field_defaults.get(name)
    if default is not None:
        given = from_fields(default.get("from", {}), trust)
        if given is not None:
            return ("reported", min(max(given, lower), upper))
        if default.get("derive"):
            return ("unknown",)
    if default is not None and "distribution" in default:
        shape = dict(default["distribution"])
        if shape["shape"] == "constant":
            return ("reported", shape["value"])
        return ("drawn", shape if "ratio_of" in default else inside(shape, lower, upper), default.get("ratio_of"))
    metric = next((entry for entry in policy.metrics if entry["id"] == name), None)
    if metric is None:
        return ("unknown",)
    quartiles = {"shape": "quartiles", "lower": metric["lower_quartile"], "median": metric["median"],
                 "upper": metric["upper_quartile"]}
    return ("drawn", inside(quartiles, lower, upper), None)


def from_fields(rule, trust):
    """What other reported fields give a field: 100 a / b, a - b, 100 - a, 10^6 a / b or a (1 + b/100); None
    unless all are reported."""
    for equation, names in rule.items():
        if not all(name in trust.reported for name in names):
            return None
        a, b = [trust.reported[name].value for name in names] + [None] * (2 - len(names))
        if equation == "percent":
            return 100 * a / b if b else None
        if equation == "unit_cost":
            return 1e6 * a / b if b else None
        if equation == "percent_over":
            return a * (1 + b / 100)
        return a - b if equation == "difference" else 100 - a
    return None


def inside(shape, lower, upper):
    """The distribution truncated to the field's bounds, too."""
    low, high = shape.get("truncate", (lower, upper))
    return {**shape, "truncate": [max(low, lower), min(high, upper)]}


def constants(trust, policy, fields):
    """`trust.<field>` of every fact that does not vary; NaN where it is unknown."""
    found = {}
    for name, row in fields.items():
        rule = fact(row, trust, policy)
        if rule[0] == "reported":
            found[f"trust.{name}"] = rule[1]
        elif rule[0] == "unknown":
            found[f"trust.{name}"] = NAN
    return found


def coordinate(trust, row):
    given = trust.reported.get(row["field"])
    if given is None:
        return None
    if row["logarithm"] != "yes":
        return given.value
    return math.log(given.value) if given.value > 0 else None


def peers(trust, sector, weights, count=10):
    """Codes of the nearest trusts (docs/model/rating.md, "Peers")."""
    spread = [statistics.stdev(x for x in (coordinate(other, row) for other in sector) if x is not None)
              for row in weights]

    def distance(other):
        total = shared = 0.0
        for row, sd in zip(weights, spread):
            here, there = coordinate(trust, row), coordinate(other, row)
            if here is None or there is None:
                continue
            total += float(row["weight"]) * ((here - there) / sd) ** 2
            shared += float(row["weight"])
        everything = sum(float(row["weight"]) for row in weights)
        return math.sqrt(total * everything / shared) if shared else math.inf

    near = sorted((distance(other), other.code) for other in sector if other.code != trust.code)
    return [code for apart, code in near if math.isfinite(apart)][:count]


def peer_medians(trust, policy, folder, fields):
    """Peer median of each metric: reported values where half of the peers have one, else the national median."""
    sector = read_sector(folder, fields)
    with open(folder / "peer_weights.csv", newline="", encoding="utf-8") as file:
        weights = list(csv.DictReader(file))
    codes = peers(trust, sector, weights)
    medians = {}
    for row in policy.metrics:
        values = [other.reported[row["id"]].value for other in sector
                  if other.code in codes and row["id"] in other.reported]
        enough = values and 2 * len(values) >= len(codes)
        medians[row["id"]] = statistics.median(values) if enough else row.get("peer", row["median"])
    return medians
