#include "core/uor/run/trial_search.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <mutex>

#include "core/uor/run/stop_rule.hpp"

namespace uor::run {
namespace {

/// The plan without what only summaries and result files need, ended when the rating is struck.
Plan rating_plan(Plan plan) {
  plan.summarised.clear();
  plan.kept_drivers.clear();
  plan.kept_driver_monthly.clear();
  plan.kept_quantities.clear();
  plan.months = plan.assessment_month;
  return plan;
}

Inputs keeping_nothing(Inputs inputs) {
  inputs.keep = {};
  return inputs;
}

/// Ratings of one trust so far.
struct Seen {
  std::vector<Counts4> rating;  // [side]
  std::uint64_t trials = 0;

  /// The largest error that can be after `later` trials.
  double worst(std::uint64_t later) const {
    double worst = 0;
    for (const Counts4& counts : rating) {
      for (const std::uint64_t count : counts) worst = std::max(worst, worst_error(count, trials, later));
    }
    return worst;
  }
};

/// One thread's simulator; the mutex as in Piece.
struct Worker {
  std::mutex mutex;
  std::unique_ptr<Simulator> simulator;
  std::size_t trust = npos;
  std::vector<Counts4> rating;  // [side], of the look
  Piece piece;                  // used again and again
};

}  // namespace

struct TrialSearch::State {
  Inputs inputs;
  Plan plan;
  tbb::global_control control;
  tbb::task_arena arena;
  tbb::enumerable_thread_specific<Worker> workers;
  double until_se;
  std::uint64_t last;
  std::vector<Seen> seen;  // [trust]
  std::uint64_t done = 0;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();

  State(const Plan& whole, const Inputs& given, int threads)
      : inputs(keeping_nothing(given)),
        plan(rating_plan(whole)),
        control(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads)),
        arena(threads),
        until_se(given.scenario.run.until_se.value()),
        last(last_look(given.scenario.run.max_trials)),
        seen(given.trusts.size(), Seen{std::vector<Counts4>(whole.sides.size()), 0}) {}

  void simulate(const TrustContext& trust, std::uint64_t first, std::size_t count) {
    Worker& worker = workers.local();
    const std::scoped_lock held(worker.mutex);
    if (!worker.simulator) worker.simulator = std::make_unique<Simulator>(plan, inputs);
    if (worker.trust != trust.index) worker.simulator->bind(trust);
    worker.trust = trust.index;
    worker.rating.resize(plan.sides.size());
    Piece& piece = worker.piece;
    worker.simulator->simulate(first, count, piece, nullptr);
    for (std::size_t side = 0; side < plan.sides.size(); ++side) {
      for (std::size_t r = 0; r < 4; ++r) worker.rating[side][r] += piece.tally.counts[side].rating[r];
    }
  }

  /// Simulates a trust's next look.
  void extend(const TrustContext& trust) {
    const std::uint64_t from = seen[trust.index].trials;
    const std::uint64_t piece_trials = std::max(inputs.batch_trials, leaf_trials);
    const std::uint64_t pieces = (look_trials + piece_trials - 1) / piece_trials;
    arena.execute([&] {
      tbb::parallel_for(tbb::blocked_range<std::uint64_t>(0, pieces, 1), [&](const auto& range) {
        for (std::uint64_t piece = range.begin(); piece < range.end(); ++piece) {
          const std::uint64_t offset = piece * piece_trials;
          simulate(trust, from + offset, static_cast<std::size_t>(std::min(piece_trials, look_trials - offset)));
        }
      });
    });
    collect(seen[trust.index]);
  }

  void collect(Seen& trust) {
    for (Worker& worker : workers) {
      const std::scoped_lock held(worker.mutex);
      for (std::size_t side = 0; side < worker.rating.size(); ++side) {
        for (std::size_t r = 0; r < 4; ++r) trust.rating[side][r] += worker.rating[side][r];
      }
      worker.rating.assign(plan.sides.size(), Counts4{});
    }
    trust.trials += look_trials;
    done += look_trials;
  }

  void forget_trust() {
    for (Worker& worker : workers) {
      const std::scoped_lock held(worker.mutex);
      worker.trust = npos;  // its context ends
    }
  }
};

TrialSearch::TrialSearch(const Plan& plan, const Inputs& inputs, int threads)
    : state_(std::make_unique<State>(plan, inputs, threads)) {}
TrialSearch::~TrialSearch() = default;

FoundTrials TrialSearch::find(const std::function<TrustContext(std::size_t)>& context_of,
                              const std::function<void(const Progress&)>& progress) {
  State& state = *state_;
  FoundTrials found{look_trials, true};
  const auto tell = [&](const Seen& trust) {
    if (!progress) return;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - state.start;
    progress({state.done, 0, took.count(), trust.worst(trust.trials)});
  };
  // Each time that the number grows, for a trust that misses it, the others have to be good enough at the new one.
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t index = 0; index < state.seen.size(); ++index) {
      Seen& trust = state.seen[index];
      if (trust.worst(found.trials) < state.until_se) continue;
      const TrustContext context = context_of(index);
      while (trust.worst(found.trials) >= state.until_se) {
        if (trust.trials < found.trials) {
          state.extend(context);
          tell(trust);
          continue;
        }
        if (found.trials >= state.last) return {state.last, false};
        found.trials += look_trials;
        grew = true;
      }
      state.forget_trust();
    }
  }
  return found;
}

}  // namespace uor::run
