"""Runs three trusts, one of them known by its minimum facts, for two years with everything kept: the file under test."""

import pathlib
import subprocess
import sys
import tempfile
import os

MINIMUM = """schema = 1
code = "MINIMUM"
name = "Known by its minimum facts"
[reported]
total_income = 300.0
operating_expenses = 310.0
employee_expenses = 200.0
interim_support = 55.0
"""
STRESSED = {"finance.savings_slippage": 40, "finance.run_rate": 2, "clinical.winter_severity": 8, "people.vacancy_rate": 14,
            "people.pay_award": 3.5, "people.pay_award_funded_share": 50, "finance.national_price_shock": 3,
            "corporate.backlog_spend": 15, "finance.capital_spend_change": 20, "finance.loans_due_share": 60,
            "corporate.pfi_indexation": 2, "corporate.outsourced_share": 3, "people.agency_premium_change": 10,
            "support.network_share": 40, "clinical.dna_rate": 10, "clinical.beds_change": -6, "clinical.tariff_uplift": 1.5}


def main(out):
    pathlib.Path(out).parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="uor-identities-") as folder:
        pathlib.Path(folder, "minimum.toml").write_text(MINIMUM)
        text = 'schema = 1\nname = "identities"\n[run]\ntrials = 12\nmonths = 24\n[[level]]\nname = "stressed"\n'
        for driver, value in STRESSED.items():
            text += f'[[level.change]]\ndriver = "{driver}"\nset = {float(value)}\ndecided = true\n'
        pathlib.Path(folder, "identities.toml").write_text(text)
        subprocess.run([os.environ["UOR"], "run", "identities.toml", "--trust", "RF4", "--trust", "R1H", "--trust",
                        "minimum.toml", "--keep", "all", "--out", out, "--quiet"], cwd=folder, check=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
