"""What version 1.0 wrote is still read (tests/compat/README.md)."""

import json
import pathlib
import platform
import shutil
import unittest

import program

FILES = pathlib.Path(__file__).parent / "files"


class Test(program.ProgramTest):
    def copy(self, *names):
        for name in names:
            shutil.copy(FILES / name, self.folder / name)
            (self.folder / name).chmod(0o644)
        return names[0]

    def test_a_trust_file_of_each_kind_is_read(self):
        for name in ("trust.toml", "trust.csv", "northgate.xlsx", "trust_form.xlsx"):
            with self.subTest(name):
                self.assertIn("ok", self.done("check", self.copy(name)))

    def test_the_form_of_a_trust_is_valid_as_it_stands(self):
        self.done("check", self.copy("trust_form.toml"))

    def test_a_scenario_is_read_and_runs(self):
        self.copy("scenario.toml", "scenario_form.toml")
        self.done("check", "scenario_form.toml")
        results = json.loads(self.done("run", "scenario.toml", "--out", "r.h5", "--json"))["results"]
        self.assertEqual([r["scenario"] for r in results], ["baseline", "slips", "agency"])
        self.assertEqual({r["trials"] for r in results}, {400})

    def test_a_workbook_runs(self):
        self.copy("northgate.xlsx")
        self.done("run", "northgate.xlsx", "--trials", "200", "--quiet", "--out", "n.h5")
        self.done("report", "n.h5", "-o", "n.html")

    def test_a_policy_is_read(self):
        text = (FILES / "policy.toml").read_text().replace("../../../policies", str(program.SOURCE / "policies"))
        self.write("policy.toml", text)
        self.assertIn("ok", self.done("check", "policy.toml"))
        self.done("rate", "RF4", "--policy", "policy.toml", "--trials", "200")

    def test_a_result_file_opens_in_every_reader(self):
        self.copy("run.h5", "sector.h5")
        for name in ("run.h5", "sector.h5"):
            with self.subTest(name):
                self.done("inspect", name)
                self.done("report", name, "-o", name + ".html")
                self.done("report", name, "--xlsx", "-o", name + ".xlsx")
        self.done("compare", "run.h5:slips", "run.h5:agency")

    def test_a_trial_of_a_result_file_is_explained_or_refused_for_its_version(self):
        self.copy("run.h5")
        result = self.uor("explain", "run.h5", "--trial", "3")
        if result.returncode != 0:
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn("Use what wrote it, or add --force", result.stderr)

    @unittest.skipIf(platform.machine() != "x86_64", "the plugin is built for x86-64")
    def test_a_plugin_runs(self):
        (self.folder / "plugins").mkdir(mode=0o755)
        shutil.copy(FILES / "uor_minimal-1.0.so", self.folder / "plugins" / "uor_minimal.so")
        (self.folder / "plugins" / "uor_minimal.so").chmod(0o755)
        self.done("plugins", "check", "plugins/uor_minimal.so")
        self.done("run", "baseline", "--trust", "RF4", "--trials", "64", "--plugin-path", "plugins", "--keep", "all", "--quiet",
                  "--out", "r.h5")
        self.assertIn(b"minimal.agency_share", (self.folder / "r.h5").read_bytes())


program.main()
