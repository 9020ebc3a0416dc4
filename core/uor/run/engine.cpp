#include "core/uor/run/engine.hpp"

#include <mutex>
#include <optional>
#include <utility>

#include "core/uor/model/make_header.hpp"
#include "core/uor/run/checked_inputs.hpp"
#include "core/uor/run/moving.hpp"
#include "core/uor/run/simulate.hpp"
#include "core/uor/run/trial_search.hpp"
#include "core/uor/run/workers_state.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::run {

struct Engine::State {
  model::Model model;
  model::Sides sides;
  std::shared_ptr<Workers> workers;
  model::Header header;
  std::optional<tally::Sector> sector;
  int threads_used = 0;
  double batch_seconds = 0;
  bool settled;  // the number of trials

  State(model::Inputs given, std::shared_ptr<Workers> shared)
      : model(checked_inputs(std::move(given))),
        workers(shared ? std::move(shared) : std::make_shared<Workers>(model.inputs().threads)),
        settled(!model.inputs().scenario.run.until_se) {
    sides = model.compile(inputs().scenario.variants, {inputs().keep, model::Summaries::all});
    header = model::make_header(inputs(), plan(), sides.sources());
  }

  const model::Inputs& inputs() const { return model.inputs(); }
  const model::Plan& plan() const { return sides.plan(); }

  /// What the inputs keep, and what the sink needs.
  void want(const model::Wanted& asked) {
    sides = sides.wanting({both({inputs().keep, {}}, asked).keep, asked.summaries});
    model::list_columns(header, plan());
  }

  void run_trusts(tally::Sink& sink, const BlockHandler& take, const std::stop_token& stop,
                  std::vector<tally::Summary>& summaries) {
    for (std::size_t index = 0; index < inputs().trusts.size(); ++index) {
      const tally::TrustContext trust = scaled_context_of(sides, index, header.trials, *workers, stop);
      TrustRun run(sides, trust, {index, 0, header.trials}, *workers, take, stop);
      run.run();
      summaries.push_back(run.summary());
      sink.summary(summaries.back());
    }
    threads_used = workers->threads_used();
    batch_seconds = workers->batch_seconds();
  }

  std::vector<tally::Summary> run_moving(tally::Sink& sink, tally::SectorTally& tally, Reporter& reporter,
                                         const std::stop_token& stop) {
    std::vector<tally::TrustContext> trusts;
    for (std::size_t index = 0; index < inputs().trusts.size(); ++index) trusts.push_back(context_of(sides, index));
    MovingRun run(
        plan(), inputs(), std::move(trusts), sink, tally, [&](std::uint64_t done) { reporter.add(done); }, stop);
    std::vector<tally::Summary> summaries;
    workers->state().arena.execute([&] { summaries = run.run(); });
    threads_used = run.threads_used();
    batch_seconds = 0;
    return summaries;
  }
};

Engine::Engine(model::Inputs inputs, std::shared_ptr<Workers> workers)
    : state_(std::make_unique<State>(std::move(inputs), std::move(workers))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;

const model::Header& Engine::header() const { return state_->header; }
const graph::Wiring& Engine::wiring() const { return state_->plan().wiring; }
const model::Sides& Engine::sides() const { return state_->sides; }
Workers& Engine::workers() { return *state_->workers; }
const tally::Sector* Engine::sector() const { return state_->sector ? &*state_->sector : nullptr; }
int Engine::threads_used() const { return state_->threads_used; }
double Engine::batch_seconds() const { return state_->batch_seconds; }

void Engine::settle_trials(const Listener& progress, const std::stop_token& stop) {
  State& state = *state_;
  if (state.settled) return;
  TrialSearch search(state.plan(), state.inputs(), *state.workers);
  const FoundTrials found =
      search.find([&](std::size_t trust) { return context_of(state.sides, trust); }, progress, stop);
  state.header.trials = found.trials;
  state.header.stop.reached = found.reached;
  state.settled = true;
}

std::vector<tally::Summary> Engine::run(tally::Sink& sink, const Listener& progress, const std::stop_token& stop) {
  settle_trials(progress, stop);
  State& state = *state_;
  state.want(sink.wanted());
  const std::size_t trusts = state.inputs().trusts.size();
  Reporter reporter(state.header.trials * trusts, progress);
  std::vector<tally::Summary> summaries;
  std::optional<tally::SectorTally> tally;
  if (trusts > 1) tally.emplace(state.plan().sides.size(), state.header.trials, trusts, state.header.points);
  const std::scoped_lock alone(state.workers->state().one_run);
  state.workers->state().start_run();
  sink.begin(state.header);
  std::mutex order;  // says to tools that do not see into the scheduler that blocks come before what is made of them
  const BlockHandler take = [&](const tally::Block& block) {
    const std::scoped_lock before(order);
    sink.block(block);
    if (tally) tally->add(block);
    reporter.add(block.count);
  };
  if (state.plan().moving) {
    summaries = state.run_moving(sink, *tally, reporter, stop);
  } else {
    state.run_trusts(sink, take, stop, summaries);
  }
  const std::scoped_lock after(order);
  if (tally)
    sink.sector(state.sector.emplace(
        tally::make_sector(state.header, summaries, tally->histograms(), tally->errors(), tally->held())));
  sink.end(reporter.seconds());
  return summaries;
}

tally::Block Engine::block_of(std::size_t index, std::uint64_t first, std::size_t count) {
  State& state = *state_;
  const model::Plan& plan = state.plan();
  if (plan.moving) throw Error("a trial of one trust alone cannot be told where benchmarks move with all trusts");
  tally::TrustContext trust = context_of(state.sides, index);
  trust.scales.resize(plan.sides.size() * plan.items());
  Simulator simulator(plan, state.inputs());
  simulator.bind(trust);
  Piece piece;
  simulator.simulate(first, count, piece, nullptr);
  return std::move(piece.block);
}

}  // namespace uor::run
