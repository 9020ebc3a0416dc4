"""What a stranger would miss: rows without source or standing, and quantities that no page gives an equation for."""
import re

from tables.declared import rows_with_numbers
from tables.policy_pages import default_of

STANDINGS = ("verified", "derived", "unverified", "assumed")
FILE = re.compile(r"(?:docs|policies|sectors|data|scripts|schema)/[\w./-]*\w")


def gaps_of_row(name, row, root):
    """Gaps of one row that has `standing` and `source`. A source names a document, a file or a reason: one word such as
    "assumed" only repeats the standing; a file of ours must be there."""
    standing, source = str(row.get("standing", "")), str(row.get("source", "")).strip()
    if standing not in STANDINGS:
        yield f"{name}: standing is '{standing}', one of {', '.join(STANDINGS)} is needed"
    if not source:
        yield f"{name}: has no source"
    elif " " not in source and "/" not in source:
        yield f"{name}: source '{source}' says nothing, name a document or a reason"
    for file in FILE.findall(source):
        if not (root / file).exists():
            yield f"{name}: source names {file}, which is not there"


def gaps_of_plugin(plugin, root):
    """Of all quantities and of the parameters in force, in all years."""
    for row in plugin["quantities"]:
        yield from gaps_of_row(row["id"], row, root)
    for row in plugin["parameters"]:
        if row["value"] is None:
            yield f"{row['id']}: neither policy nor plugin gives a value"
        for year, known in [("", row), *row["years"].items()]:
            yield from gaps_of_row(f"{row['id']} {year}".strip(), known, root)


def gaps_of_policy(policy, root):
    for name, row in rows_with_numbers({key: value for key, value in policy.items() if key != "schema"}):
        yield from gaps_of_row(name, row, root)


def gaps_of_fields(fields, policy, plugins, root):
    for field in fields:
        _, standing, source = default_of(field, policy, plugins)
        yield from gaps_of_row(f"trust.{field['id']}", {"standing": standing, "source": source}, root)


def gaps_of_equations(plugin, page, shared):
    """Produced quantities without a place on the plugin's page; drivers, parameters and facts of the trust that no
    equation names there (parameters: or on `shared`, the page of what all KLOEs have in common)."""
    name = f"docs/model/{plugin['plugin']}.md"
    for row in plugin["quantities"]:
        if not page.places(row["id"]):
            what = "read by no equation on" if row["kind"] == "driver" else "has no equation on"
            yield f"{row['id']}: {what} {name}"
    for row in plugin["parameters"]:
        if not page.names(row["id"]) and not shared.names(row["id"], plugin["plugin"]):
            yield f"{row['id']}: used by no equation on {name}"
    facts = {read["id"] for node in plugin["nodes"] for read in node["reads"] if read["id"].startswith("trust.")}
    for fact in sorted(facts):
        if not page.names(fact, "trust"):
            yield f"{fact}: read by a node, but by no equation on {name}"


def gaps_of_readme(plugin, policy, text):
    """The plugin's own page links to its equations and tables and has a row for each metric: unit, better direction,
    and where the benchmark comes from."""
    name = plugin["plugin"]
    readme = f"plugins/kloe_{name}/README.md"
    for link in (f"docs/model/{name}.md", f"docs/model/tables/{name}.md"):
        if f"](../../{link})" not in text:
            yield f"{readme}: does not link to {link}"
    lines = [re.split(r" *\| *", line.strip("| ")) for line in text.splitlines() if "|" in line]
    rows = {cells[0]: cells for cells in lines}
    benchmarks = {f"metric.{row['id']}": benchmark_of(row) for row in policy["metric"]}
    for row in plugin["quantities"]:
        if row["kind"] != "metric":
            continue
        cells = rows.get(f"`{row['id']}`", [])
        unit, better, benchmark = row["unit"], "high" if row["polarity"] > 0 else "low", benchmarks[row["id"]]
        if len(cells) < 4 or (cells[1], cells[2][:len(better)], cells[-1]) != (unit, better, benchmark):
            yield f"{readme}: needs the row | `{row['id']}` | {unit} | {better} | ... | {benchmark} |"


def benchmark_of(metric):
    """Standing and source of a metric's quartiles, without what the row says of the lag."""
    return f"{metric['standing']}: {metric['source'].split('; lag ')[0]}"
