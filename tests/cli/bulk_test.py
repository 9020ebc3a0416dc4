"""Many trusts from one file or folder: `uor run --trusts`, `uor rate --trusts`, `uor trusts --best` (M002, M044, M131, M134)."""

import csv
import json

import numpy

import program


def shipped(count):
    with open(program.SOURCE / "data" / "trusts.csv", encoding="utf-8-sig") as table:
        return [row["ods_code"] for row in csv.DictReader(table) if row["sector_default"] == "yes"][:count]


class Test(program.ProgramTest):
    def extract(self, count=24, name="n.csv", bad=""):
        """A national extract: did-not-attend rates 5.0, 5.1, ... and a place a trust."""
        lines = [f"{code},{5 + i / 10:.1f},{'North' if i % 2 else 'South'},STP {i % 3}"
                 for i, code in enumerate(shipped(count))]
        return self.write(name, "code,dna_rate,region,stp\n" + "\n".join(lines) + "\n" + bad)

    def run_all(self, *words, name="n.csv"):
        return json.loads(self.done("run", "sector_baseline", "--trusts", name, "--trials", "64", "--json", "--out", "n.h5",
                                    *words))

    def test_every_trust_of_the_file_is_run_with_quartiles_and_peers_of_the_file(self):
        self.extract()
        run = self.run_all()
        self.assertEqual([result["trust"] for result in run["results"]], shipped(24))
        note = next(note for note in run["notes"] if "peers are found" in note)
        self.assertIn("peers are found among the 24 trusts loaded; quartiles of 1 metric are those of the trusts loaded "
                      "(dna_rate)", note)
        rates = 5 + numpy.arange(24) / 10
        figures = json.loads(self.done("report", "n.h5", "--json", "--trust", "R1F"))["trusts"][0]
        dna = next(metric for metric in figures["metrics"] if metric["id"] == "dna_rate")
        for at, share in (("lower_quartile", 0.25), ("median", 0.5), ("upper_quartile", 0.75)):
            self.assertAlmostEqual(dna["benchmark_as_stated"][at], numpy.quantile(rates, share), places=9)
        self.assertLessEqual(set(figures["peers"]), set(shipped(24)))
        self.assertEqual(len(figures["peers"]), 10)

    def test_few_trusts_leave_quartiles_and_peers_as_they_are(self):
        self.extract(3)
        notes = self.run_all()["notes"]
        self.assertTrue(any("peers are found among the trusts that ship and those loaded; too few" in n for n in notes), notes)

    def test_a_number_changed_by_hand_comes_before_the_files(self):
        self.extract()
        self.run_all("--policy-set", "metric.dna_rate.median=6.5")
        figures = json.loads(self.done("report", "n.h5", "--json", "--trust", "R1F"))["trusts"][0]
        dna = next(metric for metric in figures["metrics"] if metric["id"] == "dna_rate")
        self.assertEqual(dna["benchmark_as_stated"]["median"], 6.5)

    def test_a_wrong_row_is_named_with_line_column_value_and_fix_and_can_be_left_out(self):
        self.extract(bad="R9X,0.07,,\nR9Y,7.0,,\n")
        words = ("run", "sector_baseline", "--trusts", "n.csv", "--trials", "64", "--out", "n.h5")
        self.refused(*words, says=("n.csv:26:5", "0.07", "percent"))
        run = self.run_all("--skip-bad")
        self.assertEqual(len(run["results"]), 25)
        self.assertTrue(any("1 left out" in note and "n.csv:26:5" in note for note in run["notes"]), run["notes"])

    def test_trusts_outside_the_scope_are_left_out_and_named(self):
        self.write("n.csv", "code,dna_rate\nRF4,7\nRCU,7\nR1F,7\n")
        run = self.run_all()
        self.assertEqual([result["trust"] for result in run["results"]], ["RF4", "R1F"])
        self.assertTrue(any("RCU" in note for note in run["notes"]))

    def test_a_folder_holds_tables_and_trust_files_each_code_once(self):
        (self.folder / "in").mkdir()
        self.extract(2, "in/a.csv")
        self.write("in/b.toml", 'schema = 1\ncode = "XB"\nname = "B"\n[reported]\ndna_rate = 7\n')
        self.write("in/.hidden.csv", "nothing")
        rated = json.loads(self.done("rate", "--trusts", "in", "--trials", "256", "--json"))
        self.assertEqual([one["trust"] for one in rated["trusts"]], [*shipped(2), "XB"])
        self.write("in/c.toml", 'schema = 1\ncode = "XB"\nname = "B"\n[reported]\ndna_rate = 7\n')
        self.refused("rate", "--trusts", "in", says=("XB", "b.toml", "delete one"))

    def test_a_long_extract_has_the_newest_value_and_that_of_a_year_before(self):
        self.write("l.csv", "trust,metric,period,value\nRF4,dna_rate,2017-03,9.0\nRF4,dna_rate,2018-03,7.5\nR1F,dna_rate,2018-03,7\n")
        run = self.run_all(name="l.csv")
        self.assertEqual([result["trust"] for result in run["results"]], ["RF4", "R1F"])
        figures = json.loads(self.done("report", "n.h5", "--json", "--trust", "RF4"))["trusts"][0]
        dna = next(metric for metric in figures["metrics"] if metric["id"] == "dna_rate")
        self.assertEqual((dna["reported"], dna["month"]), (7.5, "2018-03"))
        self.refused("rate", "--trusts", self.write("w.csv", "trust,metric,period,value\nRF4,dna_rat,2018-03,7\n"),
                     says=("w.csv:2:5", "dna_rat", "dna_rate"))

    def test_todays_odds_of_many_are_those_of_each_alone(self):
        self.extract(3)
        many = json.loads(self.done("rate", "--trusts", "n.csv", "--json"))["trusts"]
        alone = json.loads(self.done("rate", f"n.csv:{many[1]['trust']}", "--trials", "4096", "--json"))
        for rating, odds in alone["ratings"].items():
            self.assertAlmostEqual(many[1]["ratings"][rating], odds, delta=0.02)
        text = self.done("rate", "--trusts", "n.csv")
        self.assertEqual(sum(line.startswith(tuple(shipped(3))) for line in text.splitlines()), 3)
        self.refused("rate", says=("missing",))
        self.refused("rate", "RF4", "--trusts", "n.csv", says=("--trusts",))

    def test_the_sector_is_cut_by_region_and_partnership(self):
        self.extract()
        run = self.run_all()
        for cut, names in (("regions", {"North", "South"}), ("stps", {"STP 0", "STP 1", "STP 2"})):
            found = run["sector"][cut]
            self.assertEqual({one["name"] for one in found}, names)
            self.assertEqual(sum(one["trusts"] for one in found), 24)
            good = sum(result["ratings"]["good"] for result in run["results"])
            self.assertAlmostEqual(sum(one["expected"][0][2] for one in found), good, places=9)
        text = self.done("run", "sector_baseline", "--trusts", "n.csv", "--trials", "64", "--out", "n.h5")
        self.assertRegex(text, r"Good or better by region, %: North \(12\)")
        figures = json.loads(self.done("report", "n.h5", "--json"))
        self.assertEqual({one["name"] for one in figures["regions"]}, {"North", "South"})
        self.assertEqual(figures["practice"][0]["best"][0]["trust"], shipped(1)[0])
        self.done("report", "n.h5", "-o", "n.html")
        page = (self.folder / "n.html").read_text()
        for words in ("Expected number of trusts by region", "Good practice: the best by metric"):
            self.assertIn(words, page)

    def test_trusts_are_ranked_by_metric_and_region(self):
        self.extract()
        ranking = json.loads(self.done("trusts", "--best", "dna_rate", "--trusts", "n.csv", "--json"))[0]
        self.assertEqual([one["trust"] for one in ranking["best"]], shipped(24))
        self.assertEqual([one["region"] for one in ranking["regions"]], ["South", "North"])
        self.assertIn("by region", self.done("trusts", "--best", "all"))
        self.refused("trusts", "--best", "dna_rat", says=("dna_rat", "dna_rate"))


if __name__ == "__main__":
    program.main()
