#include "core/uor/run/trial_search.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>

#include "core/uor/run/workers_state.hpp"
#include "core/uor/tally/stop_rule.hpp"

namespace uor::run {
namespace {

/// The plan without what only summaries and result files need, ended when the rating is struck.
model::Plan rating_plan(model::Plan plan) {
  plan.summarised.clear();
  plan.wanted.keep = {};
  plan.kept_drivers.clear();
  plan.kept_driver_monthly.clear();
  plan.kept_quantities.clear();
  plan.odds_by_month = false;
  plan.rating_draws = nullptr;
  plan.months = plan.assessment_month;
  return plan;
}

constexpr std::size_t look_leaves = tally::look_trials / tally::leaf_trials;

/// Ratings of one trust so far: counted, or with odds in closed form the sums of these.
struct Seen {
  std::vector<tally::Counts4> rating;                          // [side]
  std::vector<std::array<tally::OddsSums, 4>> in_closed_form;  // [side]; none where grades are counted
  std::uint64_t trials = 0;

  /// The largest error that can be after `later` trials.
  double worst(std::uint64_t later) const {
    double worst = 0;
    const auto add = [&](const auto& all) {
      for (const auto& of_side : all) {
        for (const auto& of_rating : of_side) worst = std::max(worst, tally::worst_error(of_rating, trials, later));
      }
    };
    if (in_closed_form.empty()) {
      add(rating);
    } else {
      add(in_closed_form);
    }
    return worst;
  }
};

/// One thread's simulator; the mutex as in Piece.
struct SearchWorker {
  std::mutex mutex;
  std::unique_ptr<Simulator> simulator;
  std::size_t trust = model::npos;
  std::vector<tally::Counts4> rating;  // [side], of the look
  Piece piece;                         // used again and again
};

}  // namespace

struct TrialSearch::State {
  const model::Inputs& inputs;
  model::Plan plan;
  tbb::task_arena& arena;
  tbb::enumerable_thread_specific<SearchWorker> workers;
  std::stop_token stop;
  double until_se;
  std::uint64_t last;
  std::vector<Seen> seen;                        // [trust]
  std::vector<std::vector<tally::Sums>> leaves;  // [leaf of the look][side x rating], in closed form
  std::uint64_t done = 0;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();

  State(const model::Plan& whole, const model::Inputs& given, Workers& threads)
      : inputs(given),
        plan(rating_plan(whole)),
        arena(threads.state().arena),
        until_se(given.scenario.run.until_se.value()),
        last(tally::last_look(given.scenario.run.max_trials)),
        seen(given.trusts.size(), nothing_seen()),
        leaves(plan.in_closed_form ? look_leaves : 0, std::vector<tally::Sums>(plan.sides.size() * 4)) {}

  Seen nothing_seen() const {
    Seen nothing{std::vector<tally::Counts4>(plan.sides.size()), {}, 0};
    if (plan.in_closed_form) nothing.in_closed_form.resize(plan.sides.size());
    return nothing;
  }

  /// `offset`: of the first trial in the look.
  void simulate(const tally::TrustContext& trust, std::uint64_t offset, std::size_t count) {
    SearchWorker& worker = workers.local();
    const std::scoped_lock held(worker.mutex);
    if (!worker.simulator) worker.simulator = std::make_unique<Simulator>(plan, inputs);
    if (worker.trust != trust.index) worker.simulator->bind(trust);
    worker.trust = trust.index;
    worker.rating.resize(plan.sides.size());
    Piece& piece = worker.piece;
    worker.simulator->simulate(seen[trust.index].trials + offset, count, piece, nullptr, stop);
    keep_leaves(piece.tally.sums, offset / tally::leaf_trials);
    for (std::size_t side = 0; side < plan.sides.size(); ++side) {
      for (std::size_t r = 0; r < 4; ++r) worker.rating[side][r] += piece.tally.counts[side].rating[r];
    }
  }

  /// To be added up in trial order, whoever simulated them.
  void keep_leaves(const tally::LeafSums& sums, std::size_t first) {
    for (std::size_t leaf = 0; !leaves.empty() && leaf < sums.leaves(); ++leaf) {
      for (std::size_t side = 0; side < plan.sides.size(); ++side) {
        for (std::size_t r = 0; r < 4; ++r)
          leaves[first + leaf][side * 4 + r] = sums.leaf(leaf, plan.odds_column(side, model::OddsColumns::rating + r));
      }
    }
  }

  void add_leaves(Seen& trust) const {
    for (const std::vector<tally::Sums>& leaf : leaves) {
      for (std::size_t side = 0; side < plan.sides.size(); ++side) {
        for (std::size_t r = 0; r < 4; ++r) {
          tally::OddsSums& sums = trust.in_closed_form[side][r];
          sums.value += leaf[side * 4 + r].value;
          sums.square += leaf[side * 4 + r].square;
        }
      }
    }
  }

  /// Simulates a trust's next look.
  void extend(const tally::TrustContext& trust) {
    const std::uint64_t piece_trials = std::max(inputs.batch_trials, tally::leaf_trials);
    const std::uint64_t pieces = (tally::look_trials + piece_trials - 1) / piece_trials;
    arena.execute([&] {
      tbb::parallel_for(tbb::blocked_range<std::uint64_t>(0, pieces, 1), [&](const auto& range) {
        for (std::uint64_t piece = range.begin(); piece < range.end(); ++piece) {
          const std::uint64_t offset = piece * piece_trials;
          simulate(trust, offset, static_cast<std::size_t>(std::min(piece_trials, tally::look_trials - offset)));
        }
      });
    });
    collect(seen[trust.index]);
  }

  void collect(Seen& trust) {
    for (SearchWorker& worker : workers) {
      const std::scoped_lock held(worker.mutex);
      for (std::size_t side = 0; side < worker.rating.size(); ++side) {
        for (std::size_t r = 0; r < 4; ++r) trust.rating[side][r] += worker.rating[side][r];
      }
      worker.rating.assign(plan.sides.size(), tally::Counts4{});
    }
    add_leaves(trust);
    trust.trials += tally::look_trials;
    done += tally::look_trials;
  }

  void forget_trust() {
    for (SearchWorker& worker : workers) {
      const std::scoped_lock held(worker.mutex);
      worker.trust = model::npos;  // its context ends
    }
  }
};

TrialSearch::TrialSearch(const model::Plan& plan, const model::Inputs& inputs, Workers& workers)
    : state_(std::make_unique<State>(plan, inputs, workers)) {}
TrialSearch::~TrialSearch() = default;

FoundTrials TrialSearch::find(const std::function<tally::TrustContext(std::size_t)>& context_of,
                              const Listener& progress, const std::stop_token& stop) {
  State& state = *state_;
  state.stop = stop;
  FoundTrials found{tally::look_trials, true};
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
      const tally::TrustContext context = context_of(index);
      while (trust.worst(found.trials) >= state.until_se) {
        if (trust.trials < found.trials) {
          state.extend(context);
          tell(trust);
          continue;
        }
        if (found.trials >= state.last) return {state.last, false};
        found.trials += tally::look_trials;
        grew = true;
      }
      state.forget_trust();
    }
  }
  return found;
}

}  // namespace uor::run
