"""A trust of twice the size has the same ratios: what is extensive in its file doubles, nothing else."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py
import numpy

import trust_files

UOR = os.environ["UOR"]
CODES = ("R1F", "RF4", "RDD", "RQM", "RVJ")
CLOSE = 1e-9
STRESS = {"finance.savings_slippage": 30, "clinical.winter_severity": 5, "corporate.backlog_spend": 10,
          "people.agency_volume_change": 10, "finance.national_price_shock": 2, "support.network_share": 30}
# Ratios among the other columns: what is in these units does not grow with a trust.
RATIOS = ("ratio", "percent", "percentage points", "score", "GBP", "GBP thousand", "yes=1", "percent over ceiling")

# Without a closed month these are below 0, which says unknown and is no amount.
UNKNOWN = [f"finance.scheme_{number}_closed" for number in range(1, 9)]


class Doubling(unittest.TestCase):
    """Runs a trust file and its double under one code, so with the same draws."""

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="uor-doubling-")
        cls.addClassCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        levels = "".join(f'[[level.change]]\ndriver = "{driver}"\nset = {float(value)}\ndecided = true\n' for driver, value in STRESS.items())
        (folder / "double.toml").write_text(
            f'schema = 1\nname = "double"\n[run]\ntrials = 16\nmonths = 18\n[[level]]\nname = "stressed"\n{levels}')
        cls.results = {}
        for code, facts in cls.files().items():
            for times, values in ((1, facts), (2, trust_files.doubled(facts))):
                name = folder / f"{code}_{times}.toml"
                trust_files.write(name, code, values)
                out = folder / f"{code}_{times}.h5"
                subprocess.run([UOR, "run", "double.toml", "--trust", name, "--policy", cls.policy(folder), "--keep", "all",
                                "--out", out, "--quiet"], cwd=folder, check=True)
                cls.results[code, times] = cls.columns(out)

    @staticmethod
    def policy(folder):
        """The framework without peers: twice the size finds other peers."""
        policies = trust_files.SOURCE / "policies"
        for source in policies.rglob("*.toml"):
            lines = source.read_text().splitlines()
            for number, line in enumerate(lines):
                if line.startswith("[parameter.") and line.endswith('.peer_weight"]'):
                    lines[number + 1] = "value = 0.0"
            target = folder / "policies" / source.relative_to(policies)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(lines) + "\n")
        return folder / "policies" / "framework.toml"

    @staticmethod
    def columns(path):
        with h5py.File(path) as file:
            found = {}
            for axis, array in (("metric", "metric_value"), ("kloe", "score"), ("quantity", "quantity_value")):
                units = file[f"{axis}_unit"][:].astype(str) if f"{axis}_unit" in file else ["score"] * 5
                for index, (name, unit) in enumerate(zip(file[axis][:].astype(str), units)):
                    found[name] = (unit, file[array][:, 0, index])
            return found

    def compare(self, chosen, times=1):
        for code in self.files():
            single, double = self.results[code, 1], self.results[code, 2]
            names = [name for name, (unit, _) in single.items() if chosen(name, unit)]
            self.assertTrue(names)
            wrong = {}
            for name in names:
                expected, found = times * single[name][1], double[name][1]
                scale = numpy.maximum(numpy.abs(expected).max(), 1e-6)
                worst = numpy.abs(found - expected).max() / scale
                if not worst <= CLOSE:
                    wrong[name] = float(worst)
            self.assertEqual(wrong, {}, f"{code}: largest relative difference")


class WholeFile:
    """Trusts as they ship, with all metrics."""

    @staticmethod
    def files():
        rows = trust_files.table("trusts.csv")
        return {row["ods_code"]: {**trust_files.facts_of(row), **trust_files.metrics_of(index)}
                for index, row in enumerate(rows) if row["ods_code"] in CODES}


class MinimumFile:
    """Trusts known by their minimum facts."""

    @staticmethod
    def files():
        return {"SMALL": {"operating_expenses": 180.0, "total_income": 175.0, "employee_expenses": 115.0,
                          "interim_support": 12.0, "cash": 4.0, "sustainability_allocation": 5.0, "savings_plan": 7.0,
                          "recurrent_share": 70.0, "agency_spend_gbp_m": 6.0, "agency_ceiling": 5.0},
                "LARGE": {"operating_expenses": 900.0, "total_income": 930.0, "employee_expenses": 560.0,
                          "interim_support": 0.0}}


class Checks:
    def test_every_metric_stays(self):
        self.compare(lambda name, unit: name.startswith("metric."))

    def test_every_kloe_score_stays(self):
        self.compare(lambda name, unit: name in ("clinical", "people", "support", "corporate", "finance"))

    def test_every_other_ratio_stays(self):
        self.compare(lambda name, unit: unit in RATIOS or name in UNKNOWN)

    def test_money_and_staff_double(self):
        self.compare(lambda name, unit: unit in ("GBP m", "WTE", "m2", "beds") and name not in UNKNOWN, times=2)


class Whole(WholeFile, Checks, Doubling):
    pass


class Minimum(MinimumFile, Checks, Doubling):
    pass


if __name__ == "__main__":
    unittest.main()
