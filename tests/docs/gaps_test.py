"""Each kind of gap is told, on made-up declarations."""

import unittest

import declared_here as here
from tables import gaps
from tables.places import Page


def plugin(**changes):
    quantity = {"id": "made.cost", "unit": "GBP", "kind": "intermediate", "polarity": -1, "standing": "derived",
                "source": "a document of 2018", **changes}
    parameter = {"id": "made.share", "value": 0.5, "standing": "assumed", "source": "no source was read", "years": {}}
    return {"plugin": "made", "quantities": [quantity], "parameters": [parameter], "nodes": []}


class Test(unittest.TestCase):
    def gaps_of(self, declared):
        return list(gaps.gaps_of_plugin(declared, here.SOURCE))

    def test_nothing_is_told_of_a_full_row(self):
        self.assertEqual(self.gaps_of(plugin()), [])

    def test_a_quantity_without_source_is_told(self):
        self.assertEqual(self.gaps_of(plugin(source=" ")), ["made.cost: has no source"])

    def test_a_source_that_repeats_the_standing_is_told(self):
        self.assertIn("made.cost: source 'assumed' says nothing", self.gaps_of(plugin(source="assumed"))[0])

    def test_a_source_file_that_is_not_there_is_told(self):
        found = self.gaps_of(plugin(source="docs/model/gone.md"))
        self.assertEqual(found, ["made.cost: source names docs/model/gone.md, which is not there"])

    def test_an_unknown_standing_is_told(self):
        self.assertIn("made.cost: standing is 'guessed'", self.gaps_of(plugin(standing="guessed"))[0])

    def test_a_parameter_without_value_or_source_in_one_year_is_told(self):
        declared = plugin()
        of_one_year = {"value": 1, "standing": "assumed", "source": ""}
        declared["parameters"][0].update(value=None, years={"2019/20": of_one_year})
        self.assertEqual(self.gaps_of(declared), ["made.share: neither policy nor plugin gives a value",
                                                  "made.share 2019/20: has no source"])

    def test_a_quantity_or_parameter_without_equation_is_told(self):
        shared = Page("", "rating")
        found = list(gaps.gaps_of_equations(plugin(), Page("# Made\n\nprice", "made"), shared))
        self.assertEqual(found, ["made.cost: has no equation on docs/model/made.md",
                                 "made.share: used by no equation on docs/model/made.md"])
        page = Page("# Made\n\n    cost = share price\n", "made")
        self.assertEqual(list(gaps.gaps_of_equations(plugin(), page, shared)), [])

    def test_a_policy_row_without_standing_is_told(self):
        policy = {"rating": {"cuts": {"good": 2.4, "source": "a document of 2018"}}}
        self.assertIn("rating.cuts: standing is ''", next(gaps.gaps_of_policy(policy, here.SOURCE)))

    def test_a_default_of_a_trust_field_without_source_is_told(self):
        policy = {"field_default": [{"field": "cash", "derive": True, "standing": "derived", "source": ""}], "metric": []}
        found = list(gaps.gaps_of_fields([{"id": "cash", "group": "capital"}], policy, {}, here.SOURCE))
        self.assertEqual(found, ["trust.cash: has no source"])

    def test_a_fact_that_a_node_reads_and_no_equation_names_is_told(self):
        declared = plugin()
        declared["nodes"] = [{"id": "made.cost", "reads": [{"id": "trust.cash"}], "writes": ["made.cost"]}]
        page = Page("# Made\n\n    cost = share price\n", "made")
        self.assertEqual(list(gaps.gaps_of_equations(declared, page, Page("", "rating"))),
                         ["trust.cash: read by a node, but by no equation on docs/model/made.md"])

    def test_a_metric_that_the_plugin_page_does_not_have_is_told(self):
        declared = plugin(id="metric.cost", kind="metric")
        policy = {"metric": [{"id": "cost", "standing": "derived", "source": "a return; lag assumed"}]}
        found = list(gaps.gaps_of_readme(declared, policy, "[a](../../docs/model/made.md)"))
        self.assertEqual(found, ["plugins/kloe_made/README.md: does not link to docs/model/tables/made.md",
                                 "plugins/kloe_made/README.md: needs the row | `metric.cost` | GBP | low | ... | "
                                 "derived: a return |"])


if __name__ == "__main__":
    unittest.main()
