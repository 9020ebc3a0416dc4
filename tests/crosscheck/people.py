"""People (docs/model/people.md): staff in whole-time equivalents, pay in GBP m a month."""

import numpy as np

from actuals import closed, informed, is_closed, over
from score import LEAST, band_score, evidence_with_figures, figure_score, published_score

SEASONS = {"people.sickness_rate": "sickness"}
GROUPS = ("doctors", "nurses", "ahps", "other")
METRIC = {"pay": "pay_cost_per_wau", "doctors": "doctors_cost_per_wau", "nurses": "nurses_cost_per_wau",
          "ahps": "ahp_cost_per_wau"}
PROMPTS = ("pay_growth", "temporary_staff", "rota_gaps", "rostering", "skill_mix", "new_roles", "job_plans")


def leaving(retention_percent):
    """Share of staff who leave in a month."""
    return 1 - np.exp(np.log(retention_percent / 100) / 12)


def agency_price(m, group, change=0.0):
    """Agency price of an hour over the permanent one."""
    return np.maximum(1 + (m.parameter(f"people.agency_premium_{group}") + change) / 100, 0.1)


def bank_price(m, group):
    return agency_price(m, group) / (1 + m.parameter("people.agency_over_bank") / 100)


def prices(m):
    """Sections "Absence and leaving" and "Prices"."""
    p = m.parameters("people")
    winter = m["clinical.winter_severity"] / 100 * m.profile("winter") * p("winter_months") / 12
    worse = p("winter_sickness_share") * winter
    m["people.sickness_level"] = m["people.sickness_absence_rate"] * np.exp(m["people.sickness_noise"]) * (1 + worse)
    m["people.sickness_rate"] = m["people.sickness_level"] * m.profile("sickness")
    m["people.leaving_hazard"] = -np.log(m["people.retention_rate"] / 100) / 12
    m["people.leaving_share"] = 1 - np.exp(-m["people.leaving_hazard"])
    so_far = p("award_assumed") if m.k == 1 else m.prev("people.pay_award")
    m["people.award_index"] = m.prev("people.award_index") * (1 + m["people.pay_award"] / 100) / (1 + so_far / 100)
    m["people.drift_index"] = m.prev("people.drift_index") * (1 + m["people.pay_drift"] / 100) ** (1 / 12)


def staff(m, g):
    """Section "Staff of a group"."""
    establishment, in_post0, before = (m.zero(f"people.establishment_{g}"), m.zero(f"people.in_post_{g}"),
                                       m.prev(f"people.in_post_{g}"))
    now, then = leaving(m["people.retention_rate"]), leaving(m.zero("people.retention_rate"))
    fill, fill0 = m["people.time_to_fill"], m.zero("people.time_to_fill")
    leavers = before * now
    lasting = np.maximum(establishment * m["people.vacancy_rate"] / 100 + in_post0 * (now * fill - then * fill0), 0)
    starters = np.maximum(leavers + (establishment - before - lasting) / np.maximum(fill, 1), 0)
    m[f"people.leavers_{g}"] = leavers
    m[f"people.starters_{g}"] = starters
    m[f"people.in_post_{g}"] = np.maximum(before + starters - leavers, 0)


def cover(m, g):
    """Section "Cover of a group"."""
    p = m.parameters("people")
    establishment, in_post = m.zero(f"people.establishment_{g}"), m[f"people.in_post_{g}"]
    wards = m["clinical.escalation_beds"] + m["clinical.beds"] - m.zero("clinical.beds")
    need = np.maximum(m.zero(f"people.other_need_{g}") + establishment - in_post
                      + in_post * m["people.sickness_level"] / 100 * p(f"backfill_{g}")
                      + m[f"people.starters_{g}"] * p("induction_months")
                      + establishment * p(f"load_{g}") * (m["clinical.workload_index"] - 1)
                      + p(f"per_bed_{g}") * wards, 0)
    bank0, agency0 = m.zero(f"people.bank_staff_{g}"), m.zero(f"people.agency_staff_{g}")
    filled0 = bank0 + agency0
    filled = np.minimum(
        np.maximum(filled0 + p("fill_of_change") * (need - m.zero(f"people.need_{g}")), 0), np.maximum(need, 0))
    agency = np.minimum(np.maximum(agency0 + (1 - p(f"bank_share_{g}")) * (filled - filled0), 0), filled)
    bank = filled - agency
    moved = np.minimum(bank * m["people.bank_fill_change"] / 100, agency)
    bank, agency = bank + moved, agency - moved
    factor = ((1 + m["people.agency_volume_change"] / 100) * (1 + m[f"people.agency_{g}_change"] / 100)
              * np.exp(m["people.agency_noise"]))
    m[f"people.need_{g}"] = need
    m[f"people.agency_asked_{g}"] = agency * factor
    m[f"people.bank_asked_{g}"] = np.maximum(
        bank + p("agency_to_bank") * (agency - m[f"people.agency_asked_{g}"]), 0)


