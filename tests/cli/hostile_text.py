"""Text that some reader would take for something else, and what every output must be whatever text is in it."""

import html.parser
import io
import re
import xml.etree.ElementTree as etree
import zipfile

FORMULA = '=HYPERLINK("http://a","b")'
MARKUP = "\"><script>alert(1)</script>'</script><img src=x onerror=alert(2)><!-- ]]> &amp; "
CONTROL = "\x1b]0;own\x07\x1b[2J\x08\x7f\u009b31m\u202eright\u2028\u2029\ufffe\uffff\x00".replace("\x00", "")
NASTY = FORMULA + MARKUP + CONTROL
COMMANDS_A_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

# Tags and attributes of the page's own.
OUR_SCRIPTS = 2
OUR_ATTRIBUTES = re.compile(r"^(data-[a-z-]+|aria-[a-z]+|role|class|id|href|rel|lang|charset|name|content|style|scope|"
                            r"tabindex|hidden|type|for|value|selected)$")


def check_terminal(test, data, what):
    """Bytes of standard output or error."""
    text = data.decode()  # valid UTF-8
    found = COMMANDS_A_TERMINAL.search(text)
    test.assertIsNone(found, f"{what}: {ascii(text[max(0, found.start() - 60):found.end() + 20]) if found else ''}")


class Page(html.parser.HTMLParser):
    """Counts scripts, and finds attributes and tags that are not ours, ids and links."""

    def __init__(self):
        super().__init__()
        self.scripts, self.foreign, self.ids, self.links, self.open = 0, [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.scripts += tag == "script"
        if tag in ("img", "iframe", "object", "embed", "base", "form"):
            self.foreign.append(tag)
        for name, value in attributes:
            if not OUR_ATTRIBUTES.match(name):
                self.foreign.append(name)
            if name == "id":
                self.ids.append(value)
            if name == "href" and value.startswith("#"):
                self.links.append(value[1:])


def check_page(test, text):
    page = Page()
    page.feed(text)
    page.close()
    test.assertLessEqual(page.scripts, OUR_SCRIPTS)
    test.assertEqual(page.foreign, [])
    test.assertEqual(len(page.ids), len(set(page.ids)), "ids are not unique")
    for name in page.ids:
        test.assertRegex(name, r"^[A-Za-z0-9_-]+$")
    test.assertEqual(set(page.links) - set(page.ids), set(), "links that lead nowhere")
    test.assertIsNone(re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text))


def check_parts(test, data):
    """Every part of a workbook is XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    etree.fromstring(archive.read(name))
                except etree.ParseError as problem:
                    test.fail(f"{name}: {problem}")


def check_workbook(test, data):
    """The same; names follow the rules, no cell is a formula, and openpyxl opens it."""
    import openpyxl

    check_parts(test, data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    names = names_of(book)
    test.assertEqual(len({name.lower() for name in names}), len(names))
    for name in names:
        test.assertRegex(name, r"^[A-Za-z_\\][A-Za-z0-9_.\\]*$")
        test.assertNotRegex(name, r"^([A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*|[RrCc])$")
    for sheet in book:
        test.assertRegex(sheet.title, r"^[^\[\]:*?/\\]{1,31}$")
        for row in sheet.iter_rows():
            for cell in row:
                test.assertNotEqual(cell.data_type, "f", f"{sheet.title}!{cell.coordinate}")
    return book


def names_of(book):
    """Names of ranges, in old and new openpyxl."""
    defined = book.defined_names
    return [each.name for each in defined.definedName] if hasattr(defined, "definedName") else list(defined)


def check_csv(test, text):
    """No cell that is not a number begins as a formula does."""
    import csv

    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            try:
                float(cell)
            except ValueError:
                test.assertFalse(cell.startswith(tuple("=+-@\t\r\n")), cell)
