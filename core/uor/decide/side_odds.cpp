#include "core/uor/decide/side_odds.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/uor/base/error.hpp"

namespace uor::decide {

namespace {

constexpr std::size_t sides_at_once = 16;  // memory of a thread grows with them

model::Wanted odds_alone() {
  model::Wanted wanted;
  wanted.keep.odds = true;
  wanted.summaries = model::Summaries::odds;
  wanted.fit_range = false;
  return wanted;
}

/// Of one side of a block, from its odds or its grades.
void take(const tally::Block& block, std::size_t side, Goal goal, Odds& odds) {
  const std::size_t first = static_cast<std::size_t>(block.first_trial), j = static_cast<std::size_t>(goal);
  if (!block.above.empty()) {
    const double* above = block.above.data() + (side * goal_count + j) * block.count;
    std::copy_n(above, block.count, odds.begin() + static_cast<std::ptrdiff_t>(first));
    return;
  }
  for (std::size_t t = 0; t < block.count; ++t)
    odds[first + t] = block.final_rating[side * block.count + t] > j + 1 ? 1.0 : 0.0;
}

/// In batches that leave no thread without one.
model::Inputs without_variants(model::Inputs inputs, std::uint64_t trials, int threads) {
  const std::uint64_t leaves_a_thread = trials / tally::leaf_trials / static_cast<std::uint64_t>(std::max(threads, 1));
  const std::uint64_t batch = std::max<std::uint64_t>(leaves_a_thread, 1) * tally::leaf_trials;
  inputs.batch_trials = static_cast<std::size_t>(std::min<std::uint64_t>(inputs.batch_trials, batch));
  inputs.scenario.variants.clear();
  inputs.scenario.run.trials = trials;
  inputs.keep = {};
  return inputs;
}

/// Sides are told apart by their place.
Variants named_apart(Variants variants) {
  for (std::size_t i = 0; i < variants.size(); ++i) variants[i].name = "side_" + std::to_string(i + 1);
  return variants;
}

}  // namespace

SideOdds::SideOdds(model::Inputs inputs, std::uint64_t trials, run::Workers& workers)
    : model_(without_variants(std::move(inputs), trials, workers.threads())), trials_(trials), workers_(workers) {}

void SideOdds::hold_baseline(const Variants& widest) {
  const model::Sides sides = model_.compile(named_apart(widest), odds_alone());
  try {
    baseline_.emplace(run::baseline_of(sides, {0, 0, trials_}, workers_));
  } catch (const Error& error) {
    if (error.fault() == Fault::run) throw;
    baseline_.reset();  // sides of this model have none
  }
}

std::vector<Odds> SideOdds::of_some(const Variants& variants, Goal goal) const {
  const model::Sides sides = model_.compile(named_apart(variants), odds_alone());
  std::vector<Odds> found(variants.size(), Odds(trials_));
  const run::BlockHandler handler = [&](const tally::Block& block) {
    for (std::size_t i = 0; i < variants.size(); ++i) take(block, i + 1, goal, found[i]);
  };
  const tally::TrialRange range{0, 0, trials_};
  if (baseline_ && baseline_->serves(sides, range)) {
    run::simulate(sides, range, workers_, handler, {}, *baseline_);
  } else {
    run::simulate(sides, range, workers_, handler);
  }
  return found;
}

std::vector<Odds> SideOdds::of(const Variants& variants, Goal goal) const {
  std::vector<Odds> found;
  for (std::size_t first = 0; first < variants.size(); first += sides_at_once) {
    const std::size_t end = std::min(variants.size(), first + sides_at_once);
    const auto at = [&](std::size_t i) { return variants.begin() + static_cast<std::ptrdiff_t>(i); };
    for (Odds& odds : of_some(Variants(at(first), at(end)), goal)) found.push_back(std::move(odds));
  }
  return found;
}

Odds SideOdds::of_baseline(Goal goal) const {
  Odds odds(trials_);
  run::simulate(model_.compile({}, odds_alone()), {0, 0, trials_}, workers_,
                [&](const tally::Block& block) { take(block, 0, goal, odds); });
  return odds;
}

study::Figure SideOdds::mean(const Odds& odds) const {
  study::Figure figure = study::mean_of(odds);
  if (model_.inputs().scenario.run.points == Points::random) return figure;
  std::vector<double> sums(replicate_count), counts(replicate_count);
  for (std::size_t t = 0; t < odds.size(); ++t) {
    sums[replicate_of(t)] += odds[t];
    ++counts[replicate_of(t)];
  }
  std::vector<double> means;
  for (std::size_t r = 0; r < replicate_count; ++r)
    if (counts[r] > 0) means.push_back(sums[r] / counts[r]);
  if (means.size() == replicate_count) figure.error = study::mean_of(means).error;
  return figure;
}

study::Figure SideOdds::change(const Odds& from, const Odds& to) const {
  Odds moved(to.size());
  for (std::size_t t = 0; t < to.size(); ++t) moved[t] = to[t] - from[t];
  study::Figure figure = mean(moved);
  figure.value = study::mean_of(to).value - study::mean_of(from).value;
  return figure;
}

}  // namespace uor::decide
