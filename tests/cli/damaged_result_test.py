"""Result files from elsewhere: whatever is in them, commands end by themselves with a word, and take little.

A share of all that is spoilt is tried. All of it, in some minutes, by hand in the build folder:
UOR_ALL_DAMAGE=1 ctest -R cli.damaged_result
"""

import os
import resource
import shutil
import subprocess
import time

import damaged_files
import h5py
import numpy as np
import program
from sealed import seal, sealed, unsealed

MOST_BYTES = 1_000_000_000
MOST_SECONDS = 60
SCENARIO = """schema = 1
name = "two"
[run]
trusts = ["RF4", "R1F"]
trials = 64
months = 3
[[level]]
name = "low"
[[level.change]]
driver = "clinical.dna_rate"
add = -0.5
"""
ALL = bool(os.environ.get("UOR_ALL_DAMAGE"))
SEEDS = range(100 if ALL else 25)
READ = ("rating_final", "combined_final", "rating_count", "combined_count", "quality_count", "rating_count_by_month",
        "kloe_count", "migration", "trust_trials", "sector_count", "scenario", "kloe", "month", "quantile")
# Every change of every array is tried by `inspect`, which reads all of the file; the other commands share them out.
COMMANDS = [["inspect", "{}"], ["report", "{}", "--quick", "-o", "page.html", "--force"],
            ["compare", "{}", "whole.h5"], ["explain", "{}", "--trial", "3", "--trust", "RF4", "--force"]]


class Test(program.ProgramTest):
    def whole(self):
        """The path of a good file."""
        self.done("run", self.write("two.toml", SCENARIO), "--keep", "all", "--out", "whole.h5", "--quiet")
        return self.folder / "whole.h5"

    def ends_well(self, what, words):
        """Exit 0, 1 or 2 within limits of time and memory; 2 comes with a message. The exit code."""
        def limit():
            if not os.environ.get("UOR_SANITIZE"):
                resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        start = time.monotonic()
        ended = subprocess.run([program.UOR, *words], cwd=self.folder, capture_output=True, timeout=MOST_SECONDS,
                               check=False, preexec_fn=limit)
        self.assertIn(ended.returncode, (0, 1, 2), f"{what}: {words}: {ended.stderr[-400:]}")
        self.assertLess(time.monotonic() - start, MOST_SECONDS, what)
        if ended.returncode > 0:
            self.assertTrue(ended.stderr.startswith(b"uor: ") or ended.stdout, f"{what}: {ended.stderr[-300:]}")
        self.assertNotIn(b"out of memory", ended.stderr, what)
        return ended.returncode

    def tried(self, what, number, name="bad.h5"):
        """By `inspect`, and by one other command."""
        code = self.ends_well(what, ["inspect", name])
        words = COMMANDS[1 + number % (len(COMMANDS) - 1)]
        self.ends_well(what, [word.format(name) for word in words])
        return code

    def changes(self, path, changes, share=1):
        """{what: exit code of inspect} after each change of a copy of the file; every `share`-th of them."""
        codes = {}
        for number, (what, change) in enumerate(changes):
            if number % share:
                continue
            shutil.copy(path, self.folder / "bad.h5")
            with h5py.File(self.folder / "bad.h5", "r+") as file:
                change(file)
            seal(self.folder / "bad.h5")
            codes[what] = self.tried(what, number)
        return codes

    def test_spoilt_bytes_end_no_command_by_a_signal(self):
        whole = unsealed(self.whole().read_bytes())
        for seed in SEEDS:
            self.write("bad.h5", sealed(damaged_files.flipped(whole, seed)))
            self.tried(f"seed {seed}", seed)

    def test_zeros_in_the_heaps_of_texts_end_no_command_by_a_signal_or_never(self):
        whole = unsealed(self.whole().read_bytes())
        for number, data in enumerate(damaged_files.spoilt_heaps(whole)):
            if number % (3 if ALL else 15) == 0:
                self.write("bad.h5", sealed(data))
                self.tried(f"heap {number}", number)

    def test_every_attribute_that_cannot_be_is_refused_or_read_as_what_it_is(self):
        path = self.whole()
        codes = self.changes(path, damaged_files.attribute_changes(path))
        for what in ("seconds: array", "seed: array", "trials: array", "months: array", "trials: texts", "title: texts",
                     "months: zero", "months: million", "months: huge", "assessment_month: zero", "trials: zero",
                     "assessment_month: million", "trials: negative", "seconds: none", "seconds: text", "title: number",
                     "title: missing", "months: missing", "keep: array", "points: empty", "until_se: none"):
            self.assertEqual(codes[what], 2, what)

    def test_every_array_that_cannot_be_is_refused(self):
        path = self.whole()
        codes = self.changes(path, damaged_files.array_changes(path), share=9 if ALL else 47)
        # Arrays that this program writes for other readers alone may say what they like; of the others these may not.
        for what, code in codes.items():
            name, how = what.split(": ", 1)
            if name in READ and how not in ("same", "nothing"):
                self.assertEqual(code, 2, what)

    def test_lies_that_agree_with_each_other_are_refused(self):
        path = self.whole()
        with h5py.File(path) as file:
            changes = list(damaged_files.crafted(file))
        for what, code in self.changes(path, changes).items():
            self.assertEqual(code, 2, what)

    def test_the_message_names_file_array_and_value(self):
        path = self.whole()
        with h5py.File(path, "r+") as file:
            damaged_files.set_attribute(np.int32(100_000))(file, "months")
        seal(path)
        self.refused("inspect", "whole.h5", says=["'whole.h5' is damaged (attribute 'months' is 100000", "1 to 60"])

    def test_filters_are_not_loaded_from_where_a_file_or_the_environment_says(self):
        path = self.whole()
        with h5py.File(path, "r+") as file:
            values = file["rating_final"][...]
            del file["rating_final"]
            created = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            created.set_chunk(values.shape)
            created.set_filter(32015, h5py.h5z.FLAG_OPTIONAL)
            space = h5py.h5s.create_simple(values.shape)
            h5py.h5d.create(file.id, b"rating_final", h5py.h5t.STD_U8LE, space, created).write(
                h5py.h5s.ALL, h5py.h5s.ALL, values)
        seal(path)
        self.refused("inspect", "whole.h5", says=["'rating_final'", "filter 32015"], env={"HDF5_PLUGIN_PATH": "."})

    def test_a_locked_file_is_said_to_be_locked(self):
        path = self.whole()
        with h5py.File(path, "r+"):
            self.refused("inspect", "whole.h5", says=["is locked", "another program"])
        self.done("inspect", "whole.h5", "--trust-file")

    def test_a_pipe_is_refused_and_keeps_nobody_waiting(self):
        os.mkfifo(self.folder / "pipe.h5")
        self.refused("inspect", "pipe.h5", says=["no regular file"])


if __name__ == "__main__":
    program.main()
