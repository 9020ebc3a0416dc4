"""Pieces of a generated page."""
import re


def table(titles, rows):
    """Lines of a table, or none without rows."""
    rows = list(rows)
    if not rows:
        return []
    lines = ["| " + " | ".join(titles) + " |", "|" + "---|" * len(titles)]
    return lines + ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows] + [""]


def section(title, words, titles, rows):
    """A heading, a sentence and a table; nothing at all without rows."""
    lines = table(titles, rows)
    return [f"## {title}", "", *([words, ""] if words else []), *lines] if lines else []


def cell(value):
    return re.sub(r"\s+", " ", str(value)).replace("|", "\\|").strip()


def code(name):
    return f"`{name}`" if name else ""


def number(value):
    """Plain digits: 1000000 is 1,000,000, and nothing is rounded that a row states."""
    if value is None:
        return ""
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:.10g}"


def interval(lower, upper):
    """"0 to 100", "at least 0", or nothing when there is no bound."""
    if lower is None and upper is None:
        return ""
    if upper is None:
        return "at least " + number(lower)
    if lower is None:
        return "at most " + number(upper)
    return f"{number(lower)} to {number(upper)}"


def anchor(heading):
    """The link target that Markdown viewers make of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def page(title, introduction, *sections):
    """The text of a page."""
    lines = [f"# {title}", "", *introduction, ""]
    for lines_of_section in sections:
        lines += lines_of_section
    return "\n".join(lines).rstrip() + "\n"
