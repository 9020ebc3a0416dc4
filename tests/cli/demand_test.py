"""What a run asks of the machine is estimated before it begins, and refused with the estimate when it is too much."""

import os
import re
import subprocess
import time
import unittest

import program

LEVEL = '[[level]]\nname = "l{}"\n[[level.change]]\ndriver = "clinical.dna_rate"\nadd = -0.{:03}\n'
UNITS = {"MB": 1e6, "GB": 1e9}
BY_SIDES_MONTHS_AND_KEEP = [(1, 12, "summary", 1), (20, 12, "summary", 1), (4, 60, "summary", 1), (2, 12, "all", 1),
                            (3, 12, "summary", 4)]


def levels(count):
    return "".join(LEVEL.format(i, i + 1) for i in range(count))


class Test(program.ProgramTest):
    def measured(self, *words):
        """Peak bytes of memory and exit code of a child."""
        child = subprocess.Popen([program.UOR, *map(str, words)], cwd=self.folder, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE)
        said = child.stderr.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        child.stderr.close()
        return 1024 * usage.ru_maxrss, child.returncode, said

    def estimate(self, *words):
        """Bytes that the refusal tells, when next to nothing is allowed."""
        said = self.refused(*words, "--most-memory", "0.01", says=["of memory", "--most-memory"])
        number, unit = re.search(r"needs about ([0-9.]+) ([MG]B)", said).groups()
        return float(number) * UNITS[unit]

    def test_what_a_small_file_asks_for_is_refused_within_seconds_and_megabytes(self):
        asked = {"a thousand levels": ("trials = 64", levels(1000), "of memory"),
                 "9e14 trials": ("trials = 900000000000000", "", "from 1 to 1000000000"),
                 "the largest number": ("trials = 9223372036854775807", "", "from 1 to 1000000000"),
                 "the most trials": ("trials = 1000000000", levels(9), "hours"),
                 "max_trials": ("until_se = 0.000001\nmax_trials = 1000000000", levels(9), "lower its max_trials"),
                 "60 months of 200 levels": ("trials = 1000\nmonths = 60", levels(200), "of memory"),
                 "trials of all trusts": ('trusts = "all"\ntrials = 1000000000', "", "days")}
        for what, (run, body, word) in asked.items():
            self.scenario(body, run=run)
            trust = [] if "trusts" in run else ["--trust", "RF4"]
            start = time.monotonic()
            self.refused("run", "mine.toml", *trust, says=["mine.toml", word])
            self.refused("check", "mine.toml", *trust, says=["mine.toml", word]) if trust else None
            peak, code, _ = self.measured("run", "mine.toml", *trust)
            self.assertEqual(code, 2, what)
            self.assertLess(peak, 4e8, what)
            self.assertLess(time.monotonic() - start, 120, what)

    def test_a_person_may_ask_for_what_a_file_may_not(self):
        self.scenario(run="trials = 1000000000")
        self.done("run", "mine.toml", "--trust", "RF4", "--trials", "200", "--quiet")
        self.scenario(levels(2), run="trials = 64")
        self.refused("run", "mine.toml", "--trust", "RF4", "--most-memory", "0.02", says=["--most-memory"])
        self.done("run", "mine.toml", "--trust", "RF4", "--most-memory", "2", "--quiet")

    @unittest.skipIf(os.environ.get("UOR_SANITIZE"), "sanitizers have memory of their own")
    def test_the_estimate_is_near_the_peak(self):
        for sides, months, keep, trusts in BY_SIDES_MONTHS_AND_KEEP:
            self.scenario(levels(sides - 1) if sides > 1 else "", run=f"trials = 3000\nmonths = {months}")
            codes = ["RF4", "R1F", "RAL", "RBL"][:trusts]
            words = ["run", "mine.toml", *(w for code in codes for w in ("--trust", code)), "--keep", keep, "--threads", "1"]
            estimate = self.estimate(*words)
            # What is allowed is a little more than the least, so that the run is cut as the estimate supposes.
            peak, code, said = self.measured(*words, "--most-memory", 1.05 * estimate / 1e9, "--out", "r.h5", "--quiet")
            self.assertEqual(code, 0, said)
            self.assertLess(peak, 1.3 * estimate, (sides, months, keep, trusts))
            self.assertGreater(peak, 0.4 * estimate, (sides, months, keep, trusts))

    def most_seconds(self, sides, months):
        """Of one trial on one thread, as the refusal of a billion tells."""
        self.scenario(levels(sides - 1) if sides > 1 else "", run=f"trials = 1000000000\nmonths = {months}")
        said = self.refused("run", "mine.toml", "--trust", "RF4", "--threads", "1", says=["that a file may ask for"])
        number, unit = re.search(r"may run for ([0-9.]+) (min|hours|days)", said).groups()
        return float(number) * {"min": 60, "hours": 3600, "days": 86400}[unit] / 1e9

    def seconds_of(self, trials):
        child = subprocess.Popen([program.UOR, "run", "mine.toml", "--trust", "RF4", "--threads", "1", "--quiet",
                                  "--trials", str(trials), "--out", f"{trials}.h5"], cwd=self.folder)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, 0)
        return usage.ru_utime + usage.ru_stime

    @unittest.skipIf(os.environ.get("UOR_SANITIZE"), "sanitizers take time of their own")
    def test_the_time_that_is_told_is_not_too_short_nor_out_of_all_proportion(self):
        for sides, months, few, many in ((1, 12, 500, 20500), (9, 12, 500, 4500), (1, 60, 500, 4500), (9, 60, 200, 1200)):
            most = self.most_seconds(sides, months)
            took = (self.seconds_of(many) - self.seconds_of(few)) / (many - few)
            self.assertLess(took, 1.5 * most, (sides, months))
            self.assertGreater(took, most / 10, (sides, months))

    def test_fewer_threads_are_used_and_said_where_memory_is_short(self):
        self.scenario(levels(30), run="trials = 3000")
        words = ["run", "mine.toml", "--trust", "RF4", "--threads", "4"]
        least = self.estimate(*words)
        self.done(*words, "--out", "all.h5")
        few = self.uor(*words, "--most-memory", 1.1 * least / 1e9, "--out", "few.h5")
        self.assertEqual(few.returncode, 0, few.stderr)
        self.assertRegex(few.stderr, r"uses [123] of 4 threads")
        import h5py
        with h5py.File(self.folder / "all.h5") as a, h5py.File(self.folder / "few.h5") as b:
            self.assertEqual(a["value_quantile"][:].tobytes(), b["value_quantile"][:].tobytes())
            self.assertEqual(a["rating_final"][:].tobytes(), b["rating_final"][:].tobytes())

    def test_a_national_run_needs_no_leave(self):
        self.done("run", "sector_slippage", "--trust", "all", "--trials", "64", "--quiet")


if __name__ == "__main__":
    program.main()
