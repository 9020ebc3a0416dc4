"""What version 1.0 wrote is still read, or refused with the words that mend it (README.md)."""

import json
import pathlib
import platform
import re
import shutil
import tomllib
import unittest

import h5py
import numpy
import program

FILES = pathlib.Path(__file__).parent / "files"
SHIPPED = FILES / "shipped"
POLICIES = program.SOURCE / "policies"
RESULTS = ("run.h5", "sector.h5")
OLD = "--trust-file"  # 1.0 wrote no digest


def rows_that_ship():
    """Parameters of today's policies by id: those of every year, and where there are none those of the default year."""
    files = [POLICIES / "years" / "2018-19.toml", *sorted((POLICIES / "parameters").glob("*.toml"))]
    return {name: row for file in files for name, row in tomllib.loads(file.read_text()).get("parameter", {}).items()}


def toml_of(name, row):
    return f'\n[parameter."{name}"]\n' + "".join(f"{key} = {json.dumps(value)}\n" for key, value in row.items())


class CompatTest(program.ProgramTest):
    def copy(self, *names):
        for name in names:
            shutil.copy(FILES / name, self.folder / pathlib.Path(name).name)
            (self.folder / pathlib.Path(name).name).chmod(0o644)
        return pathlib.Path(names[0]).name

    def copy_policies(self):
        shutil.copytree(SHIPPED / "policies", self.folder / "policies")
        return pathlib.Path("policies", "framework.toml")


