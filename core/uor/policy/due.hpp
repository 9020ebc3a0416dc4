// When the steps of an assessment are due.
#pragma once

#include <string>

#include "core/uor/base/date.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::policy {

/// The day on which a step is due; months first, the last day of a month where it has no such day. `visit` is a day.
Date due(const ProcessStep& step, const Date& visit);

/// "1 month before", "14 days before", "7 days after", "on the day".
std::string lead_words(const ProcessStep& step);

}  // namespace uor::policy
