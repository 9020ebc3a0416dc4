"""Everything that is declared has a source and a standing, and every quantity its equation."""

import unittest

import declared_here as here
from tables import gaps


class Test(unittest.TestCase):
    def assert_none(self, found):
        found = list(found)
        self.assertEqual(found, [], "\n".join(["", *found]))

    def test_every_quantity_and_parameter_has_source_and_standing(self):
        plugins = here.plugins()
        self.assertEqual(set(plugins), {"clinical", "people", "support", "corporate", "finance"})
        for plugin in plugins.values():
            self.assertTrue(plugin["quantities"] and plugin["parameters"] and plugin["nodes"])
            self.assert_none(gaps.gaps_of_plugin(plugin, here.SOURCE))

    def test_every_policy_row_has_source_and_standing(self):
        rows = dict(here.declared.rows_with_numbers(here.policy()))
        for name in ("kloe finance", "rating.limiter finances_failing", "metric dna_rate", "profile.winter",
                     "group gaps", "field_default cash", "cqc.combined", "quality_prior safe",
                     "parameter.finance.fund_tolerance"):
            self.assertIn(name, rows)
        self.assert_none(gaps.gaps_of_policy(here.policy(), here.SOURCE))

    def test_every_row_of_the_benchmarks_and_peer_weights_has_source_and_standing(self):
        for name in ("benchmarks.csv", "peer_weights.csv"):
            rows = here.declared.rows_of(here.SOURCE / "data" / name)
            self.assertTrue(rows)
            for row in rows:
                self.assert_none(gaps.gaps_of_row(f"{name} {next(iter(row.values()))}", row, here.SOURCE))

    def test_every_trust_field_has_a_default_with_source_and_standing(self):
        self.assert_none(gaps.gaps_of_fields(here.fields(), here.policy(), here.plugins(), here.SOURCE))

    def test_every_quantity_and_parameter_is_in_an_equation(self):
        for name, plugin in here.plugins().items():
            self.assert_none(gaps.gaps_of_equations(plugin, here.page(name), here.page("rating")))

    def test_every_plugin_page_has_its_links_and_metrics(self):
        for name, plugin in here.plugins().items():
            text = (here.SOURCE / "plugins" / f"kloe_{name}" / "README.md").read_text()
            self.assert_none(gaps.gaps_of_readme(plugin, here.policy(), text))


if __name__ == "__main__":
    unittest.main()
