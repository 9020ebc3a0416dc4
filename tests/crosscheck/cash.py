"""Cash, interim support and the balance sheet (docs/model/finance.md, section 8).

GBP m; balances are those of the month's end.
"""

import numpy as np

from actuals import closed_months, is_closed
from finance_zero import known
from score import LEAST, clamp

SEASONS = {"finance.sustainability": "sustainability"}


def on_the_way(m, opening, closing):
    """A balance between where it opened and where the last closed month left it."""
    return opening + m.month / np.maximum(closed_months(m), 1) * (closing - opening)


def support_at_close(m):
    """Interim support owed at the last close: as reported, else the opening balance and what was drawn since."""
    return known(m["trust.interim_support_at_close"],
                 m.zero("finance.support") + np.nan_to_num(m["trust.support_drawn_to_date"]))


def working_balances(m):
    if m.k in (2, 5, 8, 11):
        received = sum(m.past("finance.sustainability", m.month - back) for back in (2, 3, 4))
    else:
        received = 0.0
    m["finance.fund_received"] = received
    m["finance.fund_unpaid"] = m.prev("finance.fund_unpaid") + m["finance.sustainability"] - received
    prices = m["national.cost_index_12m"]
    usual = {"receivables": m.zero("finance.other_receivables_base") * prices + m["finance.fund_unpaid"],
             "payables": m.zero("finance.payables_base") * prices}
    loans = support_at_close(m)
    due = known(m["trust.loans_due_at_close"], clamp(m["finance.loans_due_share"], 0, 100) / 100 * loans)
    closing = {"receivables": m["trust.current_assets_at_close"] - m["trust.cash_at_close"],
               "payables": m["trust.current_liabilities_at_close"] - due - 12 * m.zero("finance.principal_base")}
    for name, modelled in usual.items():
        shown = on_the_way(m, m.zero(f"finance.{name}"), closing[name])
        given = is_closed(m) & ~np.isnan(shown)
        m[f"finance.{name}_shift"] = np.where(given, shown - modelled, m.prev(f"finance.{name}_shift"))
        m[f"finance.{name}"] = modelled + m[f"finance.{name}_shift"]


def grown_by(m, driver):
    return m[f"finance.{driver}"] - m.prev(f"finance.{driver}")


def cash(m):
    p = m.parameters("finance")
    m["finance.capital_spend"] = (m.zero("finance.capital_spend_base") * (1 + m["finance.capital_spend_change"] / 100)
                                  + m["corporate.backlog_investment"])
    m["finance.principal"] = m.zero("finance.principal_base")
    m["finance.receipts"] = np.maximum(grown_by(m, "capital_receipts"), 0)
    own = (m.prev("finance.cash") + m["finance.surplus"] + m["finance.depreciation"] - m["finance.capital_spend"]
           + m["finance.receipts"]
           - m["finance.principal"] - (m["finance.receivables"] - m.prev("finance.receivables"))
           + (m["finance.payables"] - m.prev("finance.payables")))
    floor, extra = m.zero("finance.cash_floor"), m.prev("finance.support_extra")
    months = np.maximum(closed_months(m), 1)
    assets = on_the_way(m, m.zero("finance.cash") + m.zero("finance.receivables"), m["trust.current_assets_at_close"])
    shown = known(on_the_way(m, m.zero("finance.cash"), m["trust.cash_at_close"]), assets - m["finance.receivables"])
    given = is_closed(m) & ~np.isnan(shown)
    owed = m.prev("finance.support")
    early = clamp(grown_by(m, "support_returned"), 0, np.maximum(owed, 0))
    m["finance.support_turned"] = clamp(grown_by(m, "support_converted"), 0, np.maximum(owed - early, 0))
    with_plan = own + m["finance.plan_support"] - early
    needed = np.where(given, 0, np.maximum(floor - with_plan, 0))
    above = np.maximum(floor, p("repay_above_days") * 12 * m.zero("finance.opex") / 365)
    repaid = np.where(given, 0, clamp(with_plan - above, 0, np.maximum(extra, 0)))
    grown = (m["trust.interim_support_at_close"] - m.zero("finance.support")) / months
    drawn = known(m["trust.support_drawn_to_date"] / months, np.maximum(grown, 0))
    stated = is_closed(m) & ~np.isnan(drawn)
    m["finance.support_drawn"] = np.where(stated, drawn, m["finance.plan_support"] + needed)
    m["finance.support_repaid"] = np.where(stated, known(drawn - grown, 0.0), repaid + early)
    moved = m["finance.support_drawn"] - m["finance.support_repaid"]
    m["finance.support_extra"] = extra + moved - m["finance.plan_support"] - m["finance.support_turned"]
    m["finance.support"] = owed + moved - m["finance.support_turned"]
    m["finance.other_movements"] = np.where(given, shown - own - moved, 0.0)
    m["finance.cash"] = own + moved + m["finance.other_movements"]


def balance_sheet(m):
    owed, share = support_at_close(m), m["finance.loans_due_share"]
    stated = (100 * m["trust.loans_due_at_close"] / np.maximum(owed, LEAST)
              + share - m.zero("finance.loans_due_share"))
    given = (closed_months(m) > 0) & (owed > 0) & ~np.isnan(stated)
    m["finance.loans_due"] = clamp(np.where(given, stated, share), 0, 100) / 100 * m["finance.support"]
    m["finance.current_assets"] = m["finance.cash"] + m["finance.receivables"]
    m["finance.current_liabilities"] = (m["finance.payables"] + m["finance.loans_due"]
                                        + 12 * m.zero("finance.principal_base"))
    m["finance.working_capital"] = m["finance.current_assets"] - m["finance.current_liabilities"]
    bought = m["finance.capital_spend"] - m.zero("finance.capital_spend_base") - m["finance.receipts"]
    m["finance.extra_assets"] = m.prev("finance.extra_assets") + bought
    m["finance.net_relevant_assets"] = (
        m.prev("finance.net_relevant_assets") + bought - (m["finance.depreciation"] - m["trust.depreciation"] / 12)
        - (m["finance.support_extra"] - m.prev("finance.support_extra"))
        + (m["finance.receivables"] - m.prev("finance.receivables"))
        - (m["finance.payables"] - m.prev("finance.payables")))
    expenses = 12 * m.zero("finance.opex")
    m["finance.support_percent"] = 100 * m["finance.support"] / expenses
    m["finance.support_drawn_percent"] = 100 * m.sum12("finance.support_drawn") / expenses
