#include "core/uor/run/engine.hpp"

#include <fmt/format.h>

#include <bit>
#include <chrono>
#include <optional>
#include <set>

#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/make_header.hpp"
#include "core/uor/model/own_figures.hpp"
#include "core/uor/model/parameters.hpp"
#include "core/uor/run/moving.hpp"
#include "core/uor/run/piece.hpp"
#include "core/uor/run/simulator.hpp"
#include "core/uor/run/trial_search.hpp"
#include "core/uor/run/trust_run.hpp"
#include "core/uor/run/workers_state.hpp"
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

}  // namespace

struct Engine::State {
  model::Inputs inputs;
  model::Plan plan;
  std::vector<std::unique_ptr<model::DriverSource>> sources;
  model::Header header;
  std::optional<tally::Sector> sector;
  Workers workers;
  int threads_used = 0;
  double batch_seconds = 0;
  bool settled = false;  // the number of trials

  explicit State(model::Inputs given) : inputs(std::move(given)), workers(inputs.threads) {
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

  Pieces pieces() const {
    const auto months = static_cast<std::size_t>(plan.months);
    std::size_t kept = plan.kept_quantities.size() * months;
    if (inputs.keep.scores) kept += plan.scores.size() * months;
    if (inputs.keep.metrics_by_month) kept += plan.metrics.size() * months;
    if (inputs.keep.drivers) kept += plan.kept_drivers.size() * months;
    return pieces_of(workers.threads(), static_cast<double>(inputs.scenario.run.trials),
                     static_cast<double>(plan.sides.size() * kept));
  }

  /// With the scales that its first trials give, whichever trials are then run.
  tally::TrustContext scaled_context_of(std::size_t index, Simulator& pilot) {
    tally::TrustContext trust = context_of(index);
    pilot.bind(trust);
    trust.scales = pilot.pilot(std::min<std::uint64_t>(tally::leaf_trials, inputs.scenario.run.trials));
    return trust;
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

void Engine::settle_trials(const std::function<void(const Progress&)>& progress) {
  State& state = *state_;
  if (state.settled) return;
  TrialSearch search(state.plan, state.inputs, state.workers.threads());
  const FoundTrials found = search.find([&](std::size_t trust) { return state.context_of(trust); }, progress);
  state.inputs.scenario.run.trials = state.header.trials = found.trials;
  state.header.stop.reached = found.reached;
  state.settled = true;
}

std::vector<tally::Summary> Engine::run(tally::Sink& sink, const std::function<void(const Progress&)>& progress) {
  settle_trials(progress);
  State& state = *state_;
  const std::uint64_t trials = state.inputs.scenario.run.trials;
  Reporter reporter(trials * state.inputs.trusts.size(), progress);
  std::vector<tally::Summary> summaries;
  std::optional<tally::SectorTally> tally;
  if (state.inputs.trusts.size() > 1) tally.emplace(state.plan.sides.size(), trials, state.inputs.trusts.size());
  sink.begin(state.header);
  const BlockHandler take = [&](const tally::Block& block) {
    sink.block(block);
    if (tally) tally->add(block);
    reporter.add(block.count);
  };
  Simulator pilot(state.plan, state.inputs);
  state.workers.state().start_run();
  for (std::size_t index = 0; index < state.inputs.trusts.size() && !state.plan.moving; ++index) {
    const tally::TrustContext trust = state.scaled_context_of(index, pilot);
    TrustRun run(state.plan, state.inputs, trust, {index, 0, trials}, state.workers, take);
    run.run(state.pieces());
    summaries.push_back(run.summary());
    sink.summary(summaries.back());
  }
  state.threads_used = state.workers.threads_used();
  state.batch_seconds = state.workers.batch_seconds();
  if (state.plan.moving) {
    MovingRun run(state.plan, state.inputs, state.contexts(), sink, *tally,
                  [&](std::uint64_t done) { reporter.add(done); });
    state.workers.state().arena.execute([&] { summaries = run.run(); });
    state.threads_used = run.threads_used();
  }
  if (tally)
    sink.sector(
        state.sector.emplace(tally::make_sector(state.header, summaries, tally->histograms(), tally->errors())));
  sink.end(reporter.seconds());
  return summaries;
}

tally::Part Engine::part_of(const tally::TrialRange& range) {
  State& state = *state_;
  if (state.plan.moving) throw Error("a part of a run cannot be made where benchmarks move with all trusts");
  settle_trials();
  Simulator pilot(state.plan, state.inputs);
  const tally::TrustContext trust = state.scaled_context_of(range.trust, pilot);
  const BlockHandler take = [](const tally::Block&) {};
  state.workers.state().start_run();
  TrustRun run(state.plan, state.inputs, trust, range, state.workers, take);
  run.run(state.pieces());
  return std::move(run).part();
}

tally::Summary Engine::summary_of(const tally::Part& whole) {
  State& state = *state_;
  Simulator pilot(state.plan, state.inputs);
  return tally::summary_of(state.plan, state.scaled_context_of(whole.range.trust, pilot), whole);
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
