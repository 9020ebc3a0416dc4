"""Moving benchmarks are fixed ones where nothing moves: in a flat year, with the quartiles of the trusts as the policy's."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import h5py
import numpy

import run_flat
import trust_files

TRUSTS = 12
CLOSE = 1e-7  # metrics are as reported to 1e-9, and scores divide by differences of quartiles
FLAT = 1      # side


def without_peers(text):
    """Peers of made-up trusts are those of the data: in a fixed run what these report, in a moving one this run's."""
    return re.sub(r'(?s)(\[parameter\."\w+\.peer_weight"\].*?\nvalue = )[0-9.]+', r"\g<1>0.0", text)


def with_quartiles(text, figures):
    """The policy's metric rows with the quartiles of `figures`, by metric."""
    rows = text.split("[[metric]]")
    for place, row in enumerate(rows[1:], 1):
        found = figures[re.search(r'id = "(\w+)"', row)[1]]
        for key, percent in (("lower_quartile", 25), ("median", 50), ("upper_quartile", 75)):
            row = re.sub(rf"(?m)^{key} = .*$", f"{key} = {float(numpy.percentile(found, percent))!r}", row)
        rows[place] = row
    return "[[metric]]".join(rows)


class Test(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="uor-anchoring-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        shutil.copytree(trust_files.SOURCE / "policies", self.folder / "policies")
        for path in (self.folder / "policies" / "parameters").glob("*.toml"):
            path.write_text(without_peers(path.read_text()))
        (self.folder / "flat.toml").write_text(run_flat.scenario())
        self.words, self.reported = [], {metric: [] for metric in trust_files.SPREAD}
        for index, row in enumerate(trust_files.table("trusts.csv")[:TRUSTS]):
            name, metrics = f"{row['ods_code']}.toml", trust_files.metrics_of(index)
            facts = {**trust_files.facts_of(row), **metrics, "sustainability_allocation": 0.0}
            trust_files.write(self.folder / name, row["ods_code"], facts)
            self.words += ["--trust", name]
            for metric, value in metrics.items():
                self.reported[metric].append(value)

    def scores(self, benchmarks):
        """Scores on the flat side, by id: KLOEs' and metrics'."""
        out = self.folder / f"{benchmarks}.h5"
        subprocess.run([os.environ["UOR"], "run", "flat.toml", *self.words, "--policy", "policies/framework.toml",
                        "--benchmarks", benchmarks, "--keep", "all", "--quiet", "--out", out], cwd=self.folder, check=True)
        with h5py.File(out) as file:
            found = {f"{kloe}.score": file["score"][FLAT, :, place] for place, kloe in
                     enumerate(file["kloe"][:].astype(str))}
            for place, quantity in enumerate(file["quantity"][:].astype(str)):
                if ".score_" in quantity:
                    found[quantity] = file["quantity_value"][FLAT, :, place]
        return found

    def test_a_flat_year_scores_the_same_with_its_own_quartiles_as_fixed_benchmarks(self):
        moving = self.scores("moving")
        national = self.scores("fixed")
        path = self.folder / "policies" / "metrics.toml"
        path.write_text(with_quartiles(path.read_text(), self.reported))
        fixed = self.scores("fixed")
        self.assertGreater(len(moving), 20)
        for quantity, found in moving.items():
            numpy.testing.assert_allclose(found, fixed[quantity], rtol=0, atol=CLOSE, err_msg=quantity)
        differing = [quantity for quantity in moving if not numpy.allclose(national[quantity], fixed[quantity])]
        self.assertGreater(len(differing), 15, "quartiles of these trusts are the policy's: nothing was tested")


if __name__ == "__main__":
    unittest.main()
