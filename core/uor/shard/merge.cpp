#include "core/uor/shard/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "core/uor/base/error.hpp"
#include "core/uor/run/simulate.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::shard {

namespace {

/// A digest proves that a shard is as it was written, not that a run wrote it: what memory relies on is looked at.
void require_block(const tally::Block& block, const tally::TrialRange& range, std::uint64_t next, std::size_t sides) {
  const bool follows = block.trust == range.trust && block.first_trial == next && block.count <= range.end() - next;
  const auto is_grade = [](std::uint8_t grade) { return grade >= 1 && grade <= 4; };
  const bool sized = block.final_rating.size() == sides * block.count &&
                     (block.above.empty() || block.above.size() == 3 * sides * block.count);
  if (follows && sized && std::all_of(block.final_rating.begin(), block.final_rating.end(), is_grade)) return;
  throw Error(fmt::format("a shard of trust {} holds trials that no run wrote, remove it and run `uor resume`",
                          range.trust + 1),
              Fault::run);
}

class Merging {
 public:
  Merging(run::Engine& engine, const std::vector<Shard>& shards, tally::Sink& sink, const run::Listener& progress)
      : engine_(engine), shards_(shards), sink_(sink), reporter_(trials(), progress) {
    const model::Header& header = engine.header();
    if (header.trusts.size() > 1)
      sector_.emplace(header.sides.size(), header.trials, header.trusts.size(), header.points);
  }

  Merged run() {
    const model::Header& header = engine_.header();
    sink_.begin(header);
    Merged merged;
    for (std::size_t trust = 0; trust < header.trusts.size(); ++trust) {
      const tally::Part whole = add_trust(trust);
      merged.summaries.push_back(run::summary_of(engine_.sides(), whole, engine_.workers()));
      sink_.summary(merged.summaries.back());
    }
    if (sector_) {
      merged.sector =
          tally::make_sector(header, merged.summaries, sector_->histograms(), sector_->errors(), sector_->held());
      sink_.sector(*merged.sector);
    }
    sink_.end(reporter_.seconds());
    return merged;
  }

 private:
  std::uint64_t trials() const { return engine_.header().trials * engine_.header().trusts.size(); }

  /// Of the shards, which are in order, those of the trust.
  tally::Part add_trust(std::size_t trust) {
    std::optional<tally::Part> whole;
    for (const Shard& shard : shards_) {
      const Unit unit = shard.unit();
      if (trust < unit.trust || trust >= unit.trust + unit.trusts) continue;
      add_blocks(shard, {trust, unit.first, unit.count});
      tally::Part part = shard.part(trust);
      if (whole) {
        whole->add(part);
      } else {
        whole.emplace(std::move(part));
      }
    }
    return std::move(whole).value();
  }

  void add_blocks(const Shard& shard, const tally::TrialRange& range) {
    std::uint64_t next = range.first;
    shard.blocks(range.trust, [&](const tally::Block& block) {
      require_block(block, range, next, engine_.header().sides.size());
      next += block.count;
      sink_.block(block);
      if (sector_) sector_->add(block);
      reporter_.add(block.count);
    });
  }

  run::Engine& engine_;
  const std::vector<Shard>& shards_;
  tally::Sink& sink_;
  std::optional<tally::SectorTally> sector_;
  run::Reporter reporter_;
};

}  // namespace

Extent extent_of(const model::Header& header) {
  return {header.trusts.size(), header.trials, header.moving_benchmarks};
}

Merged merge(run::Engine& engine, std::vector<Shard> shards, tally::Sink& sink, const run::Listener& progress) {
  std::sort(shards.begin(), shards.end(),
            [](const Shard& a, const Shard& b) { return a.unit().first < b.unit().first; });
  return Merging(engine, shards, sink, progress).run();
}

}  // namespace uor::shard
