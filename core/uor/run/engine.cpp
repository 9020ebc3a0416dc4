#include "core/uor/run/engine.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <bit>
#include <chrono>
#include <ctime>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/make_header.hpp"
#include "core/uor/model/own_figures.hpp"
#include "core/uor/model/parameters.hpp"
#include "core/uor/run/moving.hpp"
#include "core/uor/run/piece.hpp"
#include "core/uor/run/simulator.hpp"
#include "core/uor/run/trial_search.hpp"
#include "core/uor/tally/replicates.hpp"
#include "core/uor/tally/sector.hpp"
#include "core/uor/tally/stop_rule.hpp"
#include "core/uor/tally/summarise.hpp"

namespace uor::run {
namespace {

using Clock = std::chrono::steady_clock;

/// Whole leaves or an even part of one, so that leaf sums never straddle batches unevenly.
std::size_t rounded_batch(std::size_t asked) {
  if (asked >= tally::leaf_trials) return round_up(asked, tally::leaf_trials);
  std::size_t batch = lane_count;
  while (batch < asked) batch *= 2;
  return batch;
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Tells the listener at most ten times a second.
class Reporter {
 public:
  Reporter(std::uint64_t total, const std::function<void(const Progress&)>& listener)
      : total_(total), listener_(listener), start_(Clock::now()), last_(start_) {}

  void add(std::uint64_t trials) {
    done_ += trials;
    if (!listener_ || (seconds_since(last_) < 0.1 && done_ < total_)) return;
    last_ = Clock::now();
    listener_({done_, total_, seconds_since(start_)});
  }
  double seconds() const { return seconds_since(start_); }

 private:
  std::uint64_t done_ = 0, total_;
  const std::function<void(const Progress&)>& listener_;
  Clock::time_point start_, last_;
};

/// Processor time of this thread.
double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// One thread's simulator and quantile counts.
struct Worker {
  std::mutex mutex;  // as in Piece
  std::unique_ptr<Simulator> simulator;
  tally::Distributions distributions;
  std::size_t trust = model::npos;
  double seconds = 0;  // simulating
};

}  // namespace

struct Engine::State {
  model::Inputs inputs;
  model::Plan plan;
  std::vector<std::unique_ptr<model::DriverSource>> sources;
  model::Header header;
  std::optional<tally::Sector> sector;
  int threads_used = 0;
  double batch_seconds = 0;
  bool settled = false;  // the number of trials

  explicit State(model::Inputs given) : inputs(std::move(given)) {
    inputs.batch_trials = rounded_batch(inputs.batch_trials);
    if (moving()) inputs.batch_trials = std::min(inputs.batch_trials, tally::leaf_trials);
    scenario::RunSettings& run = inputs.scenario.run;
    if (run.points != Points::random) {  // no batch in two blocks
      inputs.batch_trials = std::bit_floor(std::min<std::size_t>(inputs.batch_trials, block_trials));
    }
    settled = !run.until_se;
    if (!settled) run.trials = tally::last_look(run.max_trials);
    check_settings();
    model::check_figure_months(inputs);
    plan = model::make_plan(inputs);
    for (const trust::Trust& trust : inputs.trusts) {
      sources.push_back(std::make_unique<model::DriverSource>(plan, inputs, trust));
      model::parameter_table(*inputs.catalogue, inputs.policy, year_of_trust(trust), plan.months);
    }
    keep_drivers();
    header = model::make_header(inputs, plan, sources);
  }

  bool moving() const { return inputs.scenario.run.benchmarks == scenario::Benchmarks::moving; }

