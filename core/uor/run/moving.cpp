#include "core/uor/run/moving.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "core/uor/run/block_spool.hpp"
#include "core/uor/run/held_counts.hpp"
#include "core/uor/run/moving_benchmarks.hpp"
#include "core/uor/run/summarise.hpp"

namespace uor::run {
namespace {

/// States to tools that do not see into the scheduler that what one task wrote is read after it: each takes the mutex
/// when it begins and when it ends, and holds it for nothing.
class InOrder {
 public:
  explicit InOrder(std::mutex& mutex) : mutex_(mutex) { pass(); }
  ~InOrder() { pass(); }
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

 private:
  void pass() { const std::scoped_lock passed(mutex_); }
  std::mutex& mutex_;
};

/// One thread's simulator, and what a piece is counted into before its trust takes it.
struct Worker {
  Simulator simulator;
  Distributions counted;
  Columns tile;
  Piece piece;

  Worker(const Plan& plan, const Inputs& inputs, const MovingBenchmarks& benchmarks)
      : simulator(plan, inputs), tile(benchmarks.tile()) {
    counted.start(plan.sides.size() * plan.summarised.size() * static_cast<std::size_t>(plan.months));
  }
};

/// What one trust has come to.
struct TrustSoFar {
  Summariser summariser;
  HeldCounts counts;
  TrustSoFar(const Plan& plan, const TrustContext& trust, Points points) : summariser(plan, trust, points) {}
};

}  // namespace

struct MovingRun::State {
  const Plan& plan;
  const Inputs& inputs;
  MovingBenchmarks benchmarks;
  tbb::enumerable_thread_specific<Worker> workers;
  std::vector<TrustSoFar> trusts;
  BlockSpool spool;
  std::mutex order, output;

  explicit State(const MovingRun& run)
      : plan(run.plan_),
        inputs(run.inputs_),
        benchmarks(plan, peers_in_run(inputs), leaf_trials),
        workers([this] { return Worker(plan, inputs, benchmarks); }),
        spool(run.trusts_.size()) {
    trusts.reserve(run.trusts_.size());
    for (const TrustContext& trust : run.trusts_) trusts.emplace_back(plan, trust, inputs.scenario.run.points);
  }

  template <class Task>
  void for_each(std::size_t tasks, const Task& task) {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, tasks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          const InOrder ordered(order);
          Worker& worker = workers.local();
          for (std::size_t i = range.begin(); i < range.end(); ++i) task(worker, i);
        },
        tbb::simple_partitioner());
    const InOrder settled(order);
  }

  void first_pass(const std::vector<TrustContext>& contexts, std::uint64_t first, std::size_t count) {
    benchmarks.start(first);
    for_each(contexts.size(), [&](Worker& worker, std::size_t trust) {
      worker.simulator.bind(contexts[trust]);
      worker.simulator.first_phase(first, count, benchmarks);
    });
    const std::size_t months = static_cast<std::size_t>(plan.months);
    for_each(benchmarks.columns() * months, [&](Worker& worker, std::size_t task) {
      benchmarks.compare(task / months, static_cast<int>(task % months) + 1, round_up(count, lane_count), worker.tile);
    });
  }
};

MovingRun::MovingRun(const Plan& plan, const Inputs& inputs, std::vector<TrustContext> trusts, Sink& sink,
                     SectorTally& sector, std::function<void(std::uint64_t)> done)
    : plan_(plan), inputs_(inputs), trusts_(std::move(trusts)), sink_(sink), sector_(sector), done_(std::move(done)) {}

std::vector<Summary> MovingRun::run() {
  State state(*this);
  const std::uint64_t trials = inputs_.scenario.run.trials;
  for (std::uint64_t first = 0; first < trials; first += leaf_trials) {
    const std::size_t count = std::min<std::uint64_t>(leaf_trials, trials - first);
    state.first_pass(trusts_, first, count);
    state.for_each(trusts_.size(), [&](Worker& worker, std::size_t index) {
      TrustContext& trust = trusts_[index];
      TrustSoFar& so_far = state.trusts[index];
      worker.simulator.bind(trust);
      worker.simulator.compare_with(&state.benchmarks);
      if (first == 0) trust.scales = worker.simulator.pilot(count);
      Piece& piece = worker.piece;
      worker.simulator.simulate(first, count, piece, &worker.counted);
      so_far.summariser.add(piece.tally, first, count);
      so_far.counts.take(worker.counted, trust.scales);
      const std::scoped_lock one_at_a_time(state.output);
      sector_.add(piece.block);
      state.spool.put(piece.block);
      done_(count);
    });
  }
  threads_used_ = static_cast<int>(state.workers.size());
  std::vector<Summary> summaries;
  for (std::size_t index = 0; index < trusts_.size(); ++index) {
    state.spool.replay(index, [&](const Block& block) { sink_.block(block); });
    summaries.push_back(state.trusts[index].summariser.finish(state.trusts[index].counts.all()));
    sink_.summary(summaries.back());
  }
  return summaries;
}

std::vector<std::vector<std::size_t>> peers_in_run(const Inputs& inputs) {
  std::vector<std::vector<std::size_t>> positions(inputs.trusts.size());
  for (std::size_t trust = 0; trust < std::min(positions.size(), inputs.peers.size()); ++trust) {
    for (std::size_t other = 0; other < inputs.trusts.size(); ++other) {
      const auto& codes = inputs.peers[trust];
      if (std::find(codes.begin(), codes.end(), inputs.trusts[other].code) != codes.end()) {
        positions[trust].push_back(other);
      }
    }
    if (2 * positions[trust].size() < inputs.peers[trust].size()) positions[trust].clear();
  }
  return positions;
}

std::vector<std::string> moving_notes(const Inputs& inputs) {
  const std::size_t trusts = inputs.trusts.size();
  std::vector<std::string> notes = {fmt::format(
      "benchmarks move: national quartiles and peer medians are those of the {} trusts of this run, made in every "
      "trial, month and scenario from what they publish",
      trusts)};
  const auto peers = peers_in_run(inputs);
  const auto alone = std::count_if(peers.begin(), peers.end(), [](const auto& list) { return list.empty(); });
  if (alone > 0) {
    notes.push_back(fmt::format(
        "fewer than half of the peers of {} of the {} trusts are in this run: the median of its trusts serves as "
        "their peer median; add trusts, or all",
        alone, trusts));
  }
  return notes;
}

}  // namespace uor::run
