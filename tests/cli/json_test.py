"""The JSON object of `uor run --json`."""

import json

import program

RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
KLOES = ("clinical", "people", "support", "corporate", "finance")


class Test(program.ProgramTest):
    def run_json(self, *words):
        text = self.done("run", *words, "--json")
        value, end = json.JSONDecoder().raw_decode(text)
        self.assertEqual(text[end:].strip(), "", "more than one object")
        return value

    def paired(self):
        return self.run_json("cip_slippage", "--trust", program.TRUST, "--trials", "512", "--out", "r.h5")

    def test_it_holds_one_result_a_side_with_the_baseline_first(self):
        value = self.paired()
        self.assertGreaterEqual(len(value["results"]), 2)
        self.assertEqual(value["results"][0]["scenario"], "baseline")
        self.assertEqual({result["trust"] for result in value["results"]}, {program.TRUST})
        self.assertEqual(len({result["scenario"] for result in value["results"]}), len(value["results"]))

    def test_shares_sum_to_one(self):
        for result in self.paired()["results"]:
            self.assertEqual(result["trials"], 512)
            for part in (result["ratings"], result["combined"], *(result["kloe"][kloe] for kloe in KLOES)):
                self.assertEqual(set(part), set(RATINGS))
                self.assertAlmostEqual(sum(part.values()), 1, delta=1e-9)
            self.assertEqual(set(result["standard_error"]), {*RATINGS, "good_or_better"})

    def test_standard_errors_are_smaller_than_those_of_shares_that_are_counted(self):
        for result in self.paired()["results"]:
            for rating in RATINGS:
                share = result["ratings"][rating]
                self.assertLess(result["standard_error"][rating], (share * (1 - share) / 512) ** 0.5)

    def test_migration_counts_close_on_both_sides(self):
        baseline, *others = self.paired()["results"]
        for result in others:
            for i, rating in enumerate(RATINGS):
                row, column = sum(result["migration"][i]), sum(row[i] for row in result["migration"])
                self.assertAlmostEqual(row, baseline["ratings"][rating] * 512, delta=1e-6)
                self.assertAlmostEqual(column, result["ratings"][rating] * 512, delta=1e-6)

    def test_migration_of_the_baseline_is_the_identity(self):
        baseline = self.paired()["results"][0]
        for i, row in enumerate(baseline["migration"]):
            for j, count in enumerate(row):
                self.assertAlmostEqual(count, baseline["ratings"][RATINGS[i]] * 512 if i == j else 0, delta=1e-6)

    def test_it_tells_time_version_and_file(self):
        value = self.paired()
        self.assertGreater(value["seconds"], 0)
        self.assertGreater(value["trials_per_second"], 0)
        self.assertIn(value["version"], self.done("version"))
        self.assertEqual(value["out"], "r.h5")
        self.assertTrue((self.folder / "r.h5").exists())

    def test_baseline_alone_is_one_result(self):
        value = self.run_json("baseline", "--trust", program.TRUST, "--trials", "64")
        self.assertEqual([result["scenario"] for result in value["results"]], ["baseline"])

    def test_several_trusts_come_in_the_order_named(self):
        value = self.run_json("baseline", "--trust", "R1F", "--trust", "RF4", "--trials", "64")
        self.assertEqual([result["trust"] for result in value["results"]], ["R1F", "RF4"])

    def test_it_says_how_much_is_assumed(self):
        (trust,) = self.paired()["trusts"]
        self.assertEqual(trust["metrics"], 22)
        self.assertLess(trust["metrics_reported"], 22)
        self.assertTrue(trust["assumed"])

    def test_set_adds_a_scenario_beside_the_baseline(self):
        lever, value = self.lever()
        value = self.run_json("baseline", "--trust", program.TRUST, "--trials", "64", "--set", f"{lever}={value}")
        self.assertEqual(len(value["results"]), 2)

    def test_inspect_tells_the_same_as_the_run(self):
        ran = self.paired()["results"]
        read = json.loads(self.done("inspect", "r.h5", "--json"))["results"]
        for before, after in zip(ran, read, strict=True):
            for key in ("trust", "scenario", "trials", "ratings", "combined", "kloe", "migration"):
                self.assertEqual(before[key], after[key], key)


if __name__ == "__main__":
    program.main()
