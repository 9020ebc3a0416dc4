"""Corporate services, procurement, estates and facilities (docs/model/corporate.md): GBP m a month, area in m2."""

import numpy as np

from actuals import is_closed
from score import LEAST, clamp, national_score, on_scale, published_score

SEASONS = {}
WEIGHTS = {"nonpay_cost_per_wau": "nonpay", "finance_cost_per_100m": "finance_cost", "hr_cost_per_100m": "hr_cost",
           "procurement_score": "procurement", "estates_cost_per_m2": "estates"}


def month_zero(m):
    """Section 1; needs finance.turnover, people.pay and support.nonpay of month 0."""
    p = m.parameters("corporate")
    estates = m["trust.estates_cost"]
    estates = np.where(np.isnan(estates), m["trust.estates_cost_per_m2"] * m["trust.floor_area"] / 1e6, estates) / 12
    m["corporate.estates_cost"] = estates
    m["corporate.estates_cost_real"] = estates
    m["corporate.area"] = m["trust.floor_area"]
    m["corporate.backlog"] = m["trust.backlog"]
    for function in ("hr", "finance"):
        cost = m[f"trust.{function}_cost_per_100m"] / 1000 * m["finance.turnover"] / 100
        m[f"corporate.{function}_cost"] = cost
        m[f"corporate.{function}_cost_real"] = cost
        m[f"metric.{function}_cost_per_100m"] = m[f"trust.{function}_cost_per_100m"]
    nonpay = m["trust.operating_expenses"] / 12 - m["people.pay"]
    m["corporate.nonpay"] = nonpay
    m["corporate.nonpay_real"] = nonpay - m["support.passthrough_drugs"]
    m["corporate.supplies_base"] = (nonpay - m["support.nonpay"]
                                    - (m["trust.clinical_negligence"] + m["trust.pfi_service"]) / 12
                                    - p("premises_nonpay_share") * estates)
    for metric in ("nonpay_cost_per_wau", "procurement_score", "estates_cost_per_m2"):
        m[f"metric.{metric}"] = m[f"trust.{metric}"]


def estate(m):
    """Section 2."""
    p = m.parameters("corporate")
    backlog0, released = m.zero("corporate.backlog"), m["corporate.area_released"] / 100
    m["corporate.area"] = m.zero("corporate.area") * (1 - released)
    m["corporate.backlog_investment"] = m["corporate.backlog_spend"] / 1200 * backlog0
    m["corporate.backlog"] = np.maximum(
        m.prev("corporate.backlog") * (1 + m["corporate.backlog_drift"] / 1200) - m["corporate.backlog_investment"], 0)
    counted = np.maximum(backlog0, 12 * p("backlog_least") * m.zero("corporate.estates_cost"))
    worse = 1 + p("backlog_elasticity") * (m["corporate.backlog"] - backlog0) / np.maximum(counted, LEAST)
    m["corporate.estates_cost_real"] = (m.zero("corporate.estates_cost") * (1 - p("area_elasticity") * released) * worse
                                        * (1 + m["corporate.estates_unit_change"] / 100))
    m["corporate.estates_cost"] = m["corporate.estates_cost_real"] * m["national.cost_index"]


def nonpay(m):
    """Section 3."""
    p = m.parameters("corporate")
    index = m["national.cost_index"]
    functions = 0.0
    for function in ("hr", "finance"):
        real = m.zero(f"corporate.{function}_cost") * (1 + m[f"corporate.{function}_cost_change"] / 100)
        m[f"corporate.{function}_cost_real"] = real
        m[f"corporate.{function}_cost"] = real * index
        functions = functions + (real - m.zero(f"corporate.{function}_cost")) * index
    price = index * (1 + m["corporate.nonpay_inflation"] / 100) ** m.y * (1 + m["corporate.price_performance"] / 100)
    activity = 1 + p("supplies_variable_share") * (m["clinical.activity_index"] - 1)
    m["corporate.supplies"] = (m.zero("corporate.supplies_base") * activity * price
                               * (1 + m["corporate.supplies_noise"] / 100))
    m["corporate.negligence"] = (m["trust.clinical_negligence"] / 12 * index
                                 * (1 + m["corporate.negligence_inflation"] / 100) ** m.y)
    m["corporate.pfi_service"] = m["trust.pfi_service"] / 12 * index * (1 + m["corporate.pfi_indexation"] / 100) ** m.y
    estates0 = m.zero("corporate.estates_cost")
    more = m["corporate.estates_cost_real"] - estates0
    m["corporate.premises"] = (p("premises_nonpay_share") * estates0 + more) * index
    m["corporate.outsourced"] = (m["corporate.outsourced_share"] / 100 * m["trust.employee_expenses"] / 12
                                 * (1 - p("outsourcing_saving") / 100) * index)
    usual = (m["support.nonpay"] + m["corporate.supplies"] + m["corporate.negligence"]
             + m["corporate.pfi_service"] + m["corporate.premises"] + m["corporate.outsourced"]
             + functions + m["finance.cost_pressure_nonpay"] - m["finance.savings_nonpay"])
    m["corporate.nonpay"] = np.where(is_closed(m) & (m.zero("finance.closed_opex") > 0),
                                     m.zero("finance.closed_nonpay"), usual)
    m["corporate.nonpay_real"] = (m["corporate.nonpay"] - m["support.passthrough_drugs"]) / index


def metrics(m):
    """Section 4; needs finance.turnover_constant of the month."""
    p = m.parameters("corporate")

    def unit(metric, cost, base):
        return (m[f"trust.{metric}"] * (m.sum12(cost) / m.sum12(base)) / (m.zero(cost) / m.zero(base))
                * m["national.cost_index_12m"])

    m["metric.nonpay_cost_per_wau"] = unit("nonpay_cost_per_wau", "corporate.nonpay_real", "clinical.wau")
    for function in ("hr", "finance"):
        m[f"metric.{function}_cost_per_100m"] = unit(f"{function}_cost_per_100m", f"corporate.{function}_cost_real",
                                                     "finance.turnover_constant")
    m["metric.estates_cost_per_m2"] = unit("estates_cost_per_m2", "corporate.estates_cost_real", "corporate.area")
    better = p("points_per_percent") * m.sum12("corporate.price_performance") / 12
    m["metric.procurement_score"] = clamp(
        m["trust.procurement_score"] - better + m["corporate.procurement_process"], 0, 100)


def score(m):
    """Section 5."""
    p = m.parameters("corporate")
    parts = [(p(f"weight_{name}"), published_score(m, "corporate", metric)) for metric, name in WEIGHTS.items()]
    per_m2 = m["corporate.backlog"] * 1e6 / m["corporate.area"]
    quartiles = [p(f"backlog_{x}") for x in ("lower", "median", "upper")]
    m["corporate.score_backlog"] = national_score(per_m2, *quartiles, -1)
    judged = ("consolidation", "procurement", "backlog", "estate")
    prompts = sum(on_scale(m[f"corporate.evidence_{x}"]) for x in judged) / len(judged)
    m["corporate.evidence"] = 2.5 + m["corporate.evidence_grade"] * (prompts - 2.5)
    parts += [(p("weight_backlog"), m["corporate.score_backlog"]), (p("weight_evidence"), m["corporate.evidence"])]
    m["corporate.score"] = sum(w * s for w, s in parts) / sum(w for w, _ in parts)
