"""Links of pages (of the model, plugins, decisions, contributors) lead to a file, and to the heading they name."""

import re
import unittest

import declared_here as here
from tables.markdown import anchor

DOCS = here.SOURCE / "docs"
PAGES = [*here.MODEL.rglob("*.md"), *(here.SOURCE / "plugins").glob("*/README.md"), *(DOCS / "plugins").glob("*.md"),
         *(DOCS / "decisions").glob("*.md"), DOCS / "architecture.md", here.SOURCE / "CONTRIBUTING.md"]


def headings_of(path):
    lines = re.sub(r"(?ms)^```.*?^```", "", path.read_text()).splitlines()
    return {anchor(line.lstrip("#").strip()) for line in lines if re.match(r"#+ ", line)}


class Test(unittest.TestCase):
    def test_links_lead_somewhere(self):
        known = {}
        for page in PAGES:
            for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
                if "://" in link:
                    continue
                name, _, heading = link.partition("#")
                target = (page.parent / name).resolve() if name else page
                self.assertTrue(target.exists(), f"{page.relative_to(here.SOURCE)}: {link}")
                if heading:
                    known.setdefault(target, headings_of(target))
                    self.assertIn(heading, known[target], f"{page.relative_to(here.SOURCE)}: {link}")

    def test_the_index_names_every_page(self):
        text = (here.MODEL / "README.md").read_text()
        for page in here.MODEL.rglob("*.md"):
            if page.name != "README.md":
                name = page.relative_to(here.MODEL).as_posix()
                self.assertTrue(f"({name})" in text or f"`{name}`" in text, name)


if __name__ == "__main__":
    unittest.main()
