// The object that `uor rate --json` prints.
#pragma once

#include <nlohmann/json.hpp>

#include "cli/rate_study.hpp"

namespace uor::cli {

nlohmann::ordered_json json_of_rating(const RateStudy& study);

}  // namespace uor::cli
