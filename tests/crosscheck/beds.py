"""Beds, planned work and contract income of clinical services (docs/model/clinical.md)."""

import numpy as np

from clinical import usual_bed_days, winter


def beds(m):
    """Sections "Beds" and "Pressure". Bed days are a month's, occupancy is percent."""
    p = m.parameters("clinical")
    e0, i0, b0 = (m.zero(f"clinical.{x}") for x in ("emergency_spells", "procedures_elective", "bed_days"))
    core, delayed0 = m.zero("clinical.core_stay"), m.zero("clinical.delayed_days")
    pre_n, pre_e = m["clinical.preproc_nonelective_bed_days"], m["clinical.preproc_elective_bed_days"]
    pre_n0, pre_e0 = m.zero("clinical.preproc_nonelective_bed_days"), m.zero("clinical.preproc_elective_bed_days")
    season_e, season_d, season_s = m.profile("emergency"), m.profile("elective"), m.profile("length_of_stay")
    added, share = p("added_stay_share"), p("procedure_share")
    shorter = added + (1 - added) / (m["clinical.emergency_trend"] * np.exp(m["clinical.emergency_noise"]))
    longer = (1 + m["clinical.length_of_stay_change"] / 100) * winter(
        m, m["clinical.winter_severity"] * p("winter_stay_share"))
    inpatients = (i0 * m["clinical.elective_demand"] * m["clinical.staffing"]
                  * (1 + m["clinical.theatre_productivity"] / 100))
    m["clinical.delayed_days"] = delayed0 * (1 + m["clinical.delayed_transfer_change"] / 100)
    m["clinical.bed_days"] = np.maximum(
        m["clinical.emergency_volume"] * e0 * season_e * (core * season_s * longer * shorter + share * pre_n)
        + inpatients * season_d * (p("elective_stay") + pre_e) + m["clinical.delayed_days"], 0)
    m["clinical.delayed_share"] = 100 * m["clinical.delayed_days"] / usual_bed_days(p, e0, i0)
    usual = (e0 * season_e * (core * season_s + share * pre_n0)
             + i0 * season_d * (p("elective_stay") + pre_e0) + delayed0)
    more_beds = 1 + m["clinical.beds_change"] / 100
    m["clinical.occupancy"] = m.zero("clinical.occupancy") * m["clinical.bed_days"] / b0 / more_beds
    m["clinical.occupancy_normal"] = m.zero("clinical.occupancy") * usual / b0
    m["clinical.beds"] = m.zero("clinical.beds") * more_beds

    def excess(occupancy):
        over = occupancy - p("occupancy_threshold")
        return (over + np.sqrt(over ** 2 + p("occupancy_width") ** 2)) / 2

    def cancelled(occupancy):
        return p("bed_dependent_share") * (1 - np.exp(-p("cancellation_slope") * excess(occupancy) ** 2))

    now, normal = m["clinical.occupancy"], m["clinical.occupancy_normal"]
    m["clinical.cancelled_rate"] = np.minimum(
        np.maximum(p("cancelled_share") + cancelled(now) - cancelled(normal), 0), 1)
    m["clinical.escalation_beds"] = m["clinical.beds"] * p("escalation_slope") * (excess(now) - excess(normal)) / 100


def planned_work(m):
    """Section "Planned work"."""
    p = m.parameters("clinical")
    planned = (m["clinical.elective_demand"] * m["clinical.staffing"] * (1 + m["clinical.theatre_productivity"] / 100)
               / (1 - p("cancelled_share")))
    volume = planned * (1 - m["clinical.cancelled_rate"])
    d0, season = m.zero("clinical.elective_spells"), m.profile("elective")
    m["clinical.elective_volume"] = volume
    m["clinical.elective_spells"] = d0 * volume * season
    m["clinical.cancelled_electives"] = d0 * planned * m["clinical.cancelled_rate"] * season
    m["clinical.procedures_elective"] = (1 - p("day_case_share")) * m["clinical.elective_spells"]
    m["clinical.preproc_elective_days"] = m["clinical.preproc_elective_bed_days"] * m["clinical.procedures_elective"]
    missed, missed0 = m["clinical.dna_rate"], m.zero("clinical.dna_rate")
    bookings = (m.zero("clinical.outpatient_bookings") * m["clinical.outpatient_demand"] * m["clinical.staffing"]
                * (1 + m["clinical.outpatient_productivity"] / 100))
    attended = bookings * (1 - missed0 / 100 + p("dna_recovered_share") * (missed0 - missed) / 100)
    m["clinical.outpatient_volume"] = attended / m.zero("clinical.outpatient_attendances")
    m["clinical.outpatient_attendances"] = attended * m.profile("outpatient")
    m["clinical.outpatient_bookings"] = bookings * m.profile("outpatient")
    m["clinical.missed_bookings"] = m["clinical.outpatient_bookings"] * missed / 100
    m["clinical.dna_cash_saving"] = (p("dna_cash_share") * p("outpatient_cost") * bookings * (missed0 - missed) / 100
                                     * m["national.cost_index"] / 1e6)


def income(m):
    """Section "Contract income", GBP m."""
    p = m.parameters("clinical")
    plan, over = m["clinical.contract_trend"], m["clinical.overperformance_paid_share"] / 100

    def paid(volume, planned, below, above):
        return planned + np.where(volume > planned, above, below) * (volume - planned)

    baseline, below = p("emergency_baseline"), p("marginal_rate_below")
    above = p("marginal_rate") * over
    emergency = (paid(m["clinical.emergency_paid"], plan * baseline, below, above)
                 / paid(1.0, baseline, below, above))
    w_e, w_d = m.zero("clinical.emergency_weight"), m.zero("clinical.elective_weight")
    activity = (w_e * emergency + w_d * paid(m["clinical.elective_volume"], plan, 1.0, over)
                + (1 - w_e - w_d) * paid(m["clinical.outpatient_volume"], plan, 1.0, over))
    block, other = m["clinical.block_share"] / 100, p("other_income_share")
    m["clinical.patient_income"] = m.zero("finance.patient_income_base") * m["clinical.tariff_index"] * (
        block * plan + (1 - block) * (other * plan + (1 - other) * activity))
