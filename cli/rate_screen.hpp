// The screen of `uor rate`.
#pragma once

#include "cli/style.hpp"
#include "core/uor/ask/rate_study.hpp"
#include "core/uor/report/rules.hpp"

namespace uor::cli {

void print_rating(const ask::RateStudy& study, const report::Rules& rules, const Style& style);

}  // namespace uor::cli
