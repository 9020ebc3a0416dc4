#!/usr/bin/python3
"""Opens the made-up run as an analyst would, with h5py and xarray alone, and checks axes, labels and codes."""
import sys
import unittest

import h5py
import numpy as np
import xarray as xr

PATH = sys.argv.pop()


class InH5py(unittest.TestCase):
    def setUp(self):
        self.file = h5py.File(PATH, "r")
        self.addCleanup(self.file.close)

    def test_root_attributes_say_what_it_is(self):
        attributes = self.file.attrs
        self.assertEqual(attributes["format"], "uor-result")
        self.assertEqual(attributes["format_version"], 1)
        self.assertEqual(attributes["title"], "Fewer missed appointments \u2013 \u00a3120 each")
        self.assertEqual(int(attributes["seed"]), 0xFFFFFFFFFFFFFFF1)
        self.assertEqual(attributes["benchmarks"], "moving")
        self.assertEqual(attributes["estimator"], "conditional")
        self.assertEqual(attributes["complete"], 1)

    def test_axes_have_names_and_scales(self):
        for name, axes in {
            "rating_final": ["scenario", "trust", "trial"],
            "rating_by_month": ["scenario", "trust", "month", "trial"],
            "score": ["scenario", "trust", "kloe", "month", "trial"],
            "metric_final": ["scenario", "trust", "metric", "trial"],
            "metric_value": ["scenario", "trust", "metric", "month", "trial"],
            "migration": ["scenario", "trust", "from", "to"],
            "value_quantile": ["scenario", "trust", "summarised", "month", "quantile"],
        }.items():
            dims = self.file[name].dims
            scales = [list(dim.values())[0] for dim in dims]
            self.assertEqual([scale.name.strip("/") for scale in scales], axes, name)

    def test_ratings_are_bytes_with_flags(self):
        rating = self.file["rating_final"]
        self.assertEqual(rating.dtype, np.uint8)
        self.assertEqual(list(rating.attrs["flag_values"]), [1, 2, 3, 4])
        self.assertEqual(rating.attrs["flag_meanings"].split(),
                         ["inadequate", "requires_improvement", "good", "outstanding"])
        # trust 1, side 1, month 2: grade 1 + (1 + 2 + 6 + trial) mod 4
        self.assertEqual(list(rating[1, 1, :4]), [2, 3, 4, 1])

    def test_chunks_hold_one_trust(self):
        for name in ("rating_final", "metric_value", "score"):
            self.assertEqual(self.file[name].chunks[1], 1)
        self.assertIsNone(self.file["metric_value"].compression)
        self.assertEqual(self.file["rating_final"].compression, "gzip")

    def test_provenance_is_verbatim(self):
        provenance = self.file["provenance"]
        self.assertEqual(provenance["input_role"].asstr()[:].tolist(), ["scenario", "policy", "trust"])
        self.assertEqual(provenance["input_text"].asstr()[0], 'schema = 1\nname = "dna_reduction"\n')
        self.assertEqual(provenance["plugin_sha256"].asstr()[:].tolist(), ["ab12"])


class InXarray(unittest.TestCase):
    def setUp(self):
        self.run_ = xr.open_dataset(PATH, engine="h5netcdf")
        self.addCleanup(self.run_.close)

    def test_labels_select(self):
        value = self.run_["metric_value"].sel(scenario="dna_down", trust="RB2", metric="metric.liquidity_days", month=3)
        self.assertEqual(value.dims, ("trial",))
        # 10,000 a trust + 1,000 a side + 100 a row + 10 a month + 0.001 a trial
        self.assertAlmostEqual(float(value[7]), 21120.007, places=9)

    def test_trial_is_an_axis_without_labels(self):
        self.assertEqual(self.run_.sizes["trial"], 20)
        self.assertNotIn("trial", self.run_.variables)

    def test_units_and_titles_come_beside(self):
        metric = self.run_["metric_value"]
        self.assertEqual(metric["metric_unit"].sel(metric="metric.dna_rate").item(), "percent")
        self.assertEqual(metric["metric_title"].values.tolist(), ["Did-not-attend rate", "Liquidity"])
        self.assertEqual(metric["metric_polarity"].values.tolist(), [-1, 1])
        self.assertEqual(metric["trust_name"].values.tolist(), ["First Trust", "Second Trust"])

    def test_counts_are_by_rating(self):
        count = self.run_["rating_count"].sel(scenario="baseline", trust="RB2")
        self.assertEqual(count.sel(rating="good").item(), 5)
        self.assertEqual(self.run_["finance_score"].values.tolist(), [1, 2, 3, 4])

    def test_summary_has_quantiles(self):
        fan = self.run_["value_quantile"].sel(trust="RA1", scenario="baseline", summarised="finance.score")
        self.assertEqual(fan.dims, ("month", "quantile"))
        np.testing.assert_allclose(self.run_["quantile"].values, [0.05, 0.25, 0.5, 0.75, 0.95])

    def test_the_sector_has_counts_of_trusts(self):
        good = self.run_["sector_count"].sel(scenario="dna_down", rating="good")
        self.assertEqual(good.dims, ("trusts_held",))
        # two trusts that are never rated alike, each good in a quarter of 20 trials: mean 1/2, sd sqrt(20/19)/2
        self.assertEqual(good.values.tolist(), [10, 10, 0])
        self.assertEqual(self.run_["trusts_held"].values.tolist(), [0, 1, 2])
        at = {"scenario": "dna_down", "rating": "good"}
        self.assertEqual(self.run_["sector_count_mean"].sel(at).item(), 0.5)
        self.assertAlmostEqual(self.run_["sector_count_sd"].sel(at).item(), 0.5 * (20 / 19) ** 0.5, places=12)
        self.assertEqual(self.run_["sector_count_quantile"].sel(at).sel(quantile=[0.05, 0.95]).values.tolist(), [0, 1])
        self.assertEqual(self.run_["sector_independent_sd"].dims, ("scenario", "rating"))

    def test_the_sector_has_expected_trusts_by_type_and_from_to(self):
        large = self.run_["sector_by_type"].sel(scenario="baseline", type="Acute - Large", rating="good").item()
        self.assertEqual(large, self.run_["rating_odds"].sel(scenario="baseline", trust="RA1", rating="good").item())
        self.assertEqual(self.run_["type_trusts"].values.tolist(), [1, 1])
        moved = self.run_["from_to_odds"].sel({"scenario": "dna_down", "from": "good", "to": "inadequate"}).sum("trust").item()
        self.assertAlmostEqual(
            self.run_["sector_migration"].sel({"scenario": "dna_down", "from": "good", "to": "inadequate"}).item(), moved)

    def test_groups_open(self):
        with xr.open_dataset(PATH, engine="h5netcdf", group="catalogue") as catalogue:
            self.assertEqual(catalogue["unit"].sel(id="clinical.wau").item(), "WAU")
            self.assertEqual(catalogue["distribution"].sel(id="clinical.dna_rate").item(), "normal(7, 0.5)")
        with xr.open_dataset(PATH, engine="h5netcdf", group="provenance") as provenance:
            self.assertEqual(provenance["note_text"].values.tolist(), ["a lever acts after the visit"])

    def test_paired_change_needs_one_line(self):
        final = self.run_["rating_final"]
        better = (final.sel(scenario="dna_down") > final.sel(scenario="baseline")).mean("trial")
        self.assertEqual(better.dims, ("trust",))


if __name__ == "__main__":
    unittest.main()