  void check_settings() const {
    if (inputs.trusts.empty()) throw Error("no trust to run; give --trust CODE, a trust file or 'all'");
    if (!settled && inputs.scenario.run.trials == 0) {
      throw Error(fmt::format("max_trials is {}, below the {} of the first look; raise it, or give trials",
                              inputs.scenario.run.max_trials, tally::look_trials));
    }
    if (inputs.scenario.run.trials == 0) throw Error("trials must be at least 1, is 0");
    check_points();
    std::set<std::string> codes;
    for (const trust::Trust& trust : inputs.trusts) {
      if (!codes.insert(trust.code).second) throw Error("trust '" + trust.code + "' is asked for twice; name it once");
    }
    if (moving() && inputs.trusts.size() == 1) {
      throw Error(inputs.scenario.run.benchmarks_where,
                  fmt::format("moving benchmarks are made from the trusts of the run, and this one has {} alone; run "
                              "--trust all or several trusts, or leave benchmarks fixed",
                              inputs.trusts[0].code));
    }
    if (moving() && inputs.scenario.run.until_se) {
      throw Error(inputs.scenario.run.benchmarks_where,
                  "with moving benchmarks the number of trials cannot be looked for trust by trust (each is compared "
                  "with all in every trial); give trials instead of until_se, or leave benchmarks fixed");
    }
    const int struck = inputs.scenario.run.assessment_month.value_or(inputs.scenario.run.months);
    if (struck < 1 || struck > inputs.scenario.run.months) {
      throw Error(fmt::format("assessment_month is {}, but the run has months 1 to {}; give --months {} or more",
                              struck, inputs.scenario.run.months, struck));
    }
  }

  void check_points() const {
    const scenario::RunSettings& run = inputs.scenario.run;
    if (run.points == Points::random) return;
    if (run.until_se) {
      throw Error(
          fmt::format("{} points cannot run until a standard error is reached (theirs comes from {} replicates "
                      "and is known to about 18 %, so that looking at it often would stop by luck); give "
                      "trials, or random points",
                      name_of(run.points), replicate_count));
    }
    if (run.trials % whole_trials == 0) return;
    throw Error(
        fmt::format("{} points come in {} replicates of whole blocks of {} trials, and {} trials are no multiple "
                    "of {}; the nearest good number is {}",
                    name_of(run.points), replicate_count, block_trials, run.trials, whole_trials,
                    tally::nearest_whole(run.trials)));
  }

  std::string year_of_trust(const trust::Trust& trust) const {
    return trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year;
  }

  /// Drivers that vary for some trust are what a run with kept drivers stores.
  void keep_drivers() {
    if (!inputs.keep.drivers) return;
    for (const std::size_t driver : plan.drivers) {
      bool varies = false, monthly = false;
      for (const auto& source : sources) {
        varies = varies || source->varies(driver);
        monthly = monthly || source->monthly(driver);
      }
      if (!varies) continue;
      plan.kept_drivers.push_back(driver);
      plan.kept_driver_monthly.push_back(monthly);
    }
  }

  Pieces pieces(int threads) const {
    const auto months = static_cast<std::size_t>(plan.months);
    std::size_t kept = plan.kept_quantities.size() * months;
    if (inputs.keep.scores) kept += plan.scores.size() * months;
    if (inputs.keep.metrics_by_month) kept += plan.metrics.size() * months;
    if (inputs.keep.drivers) kept += plan.kept_drivers.size() * months;
    return pieces_of(threads, static_cast<double>(inputs.scenario.run.trials),
                     static_cast<double>(plan.sides.size() * kept));
  }

  std::vector<tally::TrustContext> contexts() {
    std::vector<tally::TrustContext> all;
    for (std::size_t index = 0; index < inputs.trusts.size(); ++index) all.push_back(context_of(index));
    return all;
  }

