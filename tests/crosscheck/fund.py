"""Sustainability funding and the underlying position (docs/model/finance.md, section 7). GBP m; access is percent."""

import numpy as np

from actuals import is_closed, stated
from finance_zero import known
from score import LEAST, clamp, margin


def access(m):
    """Four-hour performance of the month, and whether the standard or the improvement is met so far."""
    p = m.parameters("finance")
    before = known(m["trust.ae_four_hour"], p("access_national"))
    m["finance.access_adjusted"] = clamp(
        before + m["finance.access_change"]
        - p("access_occupancy_slope") * (m["clinical.occupancy"] - m["clinical.occupancy_normal"]), 0, 100)
    m["finance.access_performance"] = np.minimum(m["finance.access_adjusted"] * m.profile("four_hour"), 100)
    mean = m.ytd("finance.access_adjusted") / m.k
    return (mean >= p("access_standard")) | (mean - before >= p("access_improvement"))


def fund(m):
    p = m.parameters("finance")
    actual, planned = m.ytd("finance.surplus_before_fund"), m.ytd("finance.control_total")
    turnover, plan_fund = m.ytd("finance.turnover"), m.ytd("finance.plan_fund")
    accepted, share = m["finance.control_total_accepted"], p("fund_finance_share")
    m["finance.control_total_gap"] = planned - actual
    on = actual >= planned - p("fund_tolerance") / 100 * turnover
    on_access = access(m)
    m["finance.control_total_met"] = on
    m["finance.access_met"] = on_access
    given = is_closed(m) & stated(m, "sustainability_earned_to_date", "income_to_date", "surplus_to_date",
                                  "ebitda_to_date")
    so_far = m["finance.closed_fund"]
    earned = 0.0
    for name, part, met in (("fund_secured", share, on), ("access_secured", 1 - share, on & on_access)):
        secured = 0.0 if m.k == 1 else m.prev(f"finance.{name}")
        now = np.where(met, part * plan_fund, secured)
        m[f"finance.{name}"] = np.where(given, part * so_far, now if m.k % 3 == 0 else secured)
        earned = earned + now
    if m.k == 12:
        bonus = clamp(p("incentive_rate") * (actual - planned), 0, p("incentive_limit") / 100 * turnover)
        earned = earned + np.where(plan_fund > 0, accepted * bonus, 0.0)
    earned = np.where(given, so_far, earned)
    m["finance.fund_earned"] = earned
    m["finance.sustainability"] = earned - (0.0 if m.k == 1 else m.prev("finance.fund_earned"))
    m["finance.surplus"] = m["finance.surplus_before_fund"] + m["finance.sustainability"]


def underlying(m):
    """The underlying position and savings delivered, since April."""
    recurrent, delivered = m.ytd("finance.savings_recurrent"), m.ytd("finance.savings_delivered")
    planned = m.ytd("finance.plan_savings")
    m["finance.full_year_effect"] = m.k * m["finance.savings_recurrent"] - recurrent
    m["finance.underlying_surplus"] = (
        m.ytd("finance.surplus") - m.ytd("finance.sustainability") - m.ytd("finance.one_off_benefits")
        - m.ytd("finance.savings_nonrecurrent") + m["finance.full_year_effect"])
    m["finance.underlying_margin"] = margin(m["finance.underlying_surplus"], m.ytd("finance.turnover"),
                                            m.parameter("finance.ratio_limit"))
    m["finance.savings_delivered_share"] = share_of(delivered, planned)
    m["finance.recurrent_delivered_share"] = clamp(share_of(recurrent, delivered), 0, 100)


def share_of(part, whole):
    """Percent, 100 where there is nothing to be a part of."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > LEAST, 100 * part / whole, 100.0)
