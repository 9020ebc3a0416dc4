// What each scheme is planned to give and gives, and the programme as a whole (docs/model/finance.md, section 4).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
#define FINANCE_EACH_SCHEME(apply) apply(1) apply(2) apply(3) apply(4) apply(5) apply(6) apply(7) apply(8)

/// One scheme in a month. Categories: 0 acts through a driver, 1 pay, 2 non-pay, 3 income, 4 not cash.
#define FINANCE_SCHEME_NODE(n)                                                                                       \
  UOR_NODE(                                                                                                          \
      scheme_##n, "finance.scheme_" #n,                                                                              \
      (UOR_READ(plan, "finance.savings_plan", "GBP m")                                                               \
       UOR_READ(share, "finance.scheme_" #n "_share", "percent")                                                     \
       UOR_READ(category, "finance.scheme_" #n "_category", "code")                                                  \
       UOR_READ(start, "finance.scheme_" #n "_start", "months")                                                      \
       UOR_READ(delay, "finance.scheme_" #n "_delay", "months")                                                      \
       UOR_READ(delivery, "finance.scheme_" #n "_delivery", "percent")                                               \
       UOR_READ(follows, "finance.scheme_" #n "_follows", "yes=1")                                                   \
       UOR_READ(recurrent, "finance.scheme_" #n "_recurrent", "percent")                                             \
       UOR_READ(programme, "finance.programme_delivery", "ratio")                                                    \
       UOR_READ(programme_recurrent, "finance.recurrent_share", "percent")                                           \
       UOR_READ_ANCHOR(recurrent_expected, "finance.recurrent_share", "percent")                                     \
       UOR_READ(back_loading, "finance.savings_back_loading", "ratio")                                               \
       UOR_READ(slip, "finance.savings_slippage", "percent")                                                         \
       UOR_READ(slip_pay, "finance.savings_slippage_pay", "percent")                                                 \
       UOR_READ(slip_nonpay, "finance.savings_slippage_nonpay", "percent")                                           \
       UOR_READ(slip_income, "finance.savings_slippage_income", "percent")                                           \
       UOR_READ(last_closed, "trust.last_closed_month", "months")                                                    \
       UOR_READ(to_date, "finance.scheme_" #n "_to_date", "GBP m")                                                   \
       UOR_READ_ANCHOR(closed_amount, "finance.scheme_" #n "_closed", "GBP m")                                       \
       UOR_PARAMETER(half, "finance.actuals_half_months")                                                            \
       UOR_PARAMETER(substituted_share, "finance.substituted_share")),                                               \
      (UOR_WRITE(planned, "finance.scheme_" #n "_planned")                                                           \
       UOR_WRITE(delivered, "finance.scheme_" #n "_delivered")                                                       \
       UOR_WRITE(lasting, "finance.scheme_" #n "_lasting")),                                                         \
      {                                                                                                              \
        const double months = closed_months(last_closed);                                                            \
        const double from = scheme_start(start, back_loading);                                                       \
        const double pace = scheme_pace(plan, share, from);                                                          \
        const double starting = from + max(delay, 0.0);                                                              \
        const double running = scheme_running(batch.month_of_year, starting);                                        \
        const double drawn = pace * running * max(delivery, 0.0) / 100.0 * (follows > 0.5 ? programme : 1.0);        \
        const double record = scheme_record(to_date, pace * max(months - starting + 1.0, 0.0));                      \
        const double weight = credibility(batch.month, batch.year, months, half);                                    \
        const double normal = informed(drawn, pace * running * record, weight);                                      \
        const double slip_own = category == 1.0 ? slip_pay                                                           \
                                                : (category == 2.0 ? slip_nonpay                                     \
                                                                   : (category == 3.0 ? slip_income : 0.0));         \
        const double kept = after_slippage(slip, slip_own);                                                          \
        const double part = scheme_recurrent(recurrent, programme_recurrent, recurrent_expected);                    \
        const double cash = category == 4.0 ? 0.0 : 1.0;                                                             \
        const bool given = is_closed(batch.month, months) & (closed_amount >= 0.0);                                  \
        const double so_far = closed_amount / max(months, 1.0);                                                      \
        planned = pace * scheme_running(batch.month_of_year, from);                                                  \
        delivered = given ? so_far : cash * normal * (kept + substituted_share * (1.0 - kept));                      \
        lasting = given ? part * so_far : cash * (part * normal * kept);                                             \
      })

namespace finance {

UOR_NODE(
    programme_delivery, "finance.programme_delivery",
    (UOR_READ(delivery, "finance.savings_delivery", "percent")
     UOR_READ(record, "trust.savings_delivered_last_year", "percent")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(to_date, "trust.savings_delivered_to_date", "GBP m")
     UOR_READ_LAG(planned_to_date, "finance.closed_plan_savings", "GBP m", 1)
     UOR_PARAMETER(expected, "finance.savings_expected_delivery")
     UOR_PARAMETER(most, "finance.savings_most_delivery")
     UOR_PARAMETER(persistence, "finance.savings_record_persistence")
     UOR_PARAMETER(half, "finance.actuals_half_months")),
    (UOR_WRITE(share, "finance.programme_delivery")),
    {
      const double weight = credibility(batch.month, batch.year, closed_months(last_closed), half);
      const double of_plan = to_date / max(planned_to_date, 1e-9);
      const double seen = of_plan > 0.0 ? min(of_plan, most / 100.0) : of_plan;
      share = informed(delivery_share(delivery, record, expected, persistence, most), seen, weight);
    })

FINANCE_SCHEME_NODE(1)
FINANCE_SCHEME_NODE(2)
FINANCE_SCHEME_NODE(3)
FINANCE_SCHEME_NODE(4)
FINANCE_SCHEME_NODE(5)
FINANCE_SCHEME_NODE(6)
FINANCE_SCHEME_NODE(7)
FINANCE_SCHEME_NODE(8)

#define FINANCE_READ_PLAN(n)                                                                                         \
  UOR_READ(planned_##n, "finance.scheme_" #n "_planned", "GBP m")                                                    \
  UOR_READ(share_##n, "finance.scheme_" #n "_share", "percent")                                                      \
  UOR_READ(category_##n, "finance.scheme_" #n "_category", "code")
#define FINANCE_ADD_PLANNED(n) +planned_##n
#define FINANCE_ADD_SHARE(n) +share_##n
#define FINANCE_ADD_INCOME(n) +(category_##n == 3.0 ? planned_##n : 0.0)
#define FINANCE_ADD_INCOME_SHARE(n) +(category_##n == 3.0 ? share_##n : 0.0)

/// The plan of all schemes, this month and on average over the year, and the part of it that is income.
UOR_NODE(
    programme_plan, "finance.programme_plan",
    (UOR_READ(plan, "finance.savings_plan", "GBP m")
     FINANCE_EACH_SCHEME(FINANCE_READ_PLAN)),
    (UOR_WRITE(savings, "finance.plan_savings")
     UOR_WRITE(savings_mean, "finance.plan_savings_mean")
     UOR_WRITE(income, "finance.plan_savings_income")
     UOR_WRITE(income_mean, "finance.plan_savings_income_mean")),
    {
      savings = FINANCE_EACH_SCHEME(FINANCE_ADD_PLANNED);
      savings_mean = plan / 1200.0 * (FINANCE_EACH_SCHEME(FINANCE_ADD_SHARE));
      income = FINANCE_EACH_SCHEME(FINANCE_ADD_INCOME);
      income_mean = plan / 1200.0 * (FINANCE_EACH_SCHEME(FINANCE_ADD_INCOME_SHARE));
    })

#define FINANCE_READ_PROGRAMME(n)                                                                                    \
  UOR_READ(share_##n, "finance.scheme_" #n "_share", "percent")                                                      \
  UOR_READ(start_##n, "finance.scheme_" #n "_start", "months")                                                       \
  UOR_READ(recurrent_##n, "finance.scheme_" #n "_recurrent", "percent")
#define FINANCE_ADD_PACE(n)                                                                                          \
  +scheme_recurrent(recurrent_##n, recurrent, recurrent) *                                                           \
      scheme_pace(plan, share_##n, scheme_start(start_##n, back_loading))

/// The baseline's programme: its average month, and what of it still runs in the next year.
UOR_ANCHOR_NODE(
    anchor_programme, "finance.anchor_programme",
    (UOR_READ(plan, "finance.savings_plan", "GBP m")
     UOR_READ(recurrent, "finance.recurrent_share", "percent")
     UOR_READ(back_loading, "finance.savings_back_loading", "ratio")
     FINANCE_EACH_SCHEME(FINANCE_READ_PROGRAMME)),
    (UOR_WRITE(savings_mean, "finance.plan_savings_mean")
     UOR_WRITE(lasting_pace, "finance.plan_lasting_pace")),
    {
      savings_mean = plan / 1200.0 * (FINANCE_EACH_SCHEME(FINANCE_ADD_SHARE));
      lasting_pace = FINANCE_EACH_SCHEME(FINANCE_ADD_PACE);
    })

#define FINANCE_READ_CLOSED(n)                                                                                       \
  UOR_READ(share_##n, "finance.scheme_" #n "_share", "percent")                                                      \
  UOR_READ(category_##n, "finance.scheme_" #n "_category", "code")                                                   \
  UOR_READ(start_##n, "finance.scheme_" #n "_start", "months")                                                       \
  UOR_READ(to_date_##n, "finance.scheme_" #n "_to_date", "GBP m")
#define FINANCE_WRITE_CLOSED(n) UOR_WRITE(closed_##n, "finance.scheme_" #n "_closed")
#define FINANCE_ADD_GIVEN(n) +given_to_date(to_date_##n, category_##n)
#define FINANCE_ADD_WEIGHT(n) +weight_to_date(to_date_##n, category_##n, share_##n, months - start_##n + 1.0)
#define FINANCE_CLOSED_AMOUNT(n)                                                                                     \
  closed_##n = closed_amount(                                                                                        \
      given_to_date(to_date_##n, category_##n),                                                                      \
      weight_to_date(to_date_##n, category_##n, share_##n, months - start_##n + 1.0), to_date_##n, programme);

/// What each scheme delivered in the closed months: as reported, the others by their plan to date, together what the
/// programme delivered.
UOR_ANCHOR_NODE(
    anchor_schemes_closed, "finance.anchor_schemes_closed",
    (UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(to_date, "trust.savings_delivered_to_date", "GBP m")
     FINANCE_EACH_SCHEME(FINANCE_READ_CLOSED)),
    (FINANCE_EACH_SCHEME(FINANCE_WRITE_CLOSED)),
    {
      const double months = closed_months(last_closed);
      const ToDate programme = {to_date, FINANCE_EACH_SCHEME(FINANCE_ADD_GIVEN),
                                FINANCE_EACH_SCHEME(FINANCE_ADD_WEIGHT)};
      FINANCE_EACH_SCHEME(FINANCE_CLOSED_AMOUNT)
    })

}  // namespace finance
// clang-format on
