// What `uor sensitivity --json`, `uor visit --json` and `uor discover --json` print.
#pragma once

#include <nlohmann/json.hpp>

#include "core/uor/decide/discover.hpp"
#include "core/uor/decide/sensitivity.hpp"

namespace uor::cli {

/// {goal, odds, trials, total_trials, drivers (id, title, kind, worth_knowing), outputs (id, title, drivers: id, first,
/// first_error, total, total_error, idle, pawn, zero_odds), tornado (lever, today, low, high, odds_low, odds_high,
/// ...), left_out}. Indices that chance took below nought are 0.
nlohmann::ordered_json json_of(const decide::Sensitivity& study);

/// {when, trials, share, sentence, box (title, low, high, chance), training, held_out, path}.
nlohmann::ordered_json json_of(const decide::Discovery& discovery);

}  // namespace uor::cli
