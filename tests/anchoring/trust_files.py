"""Trust files of every trust that ships, as a trust would write them: its facts, and all 22 metrics."""

import csv
import os
import pathlib

SOURCE = pathlib.Path(os.environ["UOR_SOURCE"])
EXTENSIVE = ("GBP m", "WTE", "attendances/year", "patients/year", "spells/year", "beds", "bed days/month", "m2", "sites")
# Where the reported figures lie, of each metric: trusts are spread over it.
SPREAD = {"preproc_nonelective_bed_days": (0.4, 1.1), "preproc_elective_bed_days": (0.02, 0.3),
          "emergency_readmissions_30d": (5.5, 10.5), "dna_rate": (4.5, 10.5), "staff_retention_rate": (80, 91),
          "sickness_absence_rate": (3, 5.2), "pay_cost_per_wau": (1900, 2500), "doctors_cost_per_wau": (420, 620),
          "nurses_cost_per_wau": (600, 820), "ahp_cost_per_wau": (90, 160), "top10_medicines_savings_pct": (60, 160),
          "cost_per_test": (1.4, 2.6), "nonpay_cost_per_wau": (1100, 1550), "finance_cost_per_100m": (500, 950),
          "hr_cost_per_100m": (600, 1500), "procurement_score": (35, 80), "estates_cost_per_m2": (250, 460),
          "capital_service_capacity": (-1.5, 3.5), "liquidity_days": (-45, 25), "ie_margin": (-9, 3),
          "distance_from_plan": (-4, 1.5), "agency_spend": (-30, 60)}


def table(name):
    with open(SOURCE / "data" / name, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def units():
    return {row["id"]: row["unit"] for row in table("trust_fields.csv")}


def facts_of(row):
    """Fields of data/trusts.csv in the unit of a trust file."""
    facts = {}
    for field in table("trust_fields.csv"):
        text = row.get(field["csv_column"] or field["id"], "")
        if text and field["id"]:
            facts[field["id"]] = float(text) * float(field["scale"])
    return facts


def metrics_of(index):
    """A figure of every metric for the trust with this index: none sits at the same place in all of them."""
    return {metric: low + (high - low) * ((index + 1) * 0.6180339887 * (place + 1) % 1)
            for place, (metric, (low, high)) in enumerate(SPREAD.items())}


def write(path, code, facts, **frame):
    lines = ["schema = 1", f'code = "{code}"', f'name = "Trust {code}"']
    lines += [f"{key} = {value}" for key, value in frame.items()]
    lines += ["[reported]"] + [f"{field} = {value!r}" for field, value in facts.items()]
    path.write_text("\n".join(lines) + "\n")


def doubled(facts):
    unit = units()
    return {field: value * (2 if unit[field] in EXTENSIVE else 1) for field, value in facts.items()}