def held(m):
    """Section "Agency held against the ceiling"."""
    national = m["national.cost_index"] * m["people.award_index"] * m["people.drift_index"]
    asked = national * sum(m.zero(f"people.price_{g}") * agency_price(m, g, m["people.agency_premium_change"])
                           * m[f"people.agency_asked_{g}"] for g in GROUPS)
    over = m["people.agency_over_ceiling"]
    m["people.agency_held_factor"] = np.where(
        over >= -100, (1 + over / 100) * m.zero("finance.agency_ceiling") / np.maximum(asked, 1e-9), 1.0)


def working(m, g):
    bank, agency = m[f"people.bank_asked_{g}"], m[f"people.agency_asked_{g}"]
    m[f"people.agency_staff_{g}"] = agency * m["people.agency_held_factor"]
    m[f"people.bank_staff_{g}"] = np.maximum(
        bank + m.parameter("people.agency_to_bank") * (agency - m[f"people.agency_staff_{g}"]), 0)
    m[f"people.unfilled_{g}"] = np.maximum(
        m[f"people.need_{g}"] - m[f"people.bank_staff_{g}"] - m[f"people.agency_staff_{g}"], 0)


def pay(m, g):
    """Section "Pay of a group"."""
    change = m.zero(f"people.pay_share_{g}") * (m["finance.cost_pressure_pay"] - m["finance.savings_pay"])
    if g == "doctors":
        change = change - m["clinical.dna_cash_saving"]
    if g == "other":
        change = change + m["support.pathology_pay_change"]
    national = m["national.cost_index"] * m["people.award_index"]
    price = m.zero(f"people.price_{g}") * national * m["people.drift_index"]
    in_post = m[f"people.in_post_{g}"]
    m[f"people.change_{g}"] = change
    m[f"people.price_{g}"] = price
    m[f"people.paid_{g}"] = np.maximum(
        in_post + m["people.award_index"] * change / price, 0.05 * in_post)
    usual = (price * m[f"people.paid_{g}"], price * bank_price(m, g) * m[f"people.bank_staff_{g}"],
             price * agency_price(m, g, m["people.agency_premium_change"]) * m[f"people.agency_staff_{g}"])
    (m[f"people.substantive_{g}"], m[f"people.bank_{g}"], m[f"people.agency_{g}"]) = accounts(m, g, usual)
    m[f"people.closed_agency_{g}"] = m.prev(f"people.closed_agency_{g}") + np.where(is_closed(m), usual[2], 0.0)
    m[f"people.pay_{g}"] = m[f"people.substantive_{g}"] + m[f"people.bank_{g}"] + m[f"people.agency_{g}"]
    m[f"people.real_pay_{g}"] = m[f"people.pay_{g}"] / national


