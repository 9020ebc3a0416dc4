"""Cash, interim support and the balance sheet (docs/model/finance.md, section 8).

GBP m; balances are those of the month's end.
"""

import numpy as np

from score import clamp

SEASONS = {"finance.sustainability": "sustainability"}


def working_balances(m):
    if m.k in (2, 5, 8, 11):
        received = sum(m.past("finance.sustainability", m.month - back) for back in (2, 3, 4))
    else:
        received = 0.0
    m["finance.fund_received"] = received
    m["finance.fund_unpaid"] = m.prev("finance.fund_unpaid") + m["finance.sustainability"] - received
    prices = m["national.cost_index_12m"]
    m["finance.receivables"] = m.zero("finance.other_receivables_base") * prices + m["finance.fund_unpaid"]
    m["finance.payables"] = m.zero("finance.payables_base") * prices


def cash(m):
    p = m.parameters("finance")
    m["finance.capital_spend"] = (m.zero("finance.capital_spend_base") * (1 + m["finance.capital_spend_change"] / 100)
                                  + m["corporate.backlog_investment"])
    m["finance.principal"] = m.zero("finance.principal_base")
    own = (m.prev("finance.cash") + m["finance.surplus"] + m["finance.depreciation"] - m["finance.capital_spend"]
           - m["finance.principal"] - (m["finance.receivables"] - m.prev("finance.receivables"))
           + (m["finance.payables"] - m.prev("finance.payables")))
    floor, extra = m.zero("finance.cash_floor"), m.prev("finance.support_extra")
    with_plan = own + m["finance.plan_support"]
    needed = np.maximum(floor - with_plan, 0)
    above = np.maximum(floor, p("repay_above_days") * 12 * m.zero("finance.opex") / 365)
    repaid = clamp(with_plan - above, 0, np.maximum(extra, 0))
    m["finance.support_repaid"] = repaid
    m["finance.support_drawn"] = m["finance.plan_support"] + needed
    m["finance.support_extra"] = extra + needed - repaid
    m["finance.support"] = m.prev("finance.support") + m["finance.support_drawn"] - repaid
    m["finance.cash"] = own + m["finance.support_drawn"] - repaid


def balance_sheet(m):
    m["finance.loans_due"] = clamp(m["finance.loans_due_share"], 0, 100) / 100 * m["finance.support"]
    m["finance.current_assets"] = m["finance.cash"] + m["finance.receivables"]
    m["finance.current_liabilities"] = (m["finance.payables"] + m["finance.loans_due"]
                                        + 12 * m.zero("finance.principal_base"))
    m["finance.working_capital"] = m["finance.current_assets"] - m["finance.current_liabilities"]
    bought = m["finance.capital_spend"] - m.zero("finance.capital_spend_base")
    m["finance.extra_assets"] = m.prev("finance.extra_assets") + bought
    m["finance.net_relevant_assets"] = (
        m.prev("finance.net_relevant_assets") + bought - (m["finance.depreciation"] - m["trust.depreciation"] / 12)
        - (m["finance.support_extra"] - m.prev("finance.support_extra"))
        + (m["finance.receivables"] - m.prev("finance.receivables"))
        - (m["finance.payables"] - m.prev("finance.payables")))
    expenses = 12 * m.zero("finance.opex")
    m["finance.support_percent"] = 100 * m["finance.support"] / expenses
    m["finance.support_drawn_percent"] = 100 * m.sum12("finance.support_drawn") / expenses
