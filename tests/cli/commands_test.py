"""Each subcommand does what its help says."""

import json
import re
import shutil
import subprocess

import program


class Test(program.ProgramTest):
    def test_version_names_release_commit_and_plugins(self):
        text = self.done("version")
        self.assertRegex(text, r"^uor \d+\.\d+\.\d+ \(commit ")
        for plugin in ("clinical", "people", "support", "corporate", "finance"):
            self.assertRegex(text, rf"(?m)^  {plugin} ")

    def test_plugins_lists_the_five(self):
        text = self.done("plugins", "list")
        self.assertEqual(text, self.done("plugins"))
        for plugin in ("clinical", "people", "support", "corporate", "finance"):
            self.assertRegex(text, rf"(?m)^{plugin} ")

    def test_plugins_show_has_drivers_metrics_and_score(self):
        text = self.done("plugins", "show", "clinical")
        for part in ("Drivers", "Metrics", "metric.dna_rate", "clinical.score", "SHA-256"):
            self.assertIn(part, text)

    def test_plugins_show_as_json_has_every_table(self):
        shown = json.loads(self.done("plugins", "show", "clinical", "--json"))
        quantities = {row["id"]: row for row in shown["quantities"]}
        self.assertEqual(quantities["clinical.dna_rate"]["driver"]["fact"], "dna_rate")
        self.assertEqual(quantities["metric.dna_rate"]["kind"], "metric")
        self.assertNotIn("driver", quantities["metric.dna_rate"])
        written = {name for node in shown["nodes"] for name in node["writes"]}
        self.assertEqual(written, {name for name, row in quantities.items() if row["kind"] != "driver"})

    def test_plugins_show_as_json_has_the_values_that_the_policy_sets(self):
        rows = json.loads(self.done("plugins", "show", "clinical", "--json"))["parameters"]
        rate = next(row for row in rows if row["id"] == "clinical.marginal_rate")
        self.assertEqual((rate["value"], rate["standing"]), (0.7, "verified"))
        self.assertEqual((rate["years"]["2019/20"]["value"], rate["years"]["2019/20"]["standing"]), (0.2, "unverified"))

    def test_plugins_check_passes_on_ours(self):
        paths = [line for line in self.done("plugins").splitlines() if line.endswith(".so")]
        self.assertEqual(len(paths), 5)
        for path in paths:
            self.assertIn("ok", self.done("plugins", "check", path))

    def test_trusts_lists_those_in_scope(self):
        self.assertEqual(len(re.findall(r"(?m)^R[A-Z0-9]{2} ", self.done("trusts"))), 131)
        self.assertEqual(len(re.findall(r"(?m)^R[A-Z0-9]{2} ", self.done("trusts", "--all"))), 134)

    def test_trusts_shows_one_with_what_is_reported_and_assumed(self):
        text = self.done("trusts", program.TRUST)
        self.assertIn("Barking", text)
        self.assertIn("Reported:", text)
        self.assertIn("Assumed:", text)

    def test_templates_are_valid_as_they_stand(self):
        for name in ("trust.toml", "scenario.toml"):
            self.done("init", name)
            self.assertIn(f"{name}: ok", self.done("check", name))

    def test_kind_decides_what_a_name_does_not(self):
        self.done("init", "mine.toml", "--kind", "scenario")
        self.assertIn("mine.toml: a scenario", self.done("check", "mine.toml"))
        self.refused("init", "other.toml", says=["--kind"])
        self.refused("init", "other.toml", "--kind", "policy", says=["--kind 'policy'"])

    def test_init_never_writes_over_a_file(self):
        self.write("trust.toml", "mine")
        self.refused("init", "trust.toml", says=["trust.toml", "--force"])
        self.assertEqual((self.folder / "trust.toml").read_text(), "mine")
        self.done("init", "trust.toml", "--force")
        self.assertNotEqual((self.folder / "trust.toml").read_text(), "mine")

    def test_init_in_a_folder_that_is_not_there_fails(self):
        self.refused("init", "gone/trust.toml", says=["gone/trust.toml"], code=1)

    def test_levers_are_the_same_in_all_formats(self):
        ids = [lever["id"] for lever in json.loads(self.done("levers", "--json"))["levers"]]
        self.assertGreater(len(ids), 10)
        text, table = self.done("levers"), self.done("levers", "--markdown")
        for lever in ids:
            self.assertRegex(text, rf"(?m)^{re.escape(lever)}$")
            self.assertIn(f"| `{lever}` |", table)

    def test_graph_shows_the_order(self):
        text = self.done("graph")
        for part in ("Month 0", "Every month", "reads", "writes"):
            self.assertIn(part, text)

    def test_graph_dot_can_be_drawn(self):
        text = self.done("graph", "--dot")
        self.assertTrue(text.startswith("digraph"))
        if shutil.which("dot"):
            subprocess.run(["dot", "-Tplain"], input=text, text=True, check=True, capture_output=True)

    def test_explain_shows_paths_with_elasticities(self):
        text = self.done("explain", "clinical.dna_rate", "metric.dna_rate", "--trust", program.TRUST)
        self.assertRegex(text, r"(?m)^ 1\. \+1  clinical\.dna_rate -> ")

    def test_explain_of_an_unknown_quantity_names_the_nearest(self):
        self.refused("explain", "clinical.dna_rat", "metric.dna_rate", says=["clinical.dna_rat", "Did you mean 'clinical.dna_rate'?"])

    def test_every_shipped_scenario_is_valid(self):
        for path in sorted((program.SOURCE / "scenarios").glob("*.toml")):
            self.assertIn(": ok", self.done("check", path))

    def test_the_shipped_policy_is_valid(self):
        self.assertIn("a policy", self.done("check", program.SOURCE / "policies" / "framework.toml"))

    def test_inspect_shows_a_result(self):
        self.done("run", "cip_slippage", "--trust", program.TRUST, "--trials", "128", "--out", "r.h5")
        text = self.done("inspect", "r.h5")
        for part in ("cip_slippage", "seed", "Use of resources", "clinical"):
            self.assertIn(part, text)

    def test_scenario_may_be_a_path_or_a_shipped_name(self):
        by_name = self.done("check", program.SOURCE / "scenarios" / "baseline.toml")
        self.assertTrue(by_name)
        for name in ("baseline", "scenarios/baseline.toml", program.SOURCE / "scenarios" / "baseline.toml"):
            self.done("run", name, "--trust", program.TRUST, "--trials", "64", "--quiet")

    def test_a_trust_file_beside_the_scenario_is_found(self):
        (self.folder / "there").mkdir()
        self.write("there/trust.toml", 'schema = 1\ncode = "MINE"\nname = "Mine"\n[reported]\ntotal_income = 400\n')
        self.scenario(name="there/mine.toml", run='trusts = ["trust.toml"]\ntrials = 64')
        self.assertIn("MINE", self.done("run", "there/mine.toml"))


if __name__ == "__main__":
    program.main()
