// What `uor run --until-se` found, in words and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// How many trials were needed and the largest standard error, or that they were not enough and how many might be.
/// Empty when the number of trials was given.
Lines stop_lines(const model::Header& header, const std::vector<tally::Summary>& summaries, const Style& style);

/// {until_se, max_trials, reached, trials, largest_standard_error, trust, scenario, rating}: the error by Wilson's
/// interval, and where it is. null when the number of trials was given.
nlohmann::ordered_json json_of_stop(const model::Header& header, const std::vector<tally::Summary>& summaries);

}  // namespace uor::cli
