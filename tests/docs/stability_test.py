"""docs/plugins/stability.md beside the contract: the files that hold its rules, and the size of each minor."""

import re
import unittest

import declared_here as here

PAGE = (here.SOURCE / "docs" / "plugins" / "stability.md").read_text()
HEADER = (here.SOURCE / "core" / "uor" / "sdk" / "plugin.h").read_text()
KEPT = here.SOURCE / "tests" / "compat" / "files"


class Test(unittest.TestCase):
    def test_every_rule_is_held_by_a_file_that_exists(self):
        rules = PAGE.split("| rule | held by |")[1].split("\n\n")[0].strip().splitlines()[1:]
        self.assertGreater(len(rules), 6)
        for rule in rules:
            files = re.findall(r"`((?:tests|examples)/[\w./]+)`", rule)
            self.assertTrue(files, rule)
            for file in files:
                self.assertTrue((here.SOURCE / file).is_file(), file)

    def test_the_table_of_minors_is_that_of_the_contract(self):
        sizes = [int(size) for size in re.search(r"UOR_PLUGIN_SIZES \\\n +\{ ([\d, ]+) \}", HEADER)[1].split(",")]
        rows = re.findall(r"^\| 1\.(\d+) \| (\d+) \| (.*?) ?\|$", PAGE, re.MULTILINE)
        self.assertEqual([(int(minor), int(size)) for minor, size, _ in rows], list(enumerate(sizes)))
        appended = HEADER.split("/* since 1.1 */")[1].split("} uor_plugin;")[0]
        for _, _, fields in rows[1:]:
            for field in re.findall(r"`(\w+)`", fields):
                self.assertIn(f" {field};", appended)

    def test_a_binary_of_every_minor_before_is_kept(self):
        now = int(re.search(r"#define UOR_ABI_MINOR (\d+)u", HEADER)[1])
        kept = {file.name.split("-1.")[1].split(".")[0] for file in KEPT.glob("*-1.*.so")}
        self.assertEqual(kept, {str(minor) for minor in range(now)})


if __name__ == "__main__":
    unittest.main()
