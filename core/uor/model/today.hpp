// Rating a trust now, on the last twelve months as reported, instead of on a month of its simulated year.
//
// With no month closed that is last year's outturn: scores and rating are struck at month 0, from what anchors make of
// the trust's figures. What the rating needs and no anchor gives is computed by the same nodes as in any month; nothing
// is simulated. With months closed it is the last of them, whose accounts are what happened: finance metrics are those
// of the accounts, all others stand as they are reported. What month 1 of such a run shows, where none is closed, is
// month 0.
#pragma once

#include <limits>
#include <string>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"

namespace uor::model {

/// Months of the first year that are closed; 0 when the trust states none.
int closed_months_of(const trust::Trust& trust);

/// The baseline of `inputs`, rated today. Error when its trusts have closed different months.
Inputs as_of_today(Inputs inputs);

inline constexpr int never = std::numeric_limits<int>::min();

/// The month of the run that "2018-11" is, in a year such as "2018/19" (8); `never` when it is no month.
int month_of_run(const std::string& month, const std::string& policy_year);

/// The month of the run that is now for the trust: the last one that is closed or that one of its figures is of.
int month_now(const trust::Trust& trust, const std::string& policy_year);

/// "2018-11" for month 8 of "2018/19".
std::string iso_month(int month, const std::string& policy_year);

/// Lists Plan::outturn_one and outturn_two; `watched` are further quantities that must have a value.
void plan_outturn(Plan& plan, const std::vector<std::string>& watched);

}  // namespace uor::model
