"""Every prompt of the framework counts once: judged by one driver, or derived from figures that are scored already."""

import re
import tomllib

import program

POLICIES = program.SOURCE / "policies"
# Figure 4; delayed transfers, rota gaps, medicines spend and backlog are two questions each
KLOES = {"clinical": 5, "people": 10, "support": 4, "corporate": 6, "finance": 9}
PROMPTS = tomllib.loads((POLICIES / "prompts.toml").read_text(encoding="utf-8"))["prompt"]


class Test(program.ProgramTest):
    def columns(self, kloe):
        """The drivers of a plugin, and all its other columns."""
        drivers, others, kind = set(), set(), ""
        for line in self.done("plugins", "show", kloe).splitlines():
            if not line.startswith(" "):
                kind = line
            found = re.match(r" +([a-z]+\.[a-z0-9_]+)", line)
            if found:
                (drivers if kind.startswith("Driver") else others).add(found.group(1))
        self.assertTrue(drivers and others, kloe)
        return drivers, others

    def of_kind(self, kind, kloe=None):
        return [prompt for prompt in PROMPTS if prompt["kind"] == kind and kloe in (None, prompt["kloe"])]

    def test_every_prompt_of_figure_4_is_listed(self):
        for kloe, count in KLOES.items():
            self.assertEqual(sum(prompt["kloe"] == kloe for prompt in PROMPTS), count, kloe)
        self.assertEqual(len({prompt["id"] for prompt in PROMPTS}), len(PROMPTS))

    def test_every_judged_prompt_is_held_by_one_driver_and_every_evidence_driver_by_one_prompt(self):
        for kloe in KLOES:
            drivers, _ = self.columns(kloe)
            evidence = {driver for driver in drivers if ".evidence_" in driver} - {f"{kloe}.evidence_grade"}
            held_by = [driver for prompt in self.of_kind("judged", kloe) for driver in prompt["held_by"]]
            self.assertEqual(sorted(held_by), sorted(evidence), kloe)

    def test_no_derived_prompt_has_a_driver(self):
        for kloe in KLOES:
            drivers, others = self.columns(kloe)
            for prompt in self.of_kind("derived", kloe):
                for column in prompt["held_by"]:
                    self.assertIn(column, others, prompt["id"])
                    self.assertNotIn(column, drivers, prompt["id"])

    def test_judged_prompts_of_a_key_line_are_correlated(self):
        for kloe in KLOES:
            policy = tomllib.loads((POLICIES / "parameters" / f"{kloe}.toml").read_text(encoding="utf-8"))
            group = next(group for group in policy["group"] if group["name"] == f"{kloe}_evidence")
            held_by = [driver for prompt in self.of_kind("judged", kloe) for driver in prompt["held_by"]]
            self.assertEqual(sorted(group["drivers"]), sorted(held_by), kloe)


if __name__ == "__main__":
    program.main()
