"""Clinical services (docs/model/clinical.md). Spells, attendances and bed days are a month's; income is GBP m."""

import numpy as np

from score import evidence_with_figures, figure_score, published_score

SEASONS = {
    "clinical.emergency_spells": "emergency", "clinical.procedures_nonelective": "emergency",
    "clinical.preproc_nonelective_days": "emergency",
    "clinical.elective_spells": "elective", "clinical.procedures_elective": "elective",
    "clinical.preproc_elective_days": "elective",
    "clinical.outpatient_attendances": "outpatient", "clinical.outpatient_bookings": "outpatient",
    "clinical.missed_bookings": "outpatient",
    "clinical.discharges": "wau", "clinical.readmissions": "wau", "clinical.wau": "wau",
}
KINDS = ("emergency", "elective", "outpatient", "contract")


def month_zero(m):
    """Section "Month 0"."""
    p = m.parameters("clinical")
    e0, d0 = m["trust.nonelective_spells"] / 12, m["trust.elective_spells"] / 12
    e0 = np.where(np.isnan(e0), m["trust.emergency_admissions"] * p("emergencies_per_admission") / 12, e0)
    a0 = m["trust.outpatient_attendances"] / 12
    d0 = np.where(np.isnan(d0), a0 * p("electives_per_attendance"), d0)
    missed, readmitted = m["clinical.dna_rate"] / 100, m["clinical.emergency_readmission_rate"] / 100
    m["clinical.emergency_spells"] = e0
    m["clinical.outpatient_attendances"] = a0
    m["clinical.elective_spells"] = d0
    m["clinical.outpatient_bookings"] = a0 / (1 - missed)
    m["clinical.missed_bookings"] = m["clinical.outpatient_bookings"] * missed
    m["clinical.discharges"] = e0 + d0
    m["clinical.readmissions"] = readmitted * (e0 + d0)
    procedures = p("procedure_share") * e0
    inpatients = (1 - p("day_case_share")) * d0
    m["clinical.procedures_nonelective"] = procedures
    m["clinical.procedures_elective"] = inpatients
    n0, pre0 = m["clinical.preproc_nonelective_bed_days"], m["clinical.preproc_elective_bed_days"]
    m["clinical.preproc_nonelective_days"] = n0 * procedures
    m["clinical.preproc_elective_days"] = pre0 * inpatients
    m["clinical.wau"] = (m["trust.employee_expenses"] * 1e6 * p("reference_cost_share")
                         / m["trust.market_forces_factor"] / m["trust.pay_cost_per_wau"] / 12)
    cost_d = p("day_case_share") * p("day_case_cost") + (1 - p("day_case_share")) * p("elective_inpatient_cost")
    cost = e0 * p("emergency_spell_cost") + d0 * cost_d + a0 * p("outpatient_cost")
    m["clinical.emergency_weight"] = e0 * p("emergency_spell_cost") / cost
    m["clinical.elective_weight"] = d0 * cost_d / cost
    stay, delayed = m["trust.length_of_stay"], m["trust.delayed_transfer_days"]
    core = np.maximum(stay - p("procedure_share") * n0 - delayed / e0, stay / 4)
    m["clinical.delayed_days"] = delayed
    m["clinical.core_stay"] = core
    m["clinical.bed_days"] = (e0 * (core + p("procedure_share") * n0) + inpatients * (p("elective_stay") + pre0)
                              + delayed)
    m["clinical.delayed_share"] = 100 * delayed / usual_bed_days(p, e0, inpatients)
    m["clinical.occupancy"] = m["trust.night_bed_occupancy"]
    beds = m["clinical.bed_days"] / (30.4375 * m["clinical.occupancy"] / 100)
    m["clinical.beds"] = np.where(np.isnan(m["trust.beds"]), beds, m["trust.beds"])
    m["clinical.escalation_beds"] = 0.0
    for kind in KINDS:
        m[f"clinical.{kind}_growth_index"] = 1.0
    for name in ("tariff", "activity", "workload"):
        m[f"clinical.{name}_index"] = 1.0
    m["metric.dna_rate"] = m["clinical.dna_rate"]
    m["metric.emergency_readmissions_30d"] = m["clinical.emergency_readmission_rate"]
    m["metric.preproc_nonelective_bed_days"] = n0
    m["metric.preproc_elective_bed_days"] = pre0


def month_zero_income(m):
    m["clinical.patient_income"] = m["finance.patient_income_base"]


def usual_bed_days(p, spells, inpatients):
    """Bed days of these spells, did an emergency stay as long as is usual."""
    return np.maximum(spells * p("usual_stay") + inpatients * p("elective_stay"), 1)


def winter(m, percent):
    """1 + x/100 p(winter) winter_months/12."""
    return 1 + percent / 100 * m.profile("winter") * m.parameter("clinical.winter_months") / 12