def accounts(m, g, usual):
    """Permanent, bank and agency pay: as the accounts have it in closed months, agency moved towards them after."""
    permanent, bank, agency = usual
    permanent0, bank0, agency0 = (m.zero(f"people.{part}_{g}") for part in ("substantive", "bank", "agency"))
    all_agency0, share = m.zero("people.agency_spend"), m.zero(f"people.pay_share_{g}")
    to_date = m["trust.agency_to_date"] * np.where(
        all_agency0 > 0, agency0 / np.maximum(all_agency0, LEAST), share)
    level = informed(m, np.ones_like(agency), over(to_date, m.prev(f"people.closed_agency_{g}")), "people")
    spent = np.minimum(closed(m, to_date, agency * level), np.maximum(permanent, 0) + agency)
    whole = m.zero("finance.closed_pay")
    given = is_closed(m) & (whole > 0)
    permanent0 = m.zero(f"people.pay_{g}") - bank0 - agency0
    paid = whole * share
    of_agency = closed(m, to_date, paid * agency0 / (permanent0 + bank0 + agency0))
    of_bank = (paid - of_agency) * bank0 / (permanent0 + bank0)
    return (np.where(given, paid - of_agency - of_bank, permanent + agency - spent), np.where(given, of_bank, bank),
            np.where(given, of_agency, spent))


def over_groups(m, name, groups=GROUPS):
    return sum(m[f"people.{name}_{g}"] for g in groups)


def totals(m):
    """Section "Totals"."""
    m["people.substantive_pay"] = over_groups(m, "substantive")
    m["people.bank_spend"] = over_groups(m, "bank")
    m["people.agency_spend"] = over_groups(m, "agency")
    m["people.pay"] = m["people.substantive_pay"] + m["people.bank_spend"] + m["people.agency_spend"]
    m["people.in_post"] = over_groups(m, "paid" if m.month else "in_post")
    m["people.leavers"] = over_groups(m, "leavers")
    posts = sum(m.zero(f"people.establishment_{g}") for g in GROUPS)
    clinical = sum(m.zero(f"people.establishment_{g}") for g in GROUPS[:3])
    m["people.unfilled_share"] = 100 * over_groups(m, "unfilled", GROUPS[:3]) / clinical
    if m.month == 0:
        return
    m["people.vacant_share"] = 100 * (1 - over_groups(m, "in_post") / posts)
    m["people.real_pay"] = m["people.pay"] / (m["national.cost_index"] * m["people.award_index"])
    m["people.award_income"] = (m["people.pay_award_funded_share"] / 100 * m["people.pay"]
                                * (1 - 1 / m["people.award_index"]))


def metrics(m):
    """Section "Metrics"."""
    m["metric.staff_retention_rate"] = 100 * np.exp(-m.sum12("people.leaving_hazard"))
    m["metric.sickness_absence_rate"] = m.sum12("people.sickness_rate") / 12
    units = m.sum12("clinical.wau") / m.zero("clinical.wau")
    for name, metric in METRIC.items():
        pay_column = "people.real_pay" if name == "pay" else f"people.real_pay_{name}"
        m[f"metric.{metric}"] = (m[f"trust.{metric}"] * (m.sum12(pay_column) / m.zero(pay_column)) / units
                                 * m["national.cost_index_12m"])


def score(m):
    """Section "Score"."""
    p = m.parameters("people")
    kept = np.minimum(m["published.staff_retention_rate"], m["benchmark.staff_retention_rate.upper"])
    retention = published_score(m, "people", "staff_retention_rate", kept)
    sickness = published_score(m, "people", "sickness_absence_rate")
    cost = {name: published_score(m, "people", metric) for name, metric in METRIC.items()}
    costs = ((1 - p("group_share")) * cost["pay"]
             + p("group_share") * (cost["doctors"] + cost["nurses"] + cost["ahps"]) / 3)
    weight = [p("weight_retention"), p("weight_sickness"), p("weight_pay")]
    total = sum(w * s for w, s in zip(weight, (retention, sickness, costs))) / sum(weight)
    edges = [p(f"agency_edge_{edge}") for edge in (1, 2, 3)]
    m["people.agency_ceiling_score"] = band_score(m["finance.agency_over_at_plan_prices"], *edges)
    m["people.score_vacant_share"] = figure_score(m, "people", m["people.vacant_share"], "vacancy")
    m["people.evidence"] = evidence_with_figures(m, "people", PROMPTS, "rota_gaps", m["people.score_vacant_share"],
                                                 [m["people.agency_ceiling_score"]])
    m["people.score"] = total + p("evidence_weight") * (m["people.evidence"] - total)
