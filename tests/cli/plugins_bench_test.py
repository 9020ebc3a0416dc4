"""`uor plugins bench`: what it tells of a plugin, never how fast this machine is."""

import json
import os
import pathlib

import program

SHIPPED = ["clinical", "corporate", "finance", "people", "support"]
BAD = pathlib.Path(os.environ["UOR_BAD_PLUGINS"])


class Test(program.ProgramTest):
    def bench(self, *words):
        return json.loads(self.done("plugins", "bench", *words, "--json"))

    def test_every_plugin_in_place_is_measured(self):
        answer = self.bench()
        self.assertEqual(sorted(row["plugin"] for row in answer["plugins"]), SHIPPED)
        for row in answer["plugins"]:
            self.assertGreater(row["ns_per_trial_month"], 0)
            self.assertIn(row["allocations"], (0, None))
            self.assertGreater(row["bytes_written"], 0)
            if os.environ["UOR_SANITIZE"]:
                continue  # sanitised loops are not vectorised
            if row["vector_percent"] is not None:
                self.assertGreater(row["vector_percent"], 90)
            else:
                self.assertTrue(row["vector_unknown"])

    def test_bytes_are_those_of_the_declared_columns(self):
        row = self.bench("support")["plugins"][0]
        nodes = [node for node in json.loads(self.done("plugins", "show", "support", "--json"))["nodes"]
                 if not node["anchor"]]
        self.assertEqual(row["nodes"], len(nodes))
        self.assertEqual(row["bytes_read"], 8 * sum(len(node["reads"]) for node in nodes))
        self.assertEqual(row["bytes_written"], 8 * sum(len(node["writes"]) for node in nodes))

    def test_a_file_is_held_against_those_that_ship(self):
        answer = self.bench(BAD / "uor_allocates.so")
        (row,) = answer["plugins"]
        self.assertEqual((row["plugin"], row["bytes_read"], row["bytes_written"]), ("allocates", 16, 8))
        self.assertIn(row["allocations"], (3, None))
        self.assertAlmostEqual(row["ratio_to_median"], row["ns_per_value"] / answer["median"]["ns_per_value"])

    def test_nodes_are_benchmarks_in_the_shape_of_google_benchmark(self):
        answer = self.bench("people")
        self.assertEqual(answer["context"]["library_build_type"], "release")
        nodes = {node["id"] for node in json.loads(self.done("plugins", "show", "people", "--json"))["nodes"]}
        self.assertEqual({row["name"] for row in answer["benchmarks"]}, {f"people/{node}" for node in nodes})
        for row in answer["benchmarks"]:
            self.assertEqual((row["run_type"], row["time_unit"]), ("iteration", "ns"))
            self.assertLess(row["repetition_index"], row["repetitions"])
            self.assertGreater(row["cpu_time"], 0)

    def test_a_baseline_that_was_far_faster_is_told_with_exit_code_1_and_one_that_was_slower_is_not(self):
        answer = self.bench("people")
        for factor, code in ((0.01, 1), (100, 0)):
            rows = [{**row, "cpu_time": factor * row["cpu_time"]} for row in answer["benchmarks"]]
            self.write("before.json", json.dumps({"context": {}, "benchmarks": rows}))
            ended = self.uor("plugins", "bench", "people", "--baseline", "before.json")
            self.assertEqual(ended.returncode, code, ended.stdout + ended.stderr)
            self.assertEqual("SLOWER" in ended.stdout, code == 1)

    def test_a_plugin_is_held_against_another_node_by_node(self):
        ended = self.uor("plugins", "bench", BAD / "uor_allocates.so", BAD / "uor_allocates.so")
        self.assertIn(ended.returncode, (0, 1))
        self.assertIn("allocates.node", ended.stdout)
        self.refused("plugins", "bench", "people", "support", says=["no benchmark has the same name in both"])

    def test_what_holds_no_benchmarks_is_refused(self):
        for text in ("{", "[]", '{"benchmarks": [{"name": "x"}]}', '{"context": {}}'):
            self.write("bad.json", text)
            self.refused("plugins", "bench", "people", "--baseline", "bad.json", says=["bad.json", "holds no benchmarks"])
        self.refused("plugins", "bench", "--baseline", "bad.json", "--json", says=["--baseline"])
        self.refused("plugins", "check", "a.so", "b.so", says=["name one"])

    def test_the_table_names_plugin_and_median(self):
        text = self.done("plugins", "bench", "support")
        self.assertIn("support", text)
        self.assertIn("median of those that ship", text)
        self.assertNotIn("clinical", text)

    def test_an_unknown_plugin_is_refused_with_the_nearest(self):
        self.refused("plugins", "bench", "suport", says=["no plugin 'suport'. Did you mean 'support'?"])

    def test_a_file_that_fails_is_refused(self):
        self.refused("plugins", "bench", BAD / "uor_returns_error.so", code=1, says=["returns_error.node"])

    def test_a_plugin_with_memory_of_its_own_fails_its_check(self):
        result = self.uor("plugins", "check", BAD / "uor_impure.so")
        self.assertEqual(result.returncode, 2)
        for check in ("when called twice", "in two halves", "on two threads at once"):
            self.assertIn(f"FAILED  same result {check}: impure.node", result.stdout)

    def test_a_plugin_that_is_too_slow_fails_its_check(self):
        result = self.uor("plugins", "check", BAD / "uor_slow.so")
        self.assertEqual(result.returncode, 2)
        self.assertIn("FAILED  fast enough to be simulated", result.stdout)
        self.assertIn("1 of 11 checks failed", result.stderr)


if __name__ == "__main__":
    program.main()
