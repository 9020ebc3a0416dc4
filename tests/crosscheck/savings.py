"""Savings (docs/model/finance.md, section 4). GBP m a month."""

import numpy as np

from score import clamp


def shares(m):
    """Share of the plan by category."""
    p = m.parameters("finance")
    pay, other = p("savings_pay_share"), p("savings_nonpay_share")
    return {"pay": pay, "nonpay": other, "income": 1 - pay - other}


def delivery(m):
    """Share of the plan that is delivered, before slippage."""
    p = m.parameters("finance")
    record = p("savings_record_persistence") * (m["trust.savings_delivered_last_year"] - p("savings_expected_delivery"))
    percent = m["finance.savings_delivery"] + np.where(np.isnan(record), 0.0, record)
    return clamp(percent, 0, p("savings_most_delivery")) / 100


def savings(m):
    p = m.parameters("finance")
    recurrent_share = clamp(m["finance.recurrent_share"], 0, 100) / 100
    delivered = recurrent = 0.0
    for kind, share in shares(m).items():
        full = share * m["finance.plan_savings"] * delivery(m)
        kept = (1 - m["finance.savings_slippage"] / 100) * (1 - m[f"finance.savings_slippage_{kind}"] / 100)
        this = full * (kept + p("substituted_share") * (1 - kept))
        m[f"finance.recurrent_{kind}"] = recurrent_share * full * kept
        m[f"finance.carried_{kind}"] = m.prev(f"finance.carried_{kind}") + (
            m.prev(f"finance.recurrent_{kind}") if m.k == 1 else 0.0)
        price = 1.0 if kind == "income" else m["finance.price_factor"]
        m[f"finance.savings_{kind}"] = (m[f"finance.carried_{kind}"] + this) * price
        delivered = delivered + this
        recurrent = recurrent + m[f"finance.recurrent_{kind}"]
    m["finance.savings_delivered"] = delivered
    m["finance.savings_recurrent"] = recurrent
    m["finance.savings_nonrecurrent"] = delivered - recurrent