class Test(CompatTest):
    """Trust files, scenarios and workbooks."""

    def test_a_trust_file_of_each_kind_is_read(self):
        for name in ("trust.toml", "trust.csv", "northgate.xlsx", "trust_form.xlsx"):
            with self.subTest(name):
                self.assertIn("ok", self.done("check", self.copy(name)))
                self.done("rate", name, "--trials", "128")
                self.done("run", "baseline", "--trust", name, "--trials", "128", "--quiet", "--out", name + ".h5")

    def test_the_form_of_a_trust_is_valid_as_it_stands(self):
        self.done("check", self.copy("trust_form.toml"))

    def test_paths_are_explained_at_a_trust_file(self):
        self.copy("trust.toml")
        self.assertIn("metric.dna_rate", self.done("explain", "clinical.dna_rate", "metric.dna_rate", "--trust", "trust.toml"))

    def test_a_national_table_serves_the_trust_that_is_named(self):
        table = self.copy("shipped/data/trusts.csv")
        self.assertIn("trusts.csv: ok", self.done("check", table))
        self.done("rate", "trusts.csv:RF4", "--trials", "128")
        said = self.refused("rate", table, says=["has 134 trusts", "trusts.csv:R0A"])
        self.done("rate", re.search(r"trusts\.csv:R0A", said)[0], "--trials", "128")

    def test_a_scenario_is_read_and_runs(self):
        self.copy("scenario.toml", "scenario_form.toml")
        self.done("check", "scenario_form.toml")
        results = json.loads(self.done("run", "scenario.toml", "--out", "r.h5", "--json"))["results"]
        self.assertEqual([r["scenario"] for r in results], ["baseline", "slips", "agency"])
        self.assertEqual({r["trials"] for r in results}, {400})

    def test_every_scenario_that_shipped_runs(self):
        names = sorted((SHIPPED / "scenarios").glob("*.toml"))
        self.assertEqual(len(names), 21)
        for path in names:
            with self.subTest(path.name):
                self.copy(f"shipped/scenarios/{path.name}")
                self.done("run", path.name, "--trust", "RF4", "--trials", "100", "--quiet", "--out", path.stem + ".h5")

    def test_a_workbook_runs(self):
        for name in ("northgate.xlsx", "trust_form.xlsx"):
            with self.subTest(name):
                self.done("run", self.copy(name), "--trials", "200", "--quiet", "--out", "n.h5", "--force")
                self.done("report", "n.h5", "-o", "n.html", "--force")

    # Policies.

    def test_a_policy_is_read(self):
        text = (FILES / "policy.toml").read_text().replace("../../../policies", str(POLICIES))
        self.write("policy.toml", text)
        self.assertIn("ok", self.done("check", "policy.toml"))
        self.done("rate", "RF4", "--policy", "policy.toml", "--trials", "200")

    def test_the_policies_that_shipped_are_read_with_the_rows_that_the_refusal_names(self):
        policy = self.copy_policies()
        said = self.refused("check", policy, says=["the policy 'framework' has no value for 2018/19", "parameters: ",
                                                   "copy these rows from the policies that ship"])
        missing = re.search(r"parameters: (.*?)\. Give each", said, re.DOTALL)[1].split(", ")
        self.assertIn("clinical.figure_share", missing)
        rows = rows_that_ship()
        added = "".join(toml_of(name, rows[name]) for name in missing)
        (self.folder / "policies" / "added.toml").write_text(added)
        text = (self.folder / policy).read_text()
        (self.folder / policy).write_text(text.replace('include = [\n', 'include = [\n  "added.toml",\n'))
        self.assertIn("ok", self.done("check", policy))
        self.done("rate", "RF4", "--policy", policy, "--trials", "200")
        self.done("run", "baseline", "--trust", "RF4", "--policy", policy, "--trials", "128", "--quiet", "--out", "p.h5")

    def test_what_a_fit_wrote_counts_in_the_policy_of_today(self):
        self.copy("shipped/policies/fitted.toml")
        text = (POLICIES / "framework.toml").read_text().replace('  "', f'  "{POLICIES}/')
        self.write("fitted_then.toml", text.replace(f'"{POLICIES}/fitted.toml"', '"fitted.toml"'))
        # The indicators of then have no rows today: refused by name, and read once they are deleted, as is said.
        kept = (self.folder / "fitted.toml").read_text()
        for gone in ("bed_occupancy", "sickness"):
            self.refused("check", "fitted_then.toml", says=["fitted.toml", gone, "Fit again, or delete it"])
            kept = "".join(line for line in kept.splitlines(keepends=True) if not line.startswith(gone))
            self.write("fitted.toml", kept)
        said = self.done("check", "fitted_then.toml")
        self.assertRegex(said, r"fit\.weights\.clinical +0\.1489 ")
        self.done("rate", "RF4", "--policy", "fitted_then.toml", "--trials", "200")

    def test_published_ratings_are_fitted_and_tested(self):
        ratings = self.copy("shipped/data/assessments.csv")
        self.done("fit", "--assessments", ratings, "--trials", "64", "--out", "fit.toml")
        self.done("check", "fit.toml")
        self.assertIn("61", self.done("backtest", "--assessments", ratings, "--trials", "64"))

    # Result files.

    def test_a_result_file_has_no_digest_and_the_refusal_says_how_to_read_it(self):
        self.copy(*RESULTS)
        for words in (["inspect", "run.h5"], ["report", "run.h5", "-o", "r.html"], ["compare", "run.h5"],
                      ["explain", "run.h5", "--trial", "3"]):
            self.refused(*words, says=["'run.h5' has no digest", "an older uor wrote none", "--trust-file"])

    def test_a_result_file_opens_in_every_reader(self):
        self.copy(*RESULTS)
        for name in RESULTS:
            with self.subTest(name):
                self.assertIn("RF4", self.done("inspect", name, OLD))
                self.assertIn("RF4", self.done("inspect", name, "--trusts", OLD))
                self.assertIn("RF4", self.done("inspect", name, "--csv", OLD))
                self.assertEqual(json.loads(self.done("inspect", name, "--json", OLD))["results"][0]["trust"], "RF4")
                self.done("report", name, "-o", name + ".html", OLD)
                self.done("report", name, "--xlsx", "-o", name + ".xlsx", OLD)

    def test_scenarios_of_a_result_file_are_compared(self):
        self.copy(*RESULTS)
        self.done("compare", "run.h5", OLD)
        for form in ("--json", "--csv", "--plain"):
            self.done("compare", "run.h5:slips", "run.h5:agency", form, OLD)
        self.refused("compare", "run.h5", "sector.h5", OLD, says=["its seed is 1, not 7", "run it again with --seed 7"])

    def test_a_result_file_is_set_beside_one_of_today(self):
        self.copy("run.h5", "scenario.toml")
        self.done("run", "scenario.toml", "--quiet", "--out", "today.h5")
        said = " ".join(self.done("compare", "run.h5:agency", "today.h5:agency", OLD).split())
        self.assertIn("the program's commits differ", said)
        self.assertIn("the policies differ", said)
        self.done("report", "run.h5", "today.h5", "-o", "both.html", OLD)
        self.done("report", "run.h5", "today.h5", "--xlsx", "-o", "both.xlsx", OLD)

    def test_the_inputs_of_a_result_file_run_again(self):
        self.copy("run.h5")
        with h5py.File(self.folder / "run.h5") as file:
            texts = dict(zip(file["provenance/input_role"][:].astype(str), file["provenance/input_text"][:].astype(str)))
        self.assertEqual(texts["scenario"], (FILES / "scenario.toml").read_text())
        self.write("again.toml", texts["scenario"])
        self.done("run", "again.toml", "--quiet", "--out", "again.h5")

    def test_a_trial_of_a_result_file_is_refused_for_what_it_was_written_with(self):
        self.copy(*RESULTS)
        for words in (["run.h5"], ["sector.h5", "--trust", "R1F"]):
            self.refused("explain", *words, "--trial", "3", OLD,
                         says=["was written with something else than is here", "the policy 'framework' reads otherwise",
                               "plugin 'finance' has SHA-256", "Use what wrote it, or add --force"])
            forced = self.uor("explain", *words, "--trial", "3", "--force", OLD)
            self.assertIn("Trial 3 of", forced.stdout)
            self.assertIn("not as it was", forced.stdout + forced.stderr)

    # Plugins.

    @unittest.skipIf(platform.machine() != "x86_64", "the plugin is built for x86-64")
    def test_a_plugin_runs(self):
        (self.folder / "plugins").mkdir(mode=0o755)
        shutil.copy(FILES / "uor_minimal-1.0.so", self.folder / "plugins" / "uor_minimal.so")
        (self.folder / "plugins" / "uor_minimal.so").chmod(0o755)
        self.done("plugins", "check", "plugins/uor_minimal.so")
        self.done("run", "baseline", "--trust", "RF4", "--trials", "128", "--plugin-path", "plugins", "--keep", "all", "--quiet",
                  "--out", "r.h5")
        with h5py.File(self.folder / "r.h5") as file:
            names = list(file["quantity"][:].astype(str))
            excess, agency, pay = (file["quantity_value"][0, 0, names.index(name)]
                                   for name in ("minimal.agency_excess", "people.agency_spend", "people.pay"))
        numpy.testing.assert_array_equal(excess, numpy.maximum(agency - 3.0 / 100.0 * pay, 0.0))
        self.assertGreater(excess.max(), 0.0)


program.main()
