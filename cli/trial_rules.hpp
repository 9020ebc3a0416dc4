// From the scores of one trial to its ratings: terms of the latent, the ladder, limiters with their conditions.
#pragma once

#include "cli/replay.hpp"
#include "cli/style.hpp"

namespace uor::cli {

void print_rules(const Replay& replay, const policy::Policy& policy, const Style& style);

}  // namespace uor::cli