  tally::TrustContext context_of(std::size_t index) {
    const trust::Trust& trust = inputs.trusts[index];
    return {index,
            trust.code,
            sources[index].get(),
            model::parameter_table(*inputs.catalogue, inputs.policy, year_of_trust(trust), plan.months),
            model::peer_medians_of(inputs, index),
            {}};
  }
};

Engine::Engine(model::Inputs inputs) : state_(std::make_unique<State>(std::move(inputs))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;

const model::Header& Engine::header() const { return state_->header; }
const graph::Wiring& Engine::wiring() const { return state_->plan.wiring; }
const tally::Sector* Engine::sector() const { return state_->sector ? &*state_->sector : nullptr; }
int Engine::threads_used() const { return state_->threads_used; }
double Engine::batch_seconds() const { return state_->batch_seconds; }

namespace {

/// When a run ends, also by an exception: takes each worker's mutex once, so that what the workers read is ordered
/// before its end by something that a race detector sees (it does not see into the thread library).
class Settled {
 public:
  explicit Settled(tbb::enumerable_thread_specific<Worker>& workers) : workers_(workers) {}
  ~Settled() {
    for (Worker& worker : workers_) const std::scoped_lock held(worker.mutex);
  }
  Settled(const Settled&) = delete;
  Settled& operator=(const Settled&) = delete;

 private:
  tbb::enumerable_thread_specific<Worker>& workers_;
};

/// Pieces that are used again, so that a run allocates for the first few only.
class PiecePool {
 public:
  std::shared_ptr<Piece> take() {
    const std::scoped_lock held(mutex_);
    if (free_.empty()) return std::make_shared<Piece>();
    std::shared_ptr<Piece> piece = std::move(free_.back());
    free_.pop_back();
    return piece;
  }
  void give(std::shared_ptr<Piece> piece) {
    const std::scoped_lock held(mutex_);
    free_.push_back(std::move(piece));
  }

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<Piece>> free_;
};

/// Runs the pieces of one trust through the pipeline: numbered serially, simulated in parallel, added up in order.
class TrustRun {
 public:
  TrustRun(const model::Plan& plan, const model::Inputs& inputs, const tally::TrustContext& trust,
           tbb::enumerable_thread_specific<Worker>& workers, tally::Sink& sink, tally::SectorTally* sector,
           Reporter& reporter)
      : plan_(plan),
        inputs_(inputs),
        trust_(trust),
        workers_(workers),
        sink_(sink),
        sector_(sector),
        reporter_(reporter) {}

  tally::Summary run(const Pieces& pieces) {
    tally::Summariser summariser(plan_, trust_, inputs_.scenario.run.points);
    const Settled settled(workers_);
    const std::uint64_t trials = inputs_.scenario.run.trials;
    const std::size_t piece_trials = round_up(std::max(inputs_.batch_trials, pieces.trials), inputs_.batch_trials);
    std::uint64_t next = 0;
    tbb::parallel_pipeline(pieces.under_way,
                           tbb::make_filter<void, std::uint64_t>(tbb::filter_mode::serial_in_order,
                                                                 [&](tbb::flow_control& flow) {
                                                                   const std::uint64_t first = next;
                                                                   if (first >= trials) flow.stop();
                                                                   next += piece_trials;
                                                                   return first;
                                                                 }) &
                               tbb::make_filter<std::uint64_t, std::shared_ptr<Piece>>(
                                   tbb::filter_mode::parallel,
                                   [&](std::uint64_t first) {
                                     std::shared_ptr<Piece> piece = pieces_.take();
                                     const std::size_t count = std::min<std::uint64_t>(piece_trials, trials - first);
                                     Worker& worker = workers_.local();
                                     const std::scoped_lock held(worker.mutex, piece->mutex);
                                     make_ready(worker);
                                     const double start = thread_seconds();
                                     worker.simulator->simulate(first, count, *piece, &worker.distributions);
                                     worker.seconds += thread_seconds() - start;
                                     return piece;
                                   }) &
                               tbb::make_filter<std::shared_ptr<Piece>, void>(
                                   tbb::filter_mode::serial_in_order, [&](const std::shared_ptr<Piece>& piece) {
                                     const std::scoped_lock held(piece->mutex);
                                     const double start = thread_seconds();
                                     summariser.add(piece->tally, piece->block.first_trial, piece->block.count);
                                     adding_seconds_ += thread_seconds() - start;
                                     sink_.block(piece->block);
                                     if (sector_ != nullptr) sector_->add(piece->block);
                                     reporter_.add(piece->block.count);
                                     pieces_.give(piece);
                                   }));
    return summariser.finish(*merged());
  }

  /// Of processors, adding pieces up.
  double adding_seconds() const { return adding_seconds_; }

 private:
  std::size_t columns() const {
    return plan_.sides.size() * plan_.summarised.size() * static_cast<std::size_t>(plan_.months);
  }

  void make_ready(Worker& worker) {
    if (!worker.simulator) worker.simulator = std::make_unique<Simulator>(plan_, inputs_);
    if (worker.trust != trust_.index) {
      worker.trust = trust_.index;
      worker.simulator->bind(trust_);
      worker.distributions.start(columns());
    }
  }

  /// Into those of the first worker that took part.
  const tally::Distributions* merged() const {
    tally::Distributions* all = nullptr;
    for (Worker& worker : workers_) {
      const std::scoped_lock held(worker.mutex);
      if (worker.trust != trust_.index) continue;
      if (all == nullptr) {
        all = &worker.distributions;
        all->settle();
      } else {
        all->merge(worker.distributions);
      }
    }
    return all;
  }

  const model::Plan& plan_;
  const model::Inputs& inputs_;
  const tally::TrustContext& trust_;
  tbb::enumerable_thread_specific<Worker>& workers_;
  tally::Sink& sink_;
  tally::SectorTally* sector_;  // null: one trust
  Reporter& reporter_;
  PiecePool pieces_;
  double adding_seconds_ = 0;
};

int threads_of(const model::Inputs& inputs) {
  return inputs.threads > 0 ? inputs.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

void Engine::settle_trials(const std::function<void(const Progress&)>& progress) {
  State& state = *state_;
  if (state.settled) return;
  TrialSearch search(state.plan, state.inputs, threads_of(state.inputs));
  const FoundTrials found = search.find([&](std::size_t trust) { return state.context_of(trust); }, progress);
  state.inputs.scenario.run.trials = state.header.trials = found.trials;
  state.header.stop.reached = found.reached;
  state.settled = true;
}

std::vector<tally::Summary> Engine::run(tally::Sink& sink, const std::function<void(const Progress&)>& progress) {
  settle_trials(progress);
  State& state = *state_;
  const int threads = threads_of(state.inputs);
  state.batch_seconds = 0;
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  tbb::enumerable_thread_specific<Worker> workers;
  Reporter reporter(state.inputs.scenario.run.trials * state.inputs.trusts.size(), progress);
  std::vector<tally::Summary> summaries;
  std::optional<tally::SectorTally> tally;
  if (state.inputs.trusts.size() > 1) {
    tally.emplace(state.plan.sides.size(), state.inputs.scenario.run.trials, state.inputs.trusts.size());
  }
  sink.begin(state.header);
  Simulator pilot(state.plan, state.inputs);
  for (std::size_t index = 0; index < state.inputs.trusts.size() && !state.plan.moving; ++index) {
    tally::TrustContext trust = state.context_of(index);
    pilot.bind(trust);
    trust.scales = pilot.pilot(std::min<std::uint64_t>(tally::leaf_trials, state.inputs.scenario.run.trials));
    TrustRun run(state.plan, state.inputs, trust, workers, sink, tally ? &*tally : nullptr, reporter);
    arena.execute([&] { summaries.push_back(run.run(state.pieces(threads))); });
    sink.summary(summaries.back());
    state.batch_seconds += run.adding_seconds();
  }
  state.threads_used = static_cast<int>(workers.size());
  for (const Worker& worker : workers) state.batch_seconds += worker.seconds;
  if (state.plan.moving) {
    MovingRun run(state.plan, state.inputs, state.contexts(), sink, *tally,
                  [&](std::uint64_t trials) { reporter.add(trials); });
    arena.execute([&] { summaries = run.run(); });
    state.threads_used = run.threads_used();
  }
  if (tally)
    sink.sector(
        state.sector.emplace(tally::make_sector(state.header, summaries, tally->histograms(), tally->errors())));
  sink.end(reporter.seconds());
  return summaries;
}

tally::Block Engine::block_of(std::size_t index, std::uint64_t first, std::size_t count) {
  State& state = *state_;
  if (state.plan.moving) throw Error("a trial of one trust alone cannot be told where benchmarks move with all trusts");
  tally::TrustContext trust = state.context_of(index);
  trust.scales.resize(state.plan.sides.size() * state.plan.summarised.size() *
                      static_cast<std::size_t>(state.plan.months));
  Simulator simulator(state.plan, state.inputs);
  simulator.bind(trust);
  Piece piece;
  simulator.simulate(first, count, piece, nullptr);
  return std::move(piece.block);
}

}  // namespace uor::run
