#include "core/uor/tally/part.hpp"

#include <fmt/format.h>

#include <cassert>
#include <utility>

#include "core/uor/base/error.hpp"

namespace uor::tally {

void ChunkSums::add(const ChunkSums& next) {
  for (std::size_t column = 0; column < sums.size(); ++column) sums[column].add(next.sums[column]);
  for (std::size_t i = 0; i < replicates.size(); ++i) {
    replicates[i].value += next.replicates[i].value;
    replicates[i].change += next.replicates[i].change;
  }
}

PartShape part_shape(const model::Plan& plan, Points points) {
  return {plan.sum_columns(),
          replicates_of(points),
          plan.sides.size(),
          static_cast<std::size_t>(plan.months),
          plan.limiters.size(),
          plan.characteristics.size(),
          plan.wiring.quantities.size(),
          plan.scores.size(),
          plan.beside.size(),
          plan.range_column(plan.sides.size(), 0, 0)};
}

Part::Part(const PartShape& shape, std::size_t trust, std::uint64_t first)
    : range{trust, first, 0},
      chunks{{std::vector<Sums>(shape.columns), std::vector<ReplicateSums>(shape.replicates * shape.columns)}},
      counts(shape.sides),
      implausible(shape.quantities, 0),
      fit_sums(shape.fit_sums, 0.0) {
  assert(first % chunk_trials == 0);
  for (SideCounts& side : counts)
    side.start(shape.kloes, shape.months, shape.limiters, shape.characteristics, shape.scores_beside);
  for (std::size_t r = 0; r < shape.replicates; ++r) replicates.insert(replicates.end(), counts.begin(), counts.end());
}

/// Where all chunks before are here, their sum serves: nothing else is ever added to them.
void Part::take(ChunkSums chunk) {
  if (range.first == 0 && chunks.size() == 2) {
    chunks[0].add(chunks[1]);
    chunks[1] = std::move(chunk);
  } else {
    chunks.push_back(std::move(chunk));
  }
}

void Part::add_leaf(const LeafSums& leaves, std::size_t leaf, std::uint64_t trial) {
  if (trial % chunk_trials == 0 && trial > range.first) {
    take({std::vector<Sums>(chunks[0].sums.size()), std::vector<ReplicateSums>(chunks[0].replicates.size())});
  }
  ChunkSums& chunk = chunks.back();
  const std::size_t columns = chunk.sums.size();
  for (std::size_t column = 0; column < columns; ++column) chunk.sums[column].add(leaves.leaf(leaf, column));
  if (chunk.replicates.empty()) return;
  ReplicateSums* of = chunk.replicates.data() + replicate_of(trial) * columns;
  for (std::size_t column = 0; column < columns; ++column) {
    of[column].value += leaves.leaf(leaf, column).value;
    of[column].change += leaves.leaf(leaf, column).change;
  }
}

void Part::add(const Tally& tally, std::uint64_t trials) {
  const std::uint64_t first = range.end();
  assert(first % leaf_trials == 0 && (replicates.empty() || first % block_trials == 0));
  for (std::size_t leaf = 0; leaf < tally.sums.leaves(); ++leaf) add_leaf(tally.sums, leaf, first + leaf * leaf_trials);
  for (std::size_t leaf = 0; leaf < tally.fit_sums.leaves(); ++leaf) {
    for (std::size_t column = 0; column < fit_sums.size(); ++column)
      fit_sums[column] += tally.fit_sums.leaf(leaf, column).value;
  }
  for (std::size_t i = 0; i < tally.counts.size(); ++i) {
    const std::size_t block = i / counts.size(), side = i % counts.size();
    counts[side].add(tally.counts[i]);
    if (replicates.empty()) continue;
    replicates[replicate_of(first + block * block_trials) * counts.size() + side].add(tally.counts[i]);
  }
  for (std::size_t q = 0; q < implausible.size(); ++q) implausible[q] += tally.implausible[q];
  range.count += trials;
}

void Part::require_next(const Part& next) const {
  const bool follows =
      next.range.trust == range.trust && next.range.first == range.end() && next.range.first % chunk_trials == 0;
  if (!follows) {
    throw Error(fmt::format("trials {} on of trust {} do not follow trials {} to {} of trust {} (parts of a run are "
                            "added in order and cut at multiples of {} trials), add the part between",
                            next.range.first, next.range.trust, range.first, range.end(), range.trust, chunk_trials),
                Fault::run);
  }
  const bool alike = !chunks.empty() && !next.chunks.empty() && next.chunks[0].sums.size() == chunks[0].sums.size() &&
                     next.chunks[0].replicates.size() == chunks[0].replicates.size() &&
                     next.counts.size() == counts.size() && next.replicates.size() == replicates.size() &&
                     next.implausible.size() == implausible.size() && next.fit_sums.size() == fit_sums.size() &&
                     next.distributions.columns() == distributions.columns();
  if (!alike) {
    throw Error(fmt::format("two parts of trust {} are of different runs (their columns differ), add parts of one run",
                            range.trust),
                Fault::run);
  }
}

void Part::add(const Part& next) {
  require_next(next);
  for (const ChunkSums& chunk : next.chunks) take(chunk);
  for (std::size_t side = 0; side < counts.size(); ++side) counts[side].add(next.counts[side]);
  for (std::size_t i = 0; i < replicates.size(); ++i) replicates[i].add(next.replicates[i]);
  for (std::size_t q = 0; q < implausible.size(); ++q) implausible[q] += next.implausible[q];
  for (std::size_t column = 0; column < fit_sums.size(); ++column) fit_sums[column] += next.fit_sums[column];
  distributions.add(next.distributions);
  range.count += next.range.count;
}

ChunkSums Part::total() const {
  ChunkSums total = chunks.at(0);
  for (std::size_t i = 1; i < chunks.size(); ++i) total.add(chunks[i]);
  return total;
}

}  // namespace uor::tally
