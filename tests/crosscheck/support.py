"""Clinical support services (docs/model/support.md): pathology and medicines, GBP m a month."""

import numpy as np

from score import evidence_with_figures, figure_score, published_score

SEASONS = {}


def month_zero(m):
    """Section "Month 0"."""
    p = m.parameters("support")
    cost = m["trust.pathology_cost"] / 12
    m["support.pathology_cost"] = cost
    m["support.pathology_real"] = cost
    m["support.tests"] = cost * 1e6 / m["trust.cost_per_test"]
    m["support.pathology_nonpay"] = cost * (1 - p("pathology_pay_share"))
    m["support.medicines_cost"] = m["trust.medicines_cost"] / 12
    m["support.medicines_real"] = m["support.medicines_cost"]
    m["support.medicines_per_wau"] = 1e6 * m["support.medicines_real"] / m["clinical.wau"]
    m["support.passthrough_drugs"] = m["trust.passthrough_drugs"] / 12
    m["support.passthrough_growth_index"] = 1.0
    m["support.switch_target"] = np.maximum(
        p("top10_target_share") * (m["support.medicines_cost"] + m["support.passthrough_drugs"]), 1e-9)
    m["support.switch_savings"] = m["support.switch_target"] * m["support.top10_achieved"] / 100
    m["support.gain_share_income"] = 0.0
    m["support.pathology_pay_change"] = 0.0
    m["support.nonpay"] = m["support.medicines_cost"] + m["support.passthrough_drugs"] + m["support.pathology_nonpay"]
    m["metric.top10_medicines_savings_pct"] = m["support.top10_achieved"]
    m["metric.cost_per_test"] = m["trust.cost_per_test"]


def tests(m):
    """Section "Tests"."""
    p = m.parameters("support")
    index, cost0 = m["national.cost_index"], m.zero("support.pathology_cost")
    moved, saved = m["support.network_share"] / 100, m["support.network_saving"] / 100
    volume = (np.maximum(1 + p("tests_elasticity") * (m["clinical.activity_index"] - 1), 0)
              * (1 + m["support.tests_demand_change"] / 100))
    fixed, pay = p("pathology_fixed_share"), p("pathology_pay_share")
    real = cost0 * (fixed + (1 - fixed) * volume) * (1 - moved * saved)
    own_pay = cost0 * pay * (1 - moved * saved) * (1 - moved * p("network_hosted_share"))
    m["support.tests"] = m.zero("support.tests") * volume
    m["support.pathology_real"] = real
    m["support.pathology_cost"] = index * real
    m["support.pathology_nonpay"] = index * np.maximum(real - own_pay, 0)
    m["support.pathology_pay_change"] = index * (own_pay - cost0 * pay)


def medicines(m):
    """Section "Medicines"."""
    p = m.parameters("support")
    growth, index = 1 + m["support.passthrough_growth"] / 100, m["national.cost_index"]
    m["support.passthrough_growth_index"] = m.prev("support.passthrough_growth_index") * growth ** (1 / 12)
    m["support.passthrough_trend"] = m["support.passthrough_growth_index"] * growth ** (5.5 / 12)
    saved0, share = m.zero("support.switch_savings"), p("top10_passthrough_share")
    m["support.switch_target"] = m.zero("support.switch_target")
    saved = m["support.switch_target"] * m["support.top10_achieved"] / 100
    m["support.switch_savings"] = saved
    gross = (m.zero("support.medicines_cost")
             * np.maximum(1 + p("medicines_elasticity") * (m["clinical.activity_index"] - 1), 0)
             * (1 + m["support.medicines_price_change"] / 100) * np.exp(m["support.medicines_noise"]))
    drugs = m.zero("support.passthrough_drugs") * m["support.passthrough_trend"]
    m["support.medicines_real"] = np.maximum(gross - (1 - share) * (saved - saved0), 0.05 * gross)
    m["support.medicines_cost"] = index * m["support.medicines_real"]
    m["support.passthrough_drugs"] = index * np.maximum(drugs - share * (saved - saved0), 0.05 * drugs)
    m["support.gain_share_income"] = share * (m["support.gain_share"] / 100 * saved
                                              - m.zero("support.gain_share") / 100 * saved0)
    m["support.nonpay"] = m["support.medicines_cost"] + m["support.passthrough_drugs"] + m["support.pathology_nonpay"]


def metrics(m):
    """Section "Metrics"."""
    m["support.medicines_per_wau"] = 1e6 * m.sum12("support.medicines_real") / m.sum12("clinical.wau")
    m["metric.top10_medicines_savings_pct"] = 100 * m.sum12("support.switch_savings") / m.sum12("support.switch_target")
    m["metric.cost_per_test"] = (m["trust.cost_per_test"]
                                 * (m.sum12("support.pathology_real") / m.zero("support.pathology_real"))
                                 / (m.sum12("support.tests") / m.zero("support.tests")) * m["national.cost_index_12m"])


def score(m):
    """Section "Score"."""
    p = m.parameters("support")
    weight = {"top10_medicines_savings_pct": p("weight_medicines"), "cost_per_test": p("weight_tests")}
    total = sum(w * published_score(m, "support", metric) for metric, w in weight.items()) / sum(weight.values())
    m["support.score_medicines_per_wau"] = figure_score(m, "support", m["support.medicines_per_wau"], "medicines")
    m["support.evidence"] = evidence_with_figures(m, "support", ("collaboration", "medicines_spend", "technology"),
                                                  "medicines_spend", m["support.score_medicines_per_wau"])
    m["support.score"] = total + p("evidence_weight") * (m["support.evidence"] - total)
