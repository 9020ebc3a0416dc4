"""`uor export`: the figures of a run as tidy tables that other programs read as they are."""

import csv
import json

import program


class Test(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.done("run", "cip_slippage", "--trust", "RF4", "--trust", "R1F", "--trials", "300", "--quiet", "--out", "r.h5")

    def rows(self, name):
        with open(self.folder / name, newline="") as file:
            return list(csv.DictReader(file))

    def test_tables_hold_what_the_run_shows(self):
        self.done("export", "r.h5", "--to", "csv")
        shown = json.loads(self.done("inspect", "r.h5", "--json"))
        odds = {(row["trust"], row["scenario"], row["measure"]): row for row in self.rows("r-odds.csv")}
        changes = {(row["trust"], row["scenario"], row["measure"]): row for row in self.rows("r-changes.csv")}
        self.assertEqual(len(odds), len(shown["results"]) * 6)
        self.assertEqual(len(changes), len(odds) - 2 * 6)
        for result in shown["results"]:
            key = (result["trust"], result["scenario"])
            for rating, share in result["ratings"].items():
                self.assertAlmostEqual(float(odds[(*key, rating)]["value"]), share, delta=1e-12)
                self.assertAlmostEqual(float(odds[(*key, rating)]["standard_error"]), result["standard_error"][rating], delta=1e-12)
            if result["scenario"] != "baseline":
                self.assertAlmostEqual(float(changes[(*key, "good_or_better")]["value"]), result["good_or_better_change"], delta=1e-12)
        sector = self.rows("r-sector.csv")
        for scenario in {row["scenario"] for row in sector}:
            self.assertAlmostEqual(sum(float(row["mean"]) for row in sector if row["scenario"] == scenario), 2, delta=1e-9)

    def test_pandas_and_xarray_read_them(self):
        import pandas
        import xarray
        self.done("export", "r.h5", "--tables", "metrics", "--out", "m.csv")
        self.done("export", "r.h5", "--to", "netcdf", "--out", "t.nc")
        frame = pandas.read_csv(self.folder / "m.csv", float_precision="round_trip")
        with xarray.open_dataset(self.folder / "t.nc", group="metrics") as data:
            self.assertEqual(data.sizes["row"], len(frame))
            self.assertEqual(list(data["quantity"].values), list(frame["quantity"]))
            self.assertTrue(data["mean"].to_series().reset_index(drop=True).equals(frame["mean"]))

    def test_what_cannot_be_is_refused_and_nothing_is_written_over(self):
        self.refused("export", "r.h5", "--tables", "odd", says=["--tables 'odd'", "odds"])
        self.refused("export", "r.h5", "--to", "parquet", says=["--to 'parquet'", "csv or netcdf"])
        self.write("r-odds.csv", "mine")
        self.refused("export", "r.h5", "--tables", "changes,odds", says=["r-odds.csv"])
        self.refused("export", "r.h5", "--to", "netcdf", "--out", "r.h5", says=["r.h5"])


if __name__ == "__main__":
    program.main()
