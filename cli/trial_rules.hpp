// From the scores of one trial to its ratings: terms of the latent, the ladder, limiters with their conditions.
#pragma once

#include "cli/style.hpp"
#include "core/uor/ask/replay.hpp"

namespace uor::cli {

/// In the assessment month, as it is read: "7.42", "yes", "unknown".
std::string read_out(const ask::Replay& replay, const std::string& quantity);

void print_rules(const ask::Replay& replay, const policy::Policy& policy, const Style& style);

}  // namespace uor::cli
