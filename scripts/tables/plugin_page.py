"""The reference page of one plugin."""
import re

from tables.markdown import anchor, code, interval, number, page, section

BETTER = {-1: "low", 0: "", 1: "high"}
RANGES = ("likely", "possible")
KNOWN = ("standing", "source")
PHASES = {1: "month", 2: "month, once metrics are published"}


def plugin_page(plugin, policy, equations):
    """Text of docs/model/tables/<plugin>.md; `equations` is the Page that holds the plugin's equations."""
    name = plugin["plugin"]
    writers = writers_of(plugin)

    def of(kind):
        return [row for row in plugin["quantities"] if row["kind"] == kind]

    def computed(row):
        places = ", ".join(link(name, *found) for found in best(equations.places(row["id"])))
        return [writers[row["id"]], places]

    return page(
        f"{plugin['title']}: tables",
        [f"Written by `scripts/model_tables` from what `plugins/kloe_{name}` declares and from `policies/`: change",
         f"those, not this page. [The equations](../{name}.md), [how to read the tables](../README.md#tables)."],
        metrics_section(of("metric"), policy, computed),
        produced_section("Score", "", of("score"), computed),
        *driver_sections(of("driver")),
        produced_section("Other quantities", "Written by nodes every month; what month 0 alone gives says so.",
                         of("intermediate"), computed),
        parameters_section(plugin["parameters"]),
        section("Nodes", "In declared order.", ["node", "when", "reads", "writes"],
                ([code(node["id"]), when(node), ", ".join(read_of(read) for read in node["reads"]),
                  ", ".join(code(written) for written in node["writes"])] for node in plugin["nodes"])))


def metrics_section(rows, policy, computed):
    metrics = {f"metric.{row['id']}": row for row in policy["metric"]}
    lines = []
    for row in rows:
        metric = metrics[row["id"]]
        quartiles = ", ".join(number(metric[key]) for key in ("lower_quartile", "median", "upper_quartile"))
        lines.append([code(row["id"]), row["unit"], row["title"], BETTER[row["polarity"]], metric["lag_months"],
                      quartiles, *computed(row), metric["standing"], metric["source"]])
    return section("Metrics", "", ["id", "unit", "meaning", "better", "lag, months", "quartiles", "written by",
                                   "equation", "standing", "source of the quartiles"], lines)


def produced_section(title, words, rows, computed):
    return section(title, words, ["id", "unit", "meaning", "kind", *RANGES, "written by", "equation", *KNOWN],
                   ([*named(row), kind_of(row), *ranges(row), *computed(row), row["standing"], source_of(row)]
                    for row in rows))


def driver_sections(rows):
    levers = [row for row in rows if row["driver"]["lever"]]
    return (section("Drivers", "Filled by the host: facts of the trust, levers, noise.",
                    ["id", "unit", "meaning", "default", *RANGES, *KNOWN],
                    ([*named(row), default_of(row["driver"]), *ranges(row), row["standing"], row["source"]]
                     for row in rows)),
            section("Levers", "Drivers that a trust can change.",
                    ["id", "months to effect", "cost to deliver", "savings schemes through it"],
                    ([code(row["id"]), row["driver"]["lead_months"], row["driver"]["delivery_cost"],
                      row["driver"]["schemes"]] for row in levers)))


def parameters_section(rows):
    return section("Parameters", "Values in force by the policy; a later year's value follows where it differs.",
                   ["id", "unit", "meaning", "value", "possible", *KNOWN],
                   ([code(row["id"]), row["unit"], row["title"], by_year(row, lambda known: number(known["value"])),
                     interval(row["lower"], row["upper"]), by_year(row, lambda known: known["standing"]),
                     by_year(row, lambda known: known["source"])] for row in rows))


def writers_of(plugin):
    """By quantity: the node that writes it in the months, else the one that gives month 0."""
    writers = {}
    for node in sorted(plugin["nodes"], key=lambda node: node["anchor"]):
        for written in node["writes"]:
            writers.setdefault(written, code(node["id"]) + (" (month 0)" if node["anchor"] else ""))
    return writers


def best(places):
    """Where the month's equation stands, at most two sections; month 0 only when there is nothing else."""
    months = [place for place in places if "Month 0" not in place[0]]
    return (months or places)[:2]


def link(name, heading, lead):
    text = heading if not lead else f"{heading}: {lead}"
    return f"[{text}](../{name}.md#{anchor(heading)})" if heading else f"[{name}](../{name}.md)"


def named(row):
    better = BETTER[row["polarity"]]
    return [code(row["id"]), row["unit"], row["title"] + (f" (better: {better})" if better else "")]


def ranges(row):
    return [interval(row["likely_lower"], row["likely_upper"]), interval(row["lower"], row["upper"])]


def source_of(row):
    """A page of docs/model as the source is the place of the equation, which the row already has."""
    return "the equation" if row["source"].startswith("docs/model/") and " " not in row["source"] else row["source"]


def kind_of(row):
    words = [{"ytd": "year to date"}.get(row["behaviour"], row["behaviour"])]
    if row["profile"]:
        words.append(f"season {code(row['profile'])}")
    if row["summarise"]:
        words.append("summarised")
    return ", ".join(words)


def default_of(driver):
    """In words: the fact that fills a driver or its distribution, how often it is drawn, what the sector shares."""
    if driver["fact"]:
        return f"fact {code('trust.' + driver['fact'])}"
    words = [re.sub(r"^constant\((.*)\)$", r"\1", driver["default"])]
    if driver["each"] == "month":
        words.append("every month")
    if driver["each"] == "ar1":
        words.append(f"every month with persistence {number(driver['persistence'])}")
    if driver["common"]:
        words.append(f"loading {number(driver['common'])} on the sector")
    return ", ".join(words)


def by_year(row, of):
    """The figure of all years, then those of policy years that differ."""
    words = [of(row)] + [f"{year}: {of(known)}" for year, known in row["years"].items() if of(known) != of(row)]
    return "; ".join(words)


def when(node):
    return "month 0" if node["anchor"] else PHASES[node["phase"]]


def read_of(read):
    """The id, with what is read of the past."""
    words = []
    if read["from"] in ("month 0", "since April"):
        words.append(read["from"])
    elif read["window"] > 1:
        words.append(f"sum of {read['window']} months")
    if read["lag"] > 0:
        words.append(f"{read['lag']} back")
    return code(read["id"]) + (f" ({', '.join(words)})" if words else "")
