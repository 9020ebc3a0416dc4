// Whom each trust is compared with where benchmarks move with the trusts of a run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/uor/model/inputs.hpp"

namespace uor::model {

/// Positions in the run of each trust's peers; none where fewer than half of them take part. Inputs::peers.
std::vector<std::vector<std::size_t>> peers_in_run(const Inputs& inputs);

/// What the screen and the result say of it.
std::vector<std::string> moving_notes(const Inputs& inputs);

}  // namespace uor::model
