#include "core/uor/run/simulate.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/uor/run/workers_state.hpp"

namespace uor::run {

tally::TrustContext context_of(const model::Sides& sides, std::size_t index) {
  const model::TrustModel& trust = sides.trust(index);
  return {index, sides.inputs().trusts[index].code, sides.sources()[index].get(), trust.parameters, trust.peers, {}};
}

tally::TrustContext scaled_context_of(const model::Sides& sides, std::size_t index, std::uint64_t trials,
                                      Workers& workers, const std::stop_token& stop) {
  tally::TrustContext trust = context_of(sides, index);
  if (sides.plan().items() == 0) return trust;
  Worker& worker = workers.state().all.local();
  const std::scoped_lock held(worker.mutex);
  worker.serve(sides);
  worker.trust = model::npos;
  worker.simulator->bind(trust);
  trust.scales = worker.simulator->pilot(std::min<std::uint64_t>(tally::leaf_trials, trials), stop);
  return trust;
}

namespace {

/// Runs the range, then makes of it what is wanted.
template <typename Make>
auto run_and_make(const model::Sides& sides, const tally::TrialRange& range, Workers& workers, const BlockHandler& take,
                  const std::stop_token& stop, Baseline* record, const Baseline* reuse, const Make& make) {
  if (sides.plan().moving) throw Error("a part of a run cannot be made where benchmarks move with all trusts");
  Workers::State& state = workers.state();
  const std::scoped_lock alone(state.one_run);
  state.start_run();
  const tally::TrustContext trust = scaled_context_of(sides, range.trust, range.end(), workers, stop);
  TrustRun run(sides, trust, range, workers, take, stop);
  run.hold(record, reuse);
  run.run();
  return make(std::move(run));
}

tally::Part run_range(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                      const BlockHandler& take, const std::stop_token& stop, Baseline* record, const Baseline* reuse) {
  return run_and_make(sides, range, workers, take, stop, record, reuse,
                      [](TrustRun&& run) { return std::move(run).part(); });
}

}  // namespace

tally::Part simulate(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                     const BlockHandler& take, const std::stop_token& stop) {
  return run_range(sides, range, workers, take, stop, nullptr, nullptr);
}

tally::Part simulate(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                     const BlockHandler& take, const std::stop_token& stop, const Baseline& reuse) {
  assert(reuse.serves(sides, range));
  return run_range(sides, range, workers, take, stop, nullptr, &reuse);
}

tally::Summary summarised(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                          const std::stop_token& stop, const Baseline* reuse) {
  assert(reuse == nullptr || reuse->serves(sides, range));
  return run_and_make(sides, range, workers, {}, stop, nullptr, reuse,
                      [](const TrustRun& run) { return run.summary(); });
}

Baseline baseline_of(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                     const std::stop_token& stop) {
  Baseline held(sides, range);
  run_range(sides, range, workers, {}, stop, &held, nullptr);
  return held;
}

tally::Summary summary_of(const model::Sides& sides, const tally::Part& whole, Workers& workers) {
  const std::scoped_lock alone(workers.state().one_run);
  const tally::TrustContext trust = scaled_context_of(sides, whole.range.trust, whole.range.end(), workers);
  return tally::summary_of(sides.plan(), trust, whole);
}

}  // namespace uor::run
