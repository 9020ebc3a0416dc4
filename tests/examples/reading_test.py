"""The scripts that read a run in Python and R count what the program tells, draw their chart, and notice a wrong file."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import h5py

UOR = os.environ["UOR"]
EXAMPLES = pathlib.Path(os.environ["UOR_SOURCE"]) / "examples"
PYTHON = ("/usr/bin/python3", EXAMPLES / "python" / "read_run.py")
R = ("Rscript", EXAMPLES / "r" / "read_run.R")
RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
TRIALS = 400


class Test(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="uor-examples-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def call(self, *words):
        environment = {**os.environ, "HOME": str(self.folder), "MPLCONFIGDIR": str(self.folder)}
        return subprocess.run([*map(str, words)], cwd=self.folder, env=environment, capture_output=True, text=True,
                              timeout=250, check=False)

    def simulated(self, *words):
        """A result file run.h5; what the program tells of it."""
        result = self.call(UOR, "run", *words, "--trials", TRIALS, "--out", "run.h5", "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def assert_tells(self, script, told):
        """The script's table of odds is that of the program, and all counts of graded trials agree."""
        result = self.call(*script, "run.h5")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        sides = len(told["results"])
        self.assertIn(f"{4 * sides} of {4 * sides} counts are those that the file tells", result.stdout)
        for row in told["results"]:
            found = re.search(rf"(?m)^ *{row['scenario']} +{row['trust']} +([-\d. ]+)$", result.stdout)
            self.assertTrue(found, f"{row['scenario']} {row['trust']}: {result.stdout}")
            shown = [float(word) for word in found[1].split()]
            for share, rating in zip(shown, RATINGS):
                self.assertAlmostEqual(share, 100 * row["ratings"][rating], delta=0.0051)
            change = row["change"]["good_or_better"]
            self.assertAlmostEqual(shown[4], 100 * change["value"], delta=0.0051)
            self.assertAlmostEqual(shown[5], 100 * change["standard_error"], delta=0.0051)

    def assert_draws(self, script, chart, begins):
        self.simulated("cip_slippage", "--trust", "RF4")
        result = self.call(*script, "run.h5", chart)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue((self.folder / chart).read_bytes().startswith(begins))
        self.assertGreater((self.folder / chart).stat().st_size, 4000)

    def assert_notices(self, script):
        self.simulated("baseline", "--trust", "RF4")
        with h5py.File(self.folder / "run.h5", "r+") as file:
            file["rating_count"][0, 0, 1] += 1
        result = self.call(*script, "run.h5")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("3 of 4 counts are those that the file tells", result.stdout)

    def test_python_counts_what_the_program_tells_of_one_trust(self):
        self.assert_tells(PYTHON, self.simulated("cip_slippage", "--trust", "RF4"))

    def test_python_counts_what_the_program_tells_of_several_trusts(self):
        self.assert_tells(PYTHON, self.simulated("sector_slippage", "--trust", "RF4", "--trust", "R1F"))

    def test_python_draws_a_chart(self):
        self.assert_draws(PYTHON, "chart.png", b"\x89PNG")

    def test_python_notices_counts_that_are_not_the_trials(self):
        self.assert_notices(PYTHON)

    def test_r_counts_what_the_program_tells_of_one_trust(self):
        self.assert_tells(R, self.simulated("cip_slippage", "--trust", "RF4"))

    def test_r_counts_what_the_program_tells_of_several_trusts(self):
        self.assert_tells(R, self.simulated("sector_slippage", "--trust", "RF4", "--trust", "R1F"))

    def test_r_draws_a_chart(self):
        self.assert_draws(R, "chart.pdf", b"%PDF")

    def test_r_notices_counts_that_are_not_the_trials(self):
        self.assert_notices(R)

    def test_metrics_are_those_that_the_program_tells(self):
        told = self.simulated("cip_slippage", "--trust", "RF4")["results"][-1]["metrics"]
        for script, digits in ((PYTHON, 1e-3), (R, 6e-3)):
            shown = self.call(*script, "run.h5").stdout
            for metric, of in told.items():
                found = re.search(rf"(?m)^ *metric\.{metric} +(\S+) +\S+ +\S+ +(\S+) ", shown)
                self.assertAlmostEqual(float(found[1]), of["mean"], delta=digits * abs(of["mean"]) + 6e-4)
                self.assertAlmostEqual(float(found[2]), of["change"], delta=digits * abs(of["change"]) + 6e-4)

    def test_a_file_opens_in_netcdf4_with_axes_and_labels(self):
        told = self.simulated("cip_slippage", "--trust", "RF4")
        import netCDF4
        with netCDF4.Dataset(self.folder / "run.h5") as run:
            final = run["rating_final"]
            self.assertEqual(final.dimensions, ("scenario", "trust", "trial"))
            self.assertEqual(list(run["scenario"][:]), [row["scenario"] for row in told["results"]])
            good = float(run["rating_odds"][-1, 0, 2])
            self.assertAlmostEqual(good, told["results"][-1]["ratings"]["good"], places=12)
            self.assertEqual(run["catalogue"]["unit"][:].size, run["catalogue"]["id"][:].size)


if __name__ == "__main__":
    unittest.main()
