// The screen of `uor rate`.
#pragma once

#include "cli/rate_study.hpp"
#include "cli/style.hpp"

namespace uor::cli {

void print_rating(const RateStudy& study, const Style& style);

}  // namespace uor::cli
