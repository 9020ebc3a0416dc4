"""The guide's table of common factors is what the plugins declare, and its spread is what the simulator computes."""

import re
import unittest

import declared_here as here

PAGE = here.SOURCE / "docs" / "guide" / "sector.md"


class Test(unittest.TestCase):
    def rows(self):
        """(driver, loading, why) of the table."""
        return re.findall(r"(?m)^\| `([\w.]+)` \| ([\d.]+) \| (.+) \|$", PAGE.read_text())

    def declared(self):
        return {row["id"]: row["driver"]["common"] for plugin in here.plugins().values() for row in plugin["quantities"]
                if row["kind"] == "driver" and row["driver"]["common"] != 0}

    def test_every_common_factor_is_listed_with_its_size(self):
        listed = {driver: float(loading) for driver, loading, _ in self.rows()}
        self.assertEqual(listed, self.declared())

    def test_every_common_factor_has_a_reason_and_one_row(self):
        drivers = [driver for driver, _, _ in self.rows()]
        self.assertEqual(len(drivers), len(set(drivers)))
        for driver, _, why in self.rows():
            self.assertGreater(len(why), 10, driver)

    def test_sampling_md_lists_the_same_loadings(self):
        table = (here.MODEL / "sampling.md").read_text().partition("## 8.")[2]
        listed = re.findall(r"(?m)^\| `([\w.]+)` \| \w+ \| [\d.]* ?\| ([\d.]+) \|$", table)
        self.assertEqual({driver: float(loading) for driver, loading in listed}, self.declared())


if __name__ == "__main__":
    unittest.main()
