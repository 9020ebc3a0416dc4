// The object that `uor rate --json` prints.
#pragma once

#include <nlohmann/json.hpp>

#include "core/uor/ask/rate_study.hpp"
#include "core/uor/report/rules.hpp"

namespace uor::cli {

nlohmann::ordered_json json_of_rating(const ask::RateStudy& study, const report::Rules& rules);

}  // namespace uor::cli
