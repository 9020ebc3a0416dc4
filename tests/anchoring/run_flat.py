"""Runs every trust that ships, with all metrics reported by file, through a year in which nothing happens."""

import os
import pathlib
import subprocess
import sys
import tempfile

import trust_files

# docs/model: Neutral values of each page. The fund is 0 by the trust files, so that last year had none either.
NEUTRAL = {
    "clinical": {0: ["emergency_growth", "elective_growth", "outpatient_growth", "contract_growth", "tariff_uplift",
                     "winter_severity", "emergency_noise", "elective_noise", "outpatient_noise", "length_of_stay_change",
                     "delayed_transfer_change", "beds_change", "theatre_productivity", "outpatient_productivity"]},
    "people": {0: ["agency_noise", "sickness_noise", "pay_drift", "agency_volume_change", "agency_premium_change",
                   "bank_fill_change"], 2: ["pay_award"]},
    "support": {0: ["passthrough_growth", "medicines_noise", "medicines_price_change", "tests_demand_change", "network_share"]},
    "corporate": {0: ["nonpay_inflation", "negligence_inflation", "pfi_indexation", "estates_unit_change", "backlog_drift",
                      "supplies_noise", "price_performance", "procurement_process", "outsourced_share", "hr_cost_change",
                      "finance_cost_change", "area_released", "backlog_spend"]},
    "finance": {0: ["savings_slippage", "savings_slippage_pay", "savings_slippage_nonpay", "savings_slippage_income",
                    "run_rate", "adverse_event", "monthly_variance", "national_price_shock", "access_change", "savings_plan",
                    "planned_improvement", "national_inflation", "cost_pressure_realised"], 100: ["savings_delivery"]}}


def scenario():
    text = 'schema = 1\nname = "flat"\n[run]\ntrials = 4\nmonths = 12\n[[level]]\nname = "flat"\n'
    for plugin, values in NEUTRAL.items():
        for value, drivers in values.items():
            for driver in drivers:
                text += f'[[level.change]]\ndriver = "{plugin}.{driver}"\nset = {float(value)}\ndecided = true\n'
    return text


def main(out):
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="uor-anchoring-") as scratch:
        folder = pathlib.Path(scratch)
        (folder / "flat.toml").write_text(scenario())
        words = []
        for index, row in enumerate(trust_files.table("trusts.csv")):
            name = f"{row['ods_code']}.toml"
            facts = {**trust_files.facts_of(row), **trust_files.metrics_of(index), "sustainability_allocation": 0.0}
            trust_files.write(folder / name, row["ods_code"], facts)
            words += ["--trust", name]
        subprocess.run([os.environ["UOR"], "run", "flat.toml", *words, "--any-scope", "--keep", "all", "--out", out,
                        "--quiet"], cwd=folder, check=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
