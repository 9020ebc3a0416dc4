// A trust file echoed in the layout of a finance report: every line with its value, its unit and where it comes from.
#pragma once

#include <map>
#include <string>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::cli {

/// At most screen_width columns. `month_zero` gives the values of what is derived or drawn, at the medians.
Lines trust_report(const trust::Trust& trust, const trust::Fields& fields, const policy::Policy& policy,
                   const std::map<std::string, double>& month_zero, const Style& style);

}  // namespace uor::cli
