// What made a change, as JSON and as a block of a screen: for `uor attribute` and `uor compare --why`.
#pragma once

#include <nlohmann/json.hpp>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/decide/attribute.hpp"

namespace uor::cli {

/// {goal, trials, exact, from, to, players (id, share, standard_error), total, total_standard_error, interactions}.
nlohmann::ordered_json json_of(const decide::Attributed& attributed);

Lines attributed_block(const decide::Attributed& attributed, const Style& style);

}  // namespace uor::cli
