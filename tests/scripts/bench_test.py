"""The scripts around the benchmarks: what they judge, compare and write. Nothing here is timed."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["UOR_SOURCE"])
sys.path.insert(0, str(SOURCE / "bench" / "suite"))
import page  # noqa: E402
import targets  # noqa: E402


def made_up(**changes):
    """Raw figures that reach every target."""
    raw = {"numpy_normal": 16.0, "draw_normal": 2.0, "draw_normal_avx2": 4.0, "philox_uniform": 0.5, "draw": 400.0,
           "nodes": 500.0, "summary": 100.0, "whole_single": 1000.0, "whole_paired": 1500.0, "quantity_month": 0.4,
           "quantity_month_avx2": 0.6, "summarised_value": 1.3, "numpy_whole_paired": 18000.0, "host": 50.0,
           "threads_1": 1850.0, "threads_2": 1000.0, "programs_2": 925.0, "keep_summary": 100.0, "keep_metrics": 115.0,
           "store_raw": 1.0, "write_raw": 0.7, "memory_more_trials_mb": 110.0, "memory_fewer_trials_mb": 100.0,
           "memory_sector_mb": 1000.0, "file_sector_mb": 100.0, "exponent_trials": 1.05, "exponent_trusts": 0.95,
           "summary_screen": 150.0, "summary_file": 15.0, "one_more_side_finance": 450.0, "one_more_side_people": 450.0,
           "one_more_side_clinical": 450.0, "start_seconds": 0.15, "compile_ms": 1.0, "sides_64_mb": 200.0}
    return {**raw, **changes}


class Test(unittest.TestCase):
    def run_script(self, name, *words):
        return subprocess.run([SOURCE / "scripts" / name, *map(str, words)], capture_output=True,
                              text=True, check=False)

    def judged(self, **changes):
        return {row["title"]: row for row in targets.judged(made_up(**changes), {"isa_level": 4})}

    def file(self, value):
        scratch = tempfile.NamedTemporaryFile("w", suffix=".json", delete=False)
        self.addCleanup(os.unlink, scratch.name)
        with scratch:
            json.dump(value, scratch)
        return scratch.name

    def test_every_target_is_reached_at_its_edge(self):
        self.assertEqual([row for row in self.judged().values() if row["missed"]], [])
        self.assertEqual({row["letter"] for row in self.judged().values()}, set("abcdefg"))

    def test_a_target_may_be_missed_by_a_tenth_but_no_more(self):
        name = "NumPy's model / whole run, paired"
        self.assertFalse(self.judged(numpy_whole_paired=10.9 * 1500)[name]["reached"])
        self.assertFalse(self.judged(numpy_whole_paired=10.9 * 1500)[name]["missed"])
        self.assertTrue(self.judged(numpy_whole_paired=10.7 * 1500)[name]["missed"])
        self.assertTrue(self.judged(host=56.0)["host / whole run"]["missed"])

    def test_threads_are_held_against_two_programs_where_the_machine_allows_no_more(self):
        plain, beside = "one thread / two threads", "two programs at once / two threads"
        slow = self.judged(threads_2=1250.0)
        self.assertTrue(slow[plain]["missed"] and slow[plain]["counted"] and slow[beside]["missed"])
        shared = self.judged(threads_2=1250.0, programs_2=1200.0)
        self.assertTrue(shared[plain]["missed"] and shared[beside]["reached"])
        self.assertFalse(shared[plain]["counted"])

    def test_without_avx512_its_targets_are_left_out(self):
        rows = targets.judged(made_up(), {"isa_level": 3})
        self.assertNotIn("ns a quantity and month, AVX-512", [row["title"] for row in rows])

    def test_the_page_is_what_the_results_give(self):
        done = self.run_script("bench", "--check")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_page_shows_every_ratio(self):
        results = json.loads((SOURCE / "bench" / "results.json").read_text(encoding="utf-8"))
        text = page.written(results)
        for row in results["ratios"]:
            self.assertIn(f"| {row['title']} |", text)
        for name in results["figures"]:
            self.assertIn(name, page.MEANING)
            self.assertIn(f"`{name}`", text)

    def test_the_results_hold_what_ratios_are_made_of(self):
        results = json.loads((SOURCE / "bench" / "results.json").read_text(encoding="utf-8"))
        again = targets.judged({**results["ns"], **results["sizes"]}, results["info"])
        self.assertEqual(again, results["ratios"])
        self.assertGreaterEqual(min(figure["samples"] for figure in results["figures"].values()), 7)

    def test_two_google_benchmark_files_are_compared(self):
        def of(median, spread):
            rows = [{"name": f"draw_{kind}", "run_name": "draw", "aggregate_name": kind, "cpu_time": time,
                     "time_unit": "us"} for kind, time in (("mean", 9.0), ("median", median), ("stddev", spread))]
            return self.file({"benchmarks": rows})
        faster = self.run_script("bench-compare", of(2.0, 0.01), of(1.0, 0.01)).stdout
        self.assertRegex(faster, r"draw +2000 +1000 +0\.500 ± 0\.022  faster")
        self.assertRegex(self.run_script("bench-compare", of(2.0, 0.5), of(2.1, 0.5)).stdout, r"1\.050 ± 0\.690  ~")

    def test_two_results_are_compared(self):
        one = self.file({"figures": {"draw": {"median": 10.0, "noise": 0.0}, "gone": {"median": 1.0, "noise": 0.0}}})
        two = self.file({"figures": {"draw": {"median": 12.0, "noise": 0.1}}})
        text = self.run_script("bench-compare", one, two).stdout
        self.assertRegex(text, r"draw +10 +12 +1\.200 ± 0\.100  slower")
        self.assertIn("only in A: gone", text)

    def test_other_files_are_refused_by_name(self):
        done = self.run_script("bench-compare", self.file({}), self.file({}))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("neither of Google Benchmark nor of scripts/bench", done.stderr)


if __name__ == "__main__":
    unittest.main()
