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
