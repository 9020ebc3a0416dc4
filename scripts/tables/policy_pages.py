"""The reference pages of what the host offers and of the rows of the rating."""
from tables.markdown import code, number, page, section

MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
COMPARISONS = {"below": "<", "at_most": "<=", "above": ">", "at_least": ">="}
WRITTEN = "Written by `scripts/model_tables`: change {}, not this page. [How to read it](../README.md#tables)."

# What no rule of the policy gives when it is not reported, by group of data/trust_fields.csv.
WITHOUT_DEFAULT = {
    "quality": ("drawn with the rating's latent", "derived", "[[quality_prior]] rows of policies/rating.toml"),
    "year_ago": ("last year's change is left out of the score", "derived", "docs/model/rating.md, Score of a metric"),
    "casemix": ("left out of the distance to peers", "derived", "docs/decisions/0006-peers.md"),
}


def host_page(policy, fields, plugins):
    """Text of docs/model/tables/host.md."""
    metrics = policy["metric"]
    return page(
        "What the host offers: tables",
        [WRITTEN.format("`data/trust_fields.csv` and `policies/`")],
        section("Facts of a trust", "One value a trial. What is not reported is drawn or derived by the rule, once a "
                "run; a rounded figure is drawn inside the interval of its rounding.",
                ["id", "unit", "meaning", "possible", "minimum set", "rounded to", "what more of it does",
                 "when not reported", "standing", "source"],
                ([code("trust." + field["id"]), field["unit"], field["title"],
                  f"{number(float(field['lower']))} to {number(float(field['upper']))}",
                  "yes" if field["minimum"] == "yes" else "", plus_minus(field), effect_of(field),
                  *default_of(field, policy, plugins)]
                 for field in fields)),
        section("Season profiles", "`profile.<name>` in the month; the mean of a year is 1, and so is month 0.",
                ["id", *MONTHS, "standing", "source"],
                ([code("profile." + name), *(number(value) for value in row["values"]), row["standing"], row["source"]]
                 for name, row in policy["profile"].items())),
        section("Published metrics and benchmarks", "`published.<metric>`, `published_year_ago.<metric>` and "
                "`benchmark.<metric>.lower`, `.median`, `.upper`, `.peer`, in the metric's unit; the equations are "
                "[What is published](../rating.md#what-is-published).",
                ["metric", "unit", "lag, months", "uprated by the cost index", "lower", "median", "upper", "standing",
                 "source"],
                ([code(row["id"]), row["unit"], row["lag_months"], "yes" if row.get("money") else "",
                  number(row["lower_quartile"]), number(row["median"]), number(row["upper_quartile"]), row["standing"],
                  row["source"]] for row in metrics)),
        section("What is drawn together", "Gaussian copulas; a single figure is the correlation of every pair.",
                ["group", "drivers", "correlation", "standing", "source"],
                ([row["name"], ", ".join(code(driver) for driver in row["drivers"]), matrix(row["correlation"]),
                  row["standing"], row["source"]] for row in policy.get("group", []))))


def effect_of(field):
    """What the row declares: the words of templates and `uor check`, with the quantity as code."""
    if field["moves"] == "shown only":
        return "shown only: " + field["note"]
    does = {"+": "raises {}", "-": "lowers {}", "depends": "moves {}, " + field["note"]}[field["sign"]]
    unless = ", ".join(code("trust." + other) for other in field["unless"].split())
    return does.format(code(field["moves"])) + (f"; not where given: {unless}" if unless else "")


def plus_minus(field):
    half = float(field["rounding"] or 0)
    return f"+- {number(half)}" if half else ""


def default_of(field, policy, plugins):
    """(rule in words, standing, source) for a field that is not reported."""
    for row in policy["field_default"]:
        if row["field"] == field["id"] and ("distribution" in row or row.get("derive")):
            rule = "derived by the plugin's month 0" if row.get("derive") else drawn(row)
            return rule, row["standing"], row["source"]
    for row in policy["metric"]:
        if row["id"] == field["id"]:
            rule = ", ".join(number(row[key]) for key in ("lower_quartile", "median", "upper_quartile"))
            return f"quartiles({rule}) of all trusts", row["standing"], row["source"]
    return WITHOUT_DEFAULT.get(field["group"]) or default_of_readers(field["id"], plugins)


def default_of_readers(field, plugins):
    """As default_of, from what reads the field: a driver with a default of its own, or nodes that can do without."""
    for plugin in plugins.values():
        for row in plugin["quantities"]:
            if row["kind"] == "driver" and row["driver"]["fact"] == field:
                return f"the default of {code(row['id'])}", row["standing"], row["source"]
    for plugin in plugins.values():
        if any(read["id"] == "trust." + field for node in plugin["nodes"] for read in node["reads"]):
            return "unknown: its equation says what holds then", "derived", f"docs/model/{plugin['plugin']}.md"
    return "no formula reads it", "derived", "the nodes that all plugins declare"


