"""schema/result-format.md and real result files say the same, in both directions."""

import pathlib
import subprocess
import tempfile
import unittest

import declared_here as here
import h5py
import result_format as document

TEXT = (here.SOURCE / "schema" / "result-format.md").read_text()
TWO_SCORES = """schema = 1
extends = "framework"

[[shown_beside]]
id = "staff_score"
title = "Staff score"
quantity = "people.score"
"""
RUNS = {
    "one trust": ("run", "cip_slippage", "--trust", "RF4"),
    "two trusts": ("run", "sector_slippage", "--trust", "RF4", "--trust", "R1F"),
    "keep all": ("run", "estates_backlog", "--trust", "R1F", "--keep", "all"),
    "with an option": ("run", "baseline", "--trust", "RF4", "--set", "clinical.dna_rate=*0.9"),
    "even points": ("run", "baseline", "--trust", "RF4", "--policy", "two_scores.toml", "--points", "lhs", "--months", "2", "--trials", "4096"),
    "until good enough": ("run", "baseline", "--trust", "RF4", "--months", "2", "--until-se", "0.05"),
    "with a note": ("run", "baseline", "--trust", "RF4", "--months", "2", "--set", "clinical.dna_rate=*0.9"),
}


class Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="uor-format-")
        cls.addClassCleanup(scratch.cleanup)
        (pathlib.Path(scratch.name) / "two_scores.toml").write_text(TWO_SCORES)
        cls.files = {}
        for name, words in RUNS.items():
            path = pathlib.Path(scratch.name) / f"{name}.h5"
            trials = () if {"--trials", "--until-se"} & set(words) else ("--trials", "64")
            subprocess.run([here.UOR, *words, *trials, "--quiet", "--out", path], check=True, timeout=250,
                           cwd=scratch.name)
            cls.files[name] = h5py.File(path)
            cls.addClassCleanup(cls.files[name].close)

    def test_every_array_of_a_file_is_documented_with_its_axes_and_type(self):
        documented = document.arrays_of(TEXT)
        self.assertGreater(len(documented), 90)
        for file in self.files.values():
            for path, array in document.arrays_in(file).items():
                self.assertIn(path, documented)
                axes, kind, _ = documented[path]
                self.assertEqual((document.axes_in(array), document.type_name(array)), (axes, kind), path)

    def test_every_documented_array_is_in_the_files_that_should_have_it_and_in_no_other(self):
        seen = set()
        for file in self.files.values():
            held = set(document.arrays_in(file))
            due = {path for path, (_, _, when) in document.arrays_of(TEXT).items() if document.is_there(when, file)}
            self.assertEqual(held ^ due, set())
            seen |= held
        self.assertEqual(set(document.arrays_of(TEXT)) - seen, set(), "no run of this test has them")

    def test_root_attributes_are_those_documented(self):
        documented = document.attributes_of(TEXT, "Root attributes")
        for file in self.files.values():
            self.assertEqual({name: document.type_name(value) for name, value in file.attrs.items()}, documented)
            self.assertEqual((file.attrs["format"], file.attrs["format_version"], file.attrs["complete"]), ("uor-result", 1, 1))

    def test_attributes_of_arrays_are_those_documented(self):
        documented = document.attributes_of(TEXT, "Attributes of arrays")
        seen = set()
        for file in self.files.values():
            for path, array in document.arrays_in(file).items():
                own = {name: value for name, value in array.attrs.items() if name not in document.HDF5_OWN}
                seen |= set(own)
                for name, value in own.items():
                    self.assertEqual(document.type_name(value), documented.get(name), f"{path} {name}")
                labelled = document.is_axis(array) and document.type_name(array) != "none"
                figures = len(document.axes_in(array)) > 1 or path.startswith("/sector_")
                self.assertEqual("long_name" in own, (labelled or figures or path == "/trust_trials"), path)
                ratings = path in ("/rating_final", "/combined_final", "/rating_by_month")
                self.assertEqual(("flag_values" in own, "flag_meanings" in own), (ratings, ratings), path)
        self.assertEqual(seen, set(documented))

    def test_coordinates_are_the_arrays_beside_the_axes(self):
        for file in self.files.values():
            for path, array in document.arrays_in(file).items():
                for name in array.attrs.get("coordinates", "").split():
                    self.assertEqual(len(document.axes_in(file[name])), 1, path)
                    self.assertIn(document.axes_in(file[name])[0], document.axes_in(array), path)

    def test_documented_labels_are_those_of_the_axes(self):
        file = self.files["keep all"]
        labels = {name: row["labels"] for heading, rows in document.tables_of(TEXT) if heading == "Axes"
                  for row in rows if "labels" in row for name in document.names_of(row["axis"])}
        for axis in ("kloe", "rating", "from", "to"):
            self.assertEqual(", ".join(file[axis].asstr()), labels[axis])
        self.assertEqual(", ".join(str(value) for value in file["quantile"]), labels["quantile"])
        self.assertEqual(list(file["scenario"].asstr())[0], "baseline")


if __name__ == "__main__":
    unittest.main()
