"""The generated pages in docs/model/tables are those that scripts/model_tables writes."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

import declared_here as here


class Test(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="uor-docs-")
        self.addCleanup(scratch.cleanup)
        self.docs = pathlib.Path(scratch.name) / "model"

    def model_tables(self, *words):
        command = [here.SOURCE / "scripts" / "model_tables", "--uor", here.UOR, *words]
        return subprocess.run(command, capture_output=True, text=True, timeout=250, check=False)

    def copied(self):
        shutil.copytree(here.MODEL, self.docs)
        return self.docs / "tables"

    def refused(self, says):
        result = self.model_tables("--check", "--docs", self.docs)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertEqual(result.stdout.splitlines(), [says], result.stderr)

    def test_the_pages_are_as_declared(self):
        result = self.model_tables("--check")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_a_page_that_was_changed_by_hand_is_told(self):
        page = self.copied() / "people.md"
        page.write_text(page.read_text().replace("assumed", "verified", 1))
        self.refused("tables/people.md: differs from what is declared, run scripts/model_tables")

    def test_a_page_that_is_missing_is_told(self):
        (self.copied() / "host.md").unlink()
        self.refused("tables/host.md: differs from what is declared, run scripts/model_tables")

    def test_a_page_of_a_plugin_that_is_gone_is_told(self):
        (self.copied() / "gone.md").write_text("# Gone\n")
        self.refused("tables/gone.md: no table makes this page, delete it")

    def test_writing_puts_changed_pages_right(self):
        page = self.copied() / "rating.md"
        before = page.read_text()
        page.write_text("")
        self.assertEqual(self.model_tables("--docs", self.docs).returncode, 0)
        self.assertEqual(page.read_text(), before)

    def test_every_declared_id_has_a_row(self):
        for name, plugin in here.plugins().items():
            text = (here.MODEL / "tables" / f"{name}.md").read_text()
            for row in [*plugin["quantities"], *plugin["parameters"], *plugin["nodes"]]:
                self.assertIn(f"| `{row['id']}` |", text)


if __name__ == "__main__":
    unittest.main()
