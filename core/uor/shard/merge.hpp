// A run from its shards.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/uor/run/engine.hpp"
#include "core/uor/shard/shard_file.hpp"

namespace uor::shard {

Extent extent_of(const model::Header& header);

/// What a run came to, as its screen shows it.
struct Merged {
  std::vector<tally::Summary> summaries;
  std::optional<tally::Sector> sector;  // of several trusts
};

/// Hands the run over to `sink` as Engine::run() does, to the same bits. The shards are those of this run, all of them
/// (assert). Memory does not grow with their number. Error (Fault::run) when one of them has changed since it was
/// opened.
Merged merge(run::Engine& engine, std::vector<Shard> shards, tally::Sink& sink, const run::Listener& progress = {});

}  // namespace uor::shard
