// A run by the ranks of mpirun: rank 0 hands out shards and joins them in the end.
#pragma once

#include <functional>
#include <memory>

#include "cli/shard_run.hpp"
#include "core/uor/ranks/ranks.hpp"

namespace uor::cli {

/// Every rank works on what `make_run` gives; only rank 0 prints. A rank that fails ends all of them, in its words and
/// with its exit code; one that dies is the launcher's to notice, which ends the others: nothing but open shards is
/// lost.
int run_ranks(const std::function<std::unique_ptr<ShardRun>()>& make_run);

}  // namespace uor::cli
