// The savings programme: eight schemes, each with its drivers and what it delivers in a month. A trust file or a
// scenario fills them from its [[scheme]] tables (core/uor/base/savings_scheme.hpp); without one they hold a typical
// programme.
#pragma once

#include "quantities.hpp"

namespace finance {

constexpr Quantity scheme_driver(const char* id, const char* unit, const char* title, Shape shape, Range possible,
                                 Range likely, const char* source) {
  return driver({.id = id,
                 .unit = unit,
                 .title = title,
                 .shape = shape,
                 .possible = possible,
                 .likely = likely,
                 .source = source});
}

inline constexpr const char* typical_programme =
    "assumed: a typical programme, half pay, 38 % non-pay and 12 % income, whose starts give 36 % of the plan by "
    "half-year and 14 % in quarter 1 (36 and 15.5 %, hfma providers-count-cost; sources 6.3); a [[scheme]] replaces it";

}  // namespace finance

// Rows of one scheme: its drivers, then what it gives.
// clang-format off
#define FINANCE_SCHEME_DRIVERS(n, typical_share, typical_category, typical_start, name)                              \
  scheme_driver("finance.scheme_" #n "_share", "percent", "Scheme " #n " (" name "): share of the savings plan",     \
                constant(typical_share), {0, 1000}, {0, 100}, typical_programme),                                    \
  scheme_driver("finance.scheme_" #n "_category", "code",                                                            \
                "Scheme " #n ": 0 acts through a driver, 1 pay, 2 non-pay, 3 income, 4 not cash",                    \
                constant(typical_category), {0, 4}, {0, 4}, typical_programme),                                      \
  scheme_driver("finance.scheme_" #n "_start", "months", "Scheme " #n ": planned start, month of the year",          \
                constant(typical_start), {1, 12}, {1, 12}, typical_programme),                                       \
  scheme_driver("finance.scheme_" #n "_delay", "months", "Scheme " #n ": starts later than planned by",              \
                constant(0), {-12, 60}, {0, 12}, "definition: delay is part of normal delivery unless it is given"), \
  scheme_driver("finance.scheme_" #n "_delivery", "percent", "Scheme " #n ": delivered, of what it is planned to",   \
                pert(70, 100, 130), {-100, 300}, {0, 150},                                                           \
                "assumed: schemes differ by a tenth around the programme; no scheme-level source"),                  \
  scheme_driver("finance.scheme_" #n "_follows", "yes=1", "Scheme " #n ": delivery of the programme applies as well",  \
                constant(1), {0, 1}, {0, 1}, "definition: no for a scheme whose own delivery is given"),             \
  scheme_driver("finance.scheme_" #n "_recurrent", "percent",                                                        \
                "Scheme " #n ": recurrent part (below 0: as the programme)", constant(-1), {-1, 100}, {-1, 100},     \
                "definition: without a scheme table all schemes share finance.recurrent_share"),                     \
  scheme_driver("finance.scheme_" #n "_to_date", "GBP m",                                                            \
                "Scheme " #n ": delivered in the closed months (below 0: not given)", constant(-1), {-1, 2000},      \
                {-1, 100}, "definition: the trust's scheme table says, else the programme's savings to date are shared")
#define FINANCE_SCHEME_RESULTS(n)                                                                                    \
  money("finance.scheme_" #n "_closed", "Scheme " #n ": delivered in the closed months (below 0: unknown)", 50, -1), \
  money("finance.scheme_" #n "_planned", "Scheme " #n ": planned savings", 10, 0.2),                                 \
  money("finance.scheme_" #n "_delivered", "Scheme " #n ": savings delivered", 10, 0.2, 1, true),                    \
  money("finance.scheme_" #n "_lasting", "Scheme " #n ": recurrent savings delivered", 10, 0.15, 1)
// clang-format on

namespace finance {

inline constexpr Quantity scheme_drivers_rows[] = {
    FINANCE_SCHEME_DRIVERS(1, 20, 1, 1, "rosters, bank and agency"),
    FINANCE_SCHEME_DRIVERS(2, 18, 1, 3, "clinical productivity"),
    FINANCE_SCHEME_DRIVERS(3, 7, 1, 7, "skill mix"),
    FINANCE_SCHEME_DRIVERS(4, 16, 2, 1, "procurement"),
    FINANCE_SCHEME_DRIVERS(5, 8, 2, 2, "medicines"),
    FINANCE_SCHEME_DRIVERS(6, 14, 2, 6, "estates and corporate services"),
    FINANCE_SCHEME_DRIVERS(7, 12, 3, 2, "income"),
    FINANCE_SCHEME_DRIVERS(8, 5, 1, 9, "found during the year"),
};

inline constexpr Quantity scheme_results_rows[] = {
    FINANCE_SCHEME_RESULTS(1), FINANCE_SCHEME_RESULTS(2), FINANCE_SCHEME_RESULTS(3), FINANCE_SCHEME_RESULTS(4),
    FINANCE_SCHEME_RESULTS(5), FINANCE_SCHEME_RESULTS(6), FINANCE_SCHEME_RESULTS(7), FINANCE_SCHEME_RESULTS(8),
};

}  // namespace finance
