// The work of one shard.
#pragma once

#include <cstdint>
#include <functional>

#include "core/uor/model/model.hpp"
#include "core/uor/run/trust_run.hpp"
#include "core/uor/shard/shard_file.hpp"

namespace uor::shard {

/// Simulates the unit chunk by chunk into `shard`, which is then to be committed: after each chunk `leave` is asked
/// whether to close it there. `take` sees every block too. Returns what the shard holds. Errors as run::simulate().
tally::Part make(const model::Sides& sides, const Unit& unit, run::Workers& workers, ShardWriter& shard,
                 const run::BlockHandler& take, const std::function<bool()>& leave);

}  // namespace uor::shard