def demand(m):
    """Sections "Trends" and "Demand"."""
    p = m.parameters("clinical")
    for kind in KINDS:
        growth = 1 + m[f"clinical.{kind}_growth"] / 100
        m[f"clinical.{kind}_growth_index"] = m.prev(f"clinical.{kind}_growth_index") * growth ** (1 / 12)
        m[f"clinical.{kind}_trend"] = m[f"clinical.{kind}_growth_index"] * growth ** (5.5 / 12)
    so_far = 1.0 if m.k == 1 else 1 + m.prev("clinical.tariff_uplift") / 100
    m["clinical.tariff_index"] = m.prev("clinical.tariff_index") * (1 + m["clinical.tariff_uplift"] / 100) / so_far
    for kind in KINDS[:3]:
        m[f"clinical.{kind}_demand"] = m[f"clinical.{kind}_trend"] * np.exp(m[f"clinical.{kind}_noise"]) * (
            winter(m, m["clinical.winter_severity"]) if kind == "emergency" else 1.0)
    unfilled = m.prev("people.unfilled_share") - m.zero("people.unfilled_share")
    m["clinical.staffing"] = np.maximum(1 - p("unfilled_activity_loss") * unfilled / 100, 0.2)


def emergencies(m):
    """Section "Emergencies"."""
    p = m.parameters("clinical")
    e0, d0, q0 = (m.zero(f"clinical.{x}") for x in ("emergency_spells", "elective_spells", "discharges"))
    rate, rate0 = m["clinical.emergency_readmission_rate"], m.zero("clinical.emergency_readmission_rate")
    usual = e0 * m["clinical.emergency_demand"]
    q = usual + d0 * m["clinical.elective_demand"]
    e = np.maximum(usual + (rate - rate0) / 100 * q, 0.2 * usual)

    def without(spells, share, percent, discharges):
        return np.maximum(spells - share * percent / 100 * discharges, 0.2 * spells)

    def over_last_year(share):
        return without(e, share, rate, q) / without(e0, share, rate0, q0)

    m["clinical.emergency_spells"] = e * m.profile("emergency")
    m["clinical.emergency_volume"] = e / e0
    m["clinical.emergency_productive"] = over_last_year(p("readmission_unproductive_share"))
    m["clinical.emergency_paid"] = over_last_year(1 - p("readmission_paid_share"))
    m["clinical.discharges"] = q * m.profile("wau")
    m["clinical.readmissions"] = rate / 100 * m["clinical.discharges"]
    m["clinical.procedures_nonelective"] = p("procedure_share") * m["clinical.emergency_spells"]
    m["clinical.preproc_nonelective_days"] = (m["clinical.preproc_nonelective_bed_days"]
                                              * m["clinical.procedures_nonelective"])


def output(m):
    """Section "Output"."""
    p = m.parameters("clinical")
    w_e, w_d = m.zero("clinical.emergency_weight"), m.zero("clinical.elective_weight")
    w_o = 1 - w_e - w_d
    elective, outpatient = m["clinical.elective_volume"], m["clinical.outpatient_volume"]
    m["clinical.wau"] = m.zero("clinical.wau") * m.profile("wau") * (
        w_e * m["clinical.emergency_productive"] + w_d * elective + w_o * outpatient)
    m["clinical.activity_index"] = w_e * m["clinical.emergency_volume"] + w_d * elective + w_o * outpatient
    m["clinical.workload_index"] = (w_e * m["clinical.emergency_volume"] + w_d * m["clinical.elective_demand"]
                                    + w_o * m["clinical.outpatient_demand"])


def metrics(m):
    """Section "Metrics"."""
    m["metric.preproc_nonelective_bed_days"] = (m.sum12("clinical.preproc_nonelective_days")
                                                / m.sum12("clinical.procedures_nonelective"))
    m["metric.preproc_elective_bed_days"] = (m.sum12("clinical.preproc_elective_days")
                                             / m.sum12("clinical.procedures_elective"))
    m["metric.emergency_readmissions_30d"] = 100 * m.sum12("clinical.readmissions") / m.sum12("clinical.discharges")
    m["metric.dna_rate"] = 100 * m.sum12("clinical.missed_bookings") / m.sum12("clinical.outpatient_bookings")


def score(m):
    """Section "Score"."""
    p = m.parameters("clinical")
    weight = {"preproc_nonelective_bed_days": p("weight_preproc_nonelective"),
              "preproc_elective_bed_days": p("weight_preproc_elective"),
              "emergency_readmissions_30d": p("weight_readmissions"), "dna_rate": p("weight_dna")}
    total = sum(w * published_score(m, "clinical", metric) for metric, w in weight.items()) / sum(weight.values())
    m["clinical.score_delayed_share"] = figure_score(m, "clinical", m["clinical.delayed_share"], "delayed")
    m["clinical.evidence"] = evidence_with_figures(m, "clinical", ("delayed_transfers", "coordination", "girft"),
                                                   "delayed_transfers", m["clinical.score_delayed_share"])
    m["clinical.score"] = total + p("evidence_weight") * (m["clinical.evidence"] - total)
