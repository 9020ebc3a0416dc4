#include "core/uor/run/moving.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "core/uor/model/peers_in_run.hpp"
#include "core/uor/run/moving_benchmarks.hpp"
#include "core/uor/tally/block_spool.hpp"
#include "core/uor/tally/held_counts.hpp"
#include "core/uor/tally/summarise.hpp"

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
struct MovingWorker {
  Simulator simulator;
  tally::Distributions counted;
  Columns tile;
  Piece piece;

  MovingWorker(const model::Plan& plan, const model::Inputs& inputs, const MovingBenchmarks& benchmarks)
      : simulator(plan, inputs), tile(benchmarks.tile()) {
    counted.start(plan.sides.size() * plan.items());
  }
};

/// What one trust has come to.
struct TrustSoFar {
  tally::Summariser summariser;
  tally::HeldCounts counts;
  TrustSoFar(const model::Plan& plan, const tally::TrustContext& trust, Points points)
      : summariser(plan, trust, points) {}
};

}  // namespace

struct MovingRun::State {
  const model::Plan& plan;
  const model::Inputs& inputs;
  MovingBenchmarks benchmarks;
  tbb::enumerable_thread_specific<MovingWorker> workers;
  std::vector<TrustSoFar> trusts;
  tally::BlockSpool spool;
  std::mutex order, output;
  std::stop_token stop;

  explicit State(const MovingRun& run)
      : plan(run.plan_),
        inputs(run.inputs_),
        benchmarks(plan, model::peers_in_run(inputs), tally::leaf_trials),
        workers([this] { return MovingWorker(plan, inputs, benchmarks); }),
        spool(run.trusts_.size()),
        stop(run.stop_) {
    trusts.reserve(run.trusts_.size());
    for (const tally::TrustContext& trust : run.trusts_) trusts.emplace_back(plan, trust, inputs.scenario.run.points);
  }

  template <class Task>
  void for_each(std::size_t tasks, const Task& task) {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, tasks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          const InOrder ordered(order);
          MovingWorker& worker = workers.local();
          for (std::size_t i = range.begin(); i < range.end(); ++i) task(worker, i);
        },
        tbb::simple_partitioner());
    const InOrder settled(order);
  }

  void first_pass(const std::vector<tally::TrustContext>& contexts, std::uint64_t first, std::size_t count) {
    benchmarks.start(first);
    for_each(contexts.size(), [&](MovingWorker& worker, std::size_t trust) {
      worker.simulator.bind(contexts[trust]);
      worker.simulator.first_phase(first, count, benchmarks, stop);
    });
    const std::size_t months = static_cast<std::size_t>(plan.months);
    for_each(benchmarks.columns() * months, [&](MovingWorker& worker, std::size_t task) {
      benchmarks.compare(task / months, static_cast<int>(task % months) + 1, round_up(count, lane_count), worker.tile);
    });
  }
};

MovingRun::MovingRun(const model::Plan& plan, const model::Inputs& inputs, std::vector<tally::TrustContext> trusts,
                     tally::Sink& sink, tally::SectorTally& sector, std::function<void(std::uint64_t)> done,
                     std::stop_token stop)
    : plan_(plan),
      inputs_(inputs),
      trusts_(std::move(trusts)),
      sink_(sink),
      sector_(sector),
      done_(std::move(done)),
      stop_(std::move(stop)) {}

std::vector<tally::Summary> MovingRun::run() {
  State state(*this);
  const std::uint64_t trials = inputs_.scenario.run.trials;
  for (std::uint64_t first = 0; first < trials; first += tally::leaf_trials) {
    const std::size_t count = std::min<std::uint64_t>(tally::leaf_trials, trials - first);
    state.first_pass(trusts_, first, count);
    state.for_each(trusts_.size(), [&](MovingWorker& worker, std::size_t index) {
      tally::TrustContext& trust = trusts_[index];
      TrustSoFar& so_far = state.trusts[index];
      worker.simulator.bind(trust);
      worker.simulator.compare_with(&state.benchmarks);
      if (first == 0) trust.scales = worker.simulator.pilot(count, stop_);
      Piece& piece = worker.piece;
      worker.simulator.simulate(first, count, piece, &worker.counted, stop_);
      so_far.summariser.add(piece.tally, count);
      so_far.counts.take(worker.counted, trust.scales);
      const std::scoped_lock one_at_a_time(state.output);
      sector_.add(piece.block);
      state.spool.put(piece.block);
      done_(count);
    });
  }
  threads_used_ = static_cast<int>(state.workers.size());
  std::vector<tally::Summary> summaries;
  for (std::size_t index = 0; index < trusts_.size(); ++index) {
    state.spool.replay(index, [&](const tally::Block& block) { sink_.block(block); });
    summaries.push_back(state.trusts[index].summariser.finish(state.trusts[index].counts.all()));
    sink_.summary(summaries.back());
  }
  return summaries;
}

}  // namespace uor::run
