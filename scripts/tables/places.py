"""Where a page of docs/model defines or mentions a quantity.

Pages write `savings_pay` for `finance.savings_pay` in their own blocks of code; and where a page says "g stands for
each of the groups doctors, nurses", `pay_g` (or `<g>_pay`) means `pay_doctors` and `pay_nurses`.
"""
import re

STANDS_FOR = re.compile(r"`?<?(\w+)>?`? stands for each of (?:the \w+ )?([\w, ]+?)[.;:)]")
LEAD = re.compile(r"\*\*(.+?)[.,]?\*\*")
CODE = re.compile(r"`([^`]+)`")
NAME = re.compile(r"[A-Za-z_][\w.]*")
GIVEN = re.compile(r"([A-Za-z_][\w.]*)'*(?:`?(?: \w\d?)?\s+(?:=|likewise)(?:\s|$)|`:|` is )")


class Page:
    """One page: `defined` and `mentioned` hold, for each name, its sections as (heading, lead of the paragraph)."""

    def __init__(self, text, plugin):
        self.plugin = plugin
        self.marks = {}
        for mark, kinds in STANDS_FOR.findall(re.sub(r"\s+", " ", text)):
            self.marks.setdefault(mark, []).extend(re.split(r", | and ", kinds))
        self.words = set(re.findall(r"\w+", bare(text)))
        self.defined, self.mentioned = {}, {}
        heading = lead = ""
        for line in text.splitlines():
            if line.startswith("#"):
                heading, lead = line.lstrip("# "), ""
            elif line.startswith("**"):
                lead = LEAD.match(line)[1]
            self._note(self.defined, names_given(line), (heading, lead))
            self._note(self.mentioned, names_spoken(line), (heading, lead))

    def _note(self, known, names, place):
        for name in names:
            places = known.setdefault(name.rstrip(".").removeprefix(self.plugin + "."), [])
            if place not in places:
                places.append(place)

    def places(self, identifier):
        """The sections that define the quantity, else those that mention it, else none."""
        forms = self._forms_of(identifier.removeprefix(self.plugin + "."))
        for known in (self.defined, self.mentioned):
            found = [place for form in forms for place in known.get(form, ())]
            if found:
                return list(dict.fromkeys(found))
        return []

    def names(self, identifier, prefix=None):
        """True when the page has the name anywhere, in the text or in an equation."""
        forms = self._forms_of(identifier.removeprefix((prefix or self.plugin) + "."))
        return any(form in self.words for form in forms)

    def _forms_of(self, name):
        """The name as it is, and with each of its parts that a mark stands for replaced by the mark."""
        forms = [name]
        for mark, kinds in self.marks.items():
            for kind in kinds:
                part = re.compile(rf"(?<![^._]){kind}(?![^_])")
                forms += [form[:at.start()] + mark + form[at.end():] for form in forms for at in part.finditer(form)]
        return forms


def names_given(line):
    """Names that a line gives an equation for: in the first cell of a row, or before `=`."""
    if line.startswith("|"):
        cell = line.split("|")[1]
        return [name for code in CODE.findall(cell) for name in NAME.findall(bare(code))]
    if not line.startswith("    "):
        return GIVEN.findall(bare(line))
    names = []
    for part in re.split(r"\s{3,}(?![\s=])", bare(line).strip()):
        left = re.split(r"\s*(?:=|likewise|without)(?:\s|$)|: ", part)
        names += NAME.findall(left[0]) if len(left) > 1 else []
    return names


def names_spoken(line):
    code = [line] if line.startswith(("    ", "|")) else CODE.findall(line)
    return [name for part in code for name in NAME.findall(bare(part))]


def bare(code):
    return code.replace("<", "").replace(">", "")
