"""Month 0 of people (docs/model/people.md, section "Month 0")."""

import numpy as np

from people import GROUPS, METRIC, agency_price, bank_price, leaving, totals


def pay_shares(m):
    p = m.parameters("people")
    whole = m["trust.pay_cost_per_wau"]
    cost = {"doctors": m["trust.doctors_cost_per_wau"], "nurses": m["trust.nurses_cost_per_wau"],
            "ahps": m["trust.ahp_cost_per_wau"] / (1 - p("community_share_ahps"))}
    scale = np.minimum(1, (1 - p("least_other_share")) * whole / sum(cost.values()))
    shares = {g: scale * cost[g] / whole for g in cost}
    shares["other"] = 1 - sum(shares.values())
    return shares


def in_post(m):
    doctors, nurses = m["trust.fte_doctors"], m["trust.fte_nurses"]
    ahps = m.parameter("people.ahp_share_of_scientific") * m["trust.fte_ahps"]
    everyone = m["trust.fte_staff"]
    other = np.maximum(everyone - doctors - nurses - ahps, 0.1 * everyone)
    return dict(zip(GROUPS, (doctors, nurses, ahps, other)))


def group(m, g, share, staff, agency, bank):
    """One group's columns; agency and bank are its spend, GBP m a month."""
    p = m.parameters("people")
    whole = m["trust.employee_expenses"] / 12 * share
    substantive = np.maximum(whole - agency - bank, 0.05 * whole)
    price = substantive / staff
    m[f"people.pay_share_{g}"] = share
    m[f"people.in_post_{g}"] = staff
    m[f"people.agency_{g}"] = agency
    m[f"people.bank_{g}"] = bank
    m[f"people.substantive_{g}"] = substantive
    m[f"people.closed_agency_{g}"] = 0.0
    m[f"people.pay_{g}"] = substantive + bank + agency
    m[f"people.real_pay_{g}"] = m[f"people.pay_{g}"]
    m[f"people.price_{g}"] = price
    m[f"people.agency_staff_{g}"] = agency / (price * agency_price(m, g))
    m[f"people.bank_staff_{g}"] = bank / (price * bank_price(m, g))
    posts = staff / (1 - m["people.vacancy_rate"] / 100)
    m[f"people.establishment_{g}"] = posts
    left = leaving(m["people.retention_rate"])
    gap = (posts - staff + staff * m["people.sickness_absence_rate"] / 100 * p(f"backfill_{g}")
           + staff * left * p("induction_months"))
    covered = m[f"people.bank_staff_{g}"] + m[f"people.agency_staff_{g}"]
    need = np.maximum(np.maximum(gap, covered / (1 - p("least_unfilled"))), 1e-6 * staff)
    m[f"people.need_{g}"] = need
    m[f"people.other_need_{g}"] = need - gap
    m[f"people.unfilled_{g}"] = need - covered
    m[f"people.leavers_{g}"] = staff * left


def month_zero(m):
    p = m.parameters("people")
    shares, staff = pay_shares(m), in_post(m)
    spend = {"agency": m["trust.agency_spend_gbp_m"] / 12, "bank": m["trust.bank_spend"] / 12}
    part = {}
    for kind, total in spend.items():
        weight = {g: p(f"{kind}_weight_{g}") * shares[g] for g in GROUPS}
        part[kind] = {g: total * weight[g] / sum(weight.values()) for g in GROUPS}
    for g in GROUPS:
        group(m, g, shares[g], staff[g], part["agency"][g], part["bank"][g])
    totals(m)
    m["people.real_pay"] = m["people.pay"]
    m["people.vacant_share"] = m["people.vacancy_rate"]
    m["people.award_index"] = 1.0
    m["people.drift_index"] = 1.0
    m["people.award_income"] = 0.0
    m["people.leaving_hazard"] = -np.log(m["people.retention_rate"] / 100) / 12
    m["people.leaving_share"] = 1 - np.exp(-m["people.leaving_hazard"])
    m["people.sickness_rate"] = m["people.sickness_absence_rate"]
    m["metric.staff_retention_rate"] = m["people.retention_rate"]
    m["metric.sickness_absence_rate"] = m["people.sickness_absence_rate"]
    for metric in METRIC.values():
        m[f"metric.{metric}"] = m[f"trust.{metric}"]
