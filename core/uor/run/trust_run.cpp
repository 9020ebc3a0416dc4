#include "core/uor/run/trust_run.hpp"

#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <ctime>

#include "core/uor/base/column.hpp"
#include "core/uor/run/workers_state.hpp"

namespace uor::run {
namespace {

/// Processor time of this thread.
double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// When a run ends, also by an exception: takes each worker's mutex once, so that what the workers read is ordered
/// before its end by something that a race detector sees (it does not see into the thread library).
class Settled {
 public:
  explicit Settled(Workers::State& workers) : workers_(workers) {}
  ~Settled() {
    for (Worker& worker : workers_.all) const std::scoped_lock held(worker.mutex);
  }
  Settled(const Settled&) = delete;
  Settled& operator=(const Settled&) = delete;

 private:
  Workers::State& workers_;
};

}  // namespace

/// The steps of the pipeline.
struct TrustRun::Stages {
  TrustRun& run;
  Workers::State& workers;
  std::size_t piece_trials;
  std::uint64_t next;

  std::uint64_t number(tbb::flow_control& flow) {
    const std::uint64_t first = next;
    if (first >= run.range_.end()) flow.stop();
    next += piece_trials;
    return first;
  }

  void make_ready(Worker& worker) const {
    worker.serve(run.sides_);
    worker.took_part = true;
    if (worker.trust == run.trust_.index) return;
    worker.trust = run.trust_.index;
    worker.simulator->bind(run.trust_);
    worker.simulator->hold(run.record_, run.reuse_);
    worker.distributions.start(run.columns());
  }

  std::shared_ptr<Piece> simulate(std::uint64_t first) const {
    std::shared_ptr<Piece> piece = workers.pieces.take();
    const std::size_t count = std::min<std::uint64_t>(piece_trials, run.range_.end() - first);
    Worker& worker = workers.all.local();
    const std::scoped_lock held(worker.mutex, piece->mutex);
    make_ready(worker);
    const double start = thread_seconds();
    worker.simulator->simulate(first, count, *piece, &worker.distributions, run.stop_);
    worker.seconds += thread_seconds() - start;
    return piece;
  }

  void add(const std::shared_ptr<Piece>& piece) const {
    const std::scoped_lock held(piece->mutex);
    const double start = thread_seconds();
    run.summariser_.add(piece->tally, piece->block.count);
    workers.adding_seconds += thread_seconds() - start;
    if (run.take_) run.take_(piece->block);
    workers.pieces.give(piece);
  }
};

TrustRun::TrustRun(const model::Sides& sides, const tally::TrustContext& trust, const tally::TrialRange& range,
                   Workers& workers, const BlockHandler& take, const std::stop_token& stop)
    : sides_(sides),
      plan_(sides.plan()),
      trust_(trust),
      range_(range),
      workers_(workers),
      take_(take),
      stop_(stop),
      summariser_(plan_, trust, sides.inputs().scenario.run.points, range.first) {}

Pieces TrustRun::pieces() const {
  const auto months = static_cast<std::size_t>(plan_.months);
  const model::Keep& keep = plan_.wanted.keep;
  std::size_t kept = plan_.kept_quantities.size() * months;
  if (keep.scores) kept += plan_.scores.size() * months;
  if (keep.metrics_by_month) kept += plan_.metrics.size() * months;
  if (keep.drivers) kept += plan_.kept_drivers.size() * months;
  return pieces_of(workers_.threads(), static_cast<double>(range_.count),
                   static_cast<double>(plan_.sides.size() * kept));
}

void TrustRun::run() {
  using Numbered = std::uint64_t;
  using Simulated = std::shared_ptr<Piece>;
  Workers::State& workers = workers_.state();
  const Settled settled(workers);
  const Pieces cut = pieces();
  const std::size_t batch = sides_.inputs().batch_trials;
  Stages stages{*this, workers, round_up(std::max(batch, cut.trials), batch), range_.first};
  const auto number = tbb::make_filter<void, Numbered>(tbb::filter_mode::serial_in_order,
                                                       [&](tbb::flow_control& flow) { return stages.number(flow); });
  const auto simulate = tbb::make_filter<Numbered, Simulated>(tbb::filter_mode::parallel,
                                                              [&](Numbered first) { return stages.simulate(first); });
  const auto add = tbb::make_filter<Simulated, void>(tbb::filter_mode::serial_in_order,
                                                     [&](const Simulated& piece) { stages.add(piece); });
  workers.arena.execute([&] { tbb::parallel_pipeline(cut.under_way, number & simulate & add); });
}

/// Into those of the first worker that took part.
const tally::Distributions& TrustRun::merged() const {
  tally::Distributions* all = nullptr;
  for (Worker& worker : workers_.state().all) {
    const std::scoped_lock held(worker.mutex);
    if (worker.trust != trust_.index) continue;
    if (all == nullptr) {
      all = &worker.distributions;
    } else {
      all->add(worker.distributions);
      worker.trust = model::npos;  // its counts are in the first's
    }
  }
  return *all;
}

}  // namespace uor::run