def drawn(row):
    shape = dict(row["distribution"])
    truncate = shape.pop("truncate", None)
    name = shape.pop("shape")
    figures = ", ".join(number(value) if isinstance(value, (int, float)) else str(value) for value in shape.values())
    words = figures if name == "constant" else f"{name}({figures})"
    if truncate:
        words += f" inside {number(truncate[0])} to {number(truncate[1])}"
    return words + (f" x {code('trust.' + row['ratio_of'])}" if "ratio_of" in row else "")


def matrix(correlation):
    if isinstance(correlation, list):
        return "; ".join(" ".join(number(value) for value in row) for row in correlation)
    return number(correlation)


def rating_page(policy):
    """Text of docs/model/tables/rating.md."""
    rating = policy["rating"]
    shared = ["standing", "source"]

    def known(row):
        return [row["standing"], row["source"]]

    fit = policy.get("fit", {})

    def fitted(kind, name, value):
        """A number before and after the fit: "0.3 (fitted 0.257 ± 0.18)"."""
        after = fit.get(kind, {}).get(name)
        if after is None:
            return number(value)
        return f"{number(value)} (fitted {number(after)} ± {number(fit['standard_error'][kind][name])})"

    single = [("weight of " + row["id"], fitted("weights", row["id"], row["weight"]), row) for row in policy["kloe"]]
    single += [("lowest latent that is " + words(grade), fitted("cuts", grade, rating["cuts"][grade]), rating["cuts"])
               for grade in figures(rating["cuts"])]
    single += [("sd of `rating.judgement`", rating["judgement"]["sd"], rating["judgement"])]
    single += [(f"share of proposals that CQC publishes {key} by a grade", rating["agreed"][key], rating["agreed"])
               for key in figures(rating["agreed"])]
    single += [(f"{key} of the latent over the sector", rating["sector"][key], rating["sector"])
               for key in figures(rating["sector"])]
    single += [(f"prior of a fit: {words(key)}", rating["fit_prior"][key], rating["fit_prior"])
               for key in figures(rating["fit_prior"])]
    fresh = policy["fresh_credibility"]
    single += [("weight of a trust's own fresher figure", fresh["value"], fresh)]
    single += [(f"{name} rating, {words(key)}", row[key], row) for name, row in policy["cqc"].items()
               for key in figures(row)]
    return page(
        "Rating: tables",
        [WRITTEN.format("`policies/rating.toml`, `policies/metrics.toml` and `sectors/acute/kloes.toml`"),
         "[The equations](../rating.md) are beside it; metrics with quartiles and lags are in [host.md](host.md)."],
        section("Figures", "", ["figure", "value", *shared],
                ([name, value if isinstance(value, str) else number(value), *known(row)] for name, value, row in single)),
        section("Limiters", "While all conditions hold and the draw of `limiter.<id>` is below the probability.",
                ["id", "meaning", "when", "rating is", "probability", *shared],
                ([code(row["id"]), row["title"], conditions(row), bound(row),
                  probability(row, fitted("limiter", row["id"], row["probability"])), *known(row)]
                 for row in rating["limiter"])),
        section("Indicators", "The latent moves by coefficient x (quantity - mean)/sd, the deviation held within 3.",
                ["id", "meaning", "quantity", "mean", "sd", "coefficient", *shared],
                ([code(row["id"]), row["title"], code(row["quantity"]), number(row["mean"]), number(row["sd"]),
                  fitted("indicator", row["id"], row["coefficient"]), *known(row)] for row in rating["indicator"])),
        section("Ratings characteristics", "Reported as the share of trials in which they hold; without consequence.",
                ["id", "meaning", "when", "of the rating", *shared],
                ([code(row["id"]), row["title"], conditions(row), words(row["rating"]), *known(row)]
                 for row in rating["characteristic"])),
        section("Quality ratings that are not given", "Drawn by `quality.<question>`.",
                ["question", "inadequate", "requires improvement", "good", "outstanding", "correlation", *shared],
                ([words(row["question"]), *(number(share) for share in row["probability"]), number(row["correlation"]),
                  *known(row)] for row in policy["quality_prior"])))


def figures(row):
    return [key for key in row if key not in ("standing", "source")]


def words(name):
    return name.replace("_", " ")


def conditions(row):
    parts = []
    for condition in row["when"]:
        sign = next(key for key in condition if key in COMPARISONS)
        parts.append(f"{code(condition['quantity'])} {COMPARISONS[sign]} {other_side(condition, condition[sign])}")
    if row.get("need", len(parts)) < len(parts):
        return f"{row['need']} of: " + "; ".join(parts)
    return " and ".join(parts)


def other_side(condition, other):
    """The number, or the quantity and what it is multiplied by."""
    if not isinstance(other, str):
        return number(other)
    times = condition.get("times", 1)
    return code(other) if times == 1 else f"{number(times)} x {code(other)}"


def probability(row, fitted):
    """The probability, and what it may be at most."""
    return fitted + (f", at most {number(row['most'])}" if "most" in row else "")


def bound(row):
    return " and ".join(f"at {side} {words(row[side])}" for side in ("best", "worst") if side in row)
