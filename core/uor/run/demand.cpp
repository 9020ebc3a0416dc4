#include "core/uor/run/demand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

#include "core/uor/base/column.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/run/piece.hpp"
#include "core/uor/tally/bins.hpp"
#include "core/uor/tally/tally.hpp"

namespace uor::run {

namespace {

// Measured on whole programs (demand_test.py holds them to it): the program with its plugins and files, and
// what a trust's facts and distributions take.
constexpr double program_bytes = 45e6, trust_bytes = 4e5;
// Of one value of one month on one side, in a node's bookkeeping (NodeCalls::bounds_).
constexpr double bound_bytes = 400;
// A side's counts in a piece, a month.
constexpr double count_bytes = 2 * sizeof(tally::Counts4);
// One thread: of a value of one trial that is drawn or written, that is summarised, and of a byte that is kept. From
// above, since nobody is to wait longer than was said: docs/performance.md has 0.48, 0.92 and 0.48 ns on a machine that
// does nothing else; a run whose histograms and columns leave the cache, beside other work, took up to three times as
// much for values and five for sums (RF4, 1 and 9 sides, 12 and 60 months; demand_test.py).
constexpr double seconds_a_value = 1.5e-9, seconds_a_sum = 5e-9, seconds_a_byte = 1e-9;
// Trusts that take turns hold about a tenth of their quantile counts (HeldCounts).
constexpr double held_share = 0.1;

/// At most, while they are looked for.
std::uint64_t trials_of(const model::Inputs& inputs) {
  const scenario::RunSettings& run = inputs.scenario.run;
  return run.until_se ? run.max_trials : run.trials;
}

/// Sizes as doubles: products of what a file asks for need not fit in 64 bits.
struct Sizes {
  double sides, months, columns, trusts, trials, batch, kept_values;

  Sizes(const model::Plan& plan, const model::Inputs& inputs)
      : sides(static_cast<double>(plan.sides.size())),
        months(plan.months),
        columns(sides * static_cast<double>(plan.items()) + sides),
        trusts(static_cast<double>(inputs.trusts.size())),
        trials(static_cast<double>(trials_of(inputs))),
        batch(static_cast<double>(inputs.batch_trials)),
        kept_values(values_a_trial(plan, plan.wanted.keep)) {}

  double values_a_trial(const model::Plan& plan, const model::Keep& keep) const {
    double monthly = static_cast<double>(plan.kept_quantities.size());
    if (keep.scores) monthly += static_cast<double>(plan.scores.size());
    if (keep.metrics_by_month) monthly += static_cast<double>(plan.metrics.size());
    if (keep.drivers) monthly += static_cast<double>(plan.drivers.size());
    return sides * (monthly * months + (keep.metrics ? static_cast<double>(plan.metrics.size()) : 0));
  }
};

/// Values of one trial that are drawn or written: of the baseline every quantity in use, of a side what it changes.
double values_of(const model::Plan& plan) {
  double quantities = 0;
  for (std::size_t q = 0; q < plan.wiring.quantities.size(); ++q)
    for (std::size_t side = 0; plan.used[q] && side < plan.sides.size(); ++side)
      if (side == 0 || plan.sides[side].changed[q]) ++quantities;
  return quantities * plan.months;
}

/// Columns of a Workspace: month 0 of what is used, and each side's own months and views.
double rows_of(const model::Plan& plan) {
  const auto owns = [&](std::size_t side, std::size_t quantity) {
    return side == 0 || plan.sides[side].changed[quantity];
  };
  double rows = 0;
  for (std::size_t q = 0; q < plan.wiring.quantities.size(); ++q) {
    if (!plan.used[q]) continue;
    ++rows;
    for (std::size_t side = 0; side < plan.sides.size(); ++side)
      if (owns(side, q)) rows += plan.depth[q] + 1;
  }
  for (const model::Access& access : plan.accesses) {
    if (access.window == 1 && access.lag <= 0) continue;
    for (std::size_t side = 0; side < plan.sides.size(); ++side)
      if (owns(side, access.quantity)) rows += access.window != 1 ? 2 : 1;
  }
  return rows;
}

double simulator_bytes(const model::Plan& plan, const Sizes& sizes) {
  const auto nodes = static_cast<double>(plan.anchors.size() + plan.phase_one.size() + plan.phase_two.size());
  return rows_of(plan) * sizes.batch * sizeof(double) + (sizes.months + 1) * sizes.sides * nodes * bound_bytes;
}

/// Counts are narrow until a thread has more trials than those hold.
double distribution_bytes(const Sizes& sizes) {
  const bool narrow = sizes.trials <= std::numeric_limits<std::uint16_t>::max();
  const double a_count = sizeof(std::uint16_t) + (narrow ? 0 : sizeof(std::uint32_t));
  return sizes.columns * (tally::bin_count * a_count + 2 * sizeof(double));
}

double piece_bytes(const Sizes& sizes, double piece_trials) {
  const double leaves = std::ceil(piece_trials / tally::leaf_trials);
  const double tally =
      sizes.columns * (sizeof(tally::Lanes) + leaves * sizeof(tally::Sums)) + sizes.sides * sizes.months * count_bytes;
  const double block = piece_trials * (sizes.kept_values * sizeof(double) + sizes.sides * (2 + sizes.months));
  return tally + block;
}

/// What stays until the end, for every trust.
double summary_bytes(const Sizes& sizes) {
  return sizes.trusts * (trust_bytes + sizes.columns * (sizeof(tally::Moments) + 2 * sizeof(double)) +
                         sizes.sides * sizes.months * count_bytes);
}

double sector_bytes(const model::Plan& plan, const Sizes& sizes) {
  if (sizes.trusts < 2) return 0;
  const double tally = sizes.sides * sizes.trials * (4 * sizeof(std::uint16_t) + 3 * sizeof(std::uint32_t));
  if (!plan.moving) return tally;
  const double published = static_cast<double>(plan.moving->columns.size()) * sizes.months * sizes.trusts *
                           tally::leaf_trials * sizeof(double);
  return tally + published + sizes.trusts * held_share * distribution_bytes(sizes);
}

/// The store gathers what is kept in chunks of at most this (store/layout.hpp): of drivers and of quantities, beside
/// which scores and metrics are few.
double buffer_bytes(const Sizes& sizes) {
  constexpr double most = 2 * 33.6e6;
  return std::min(most, sizes.trials * (sizes.kept_values * sizeof(double) + 2 * sizes.sides));
}

double memory_of(const model::Plan& plan, const Sizes& sizes, int threads) {
  const Pieces pieces = pieces_of(threads, sizes.trials, sizes.kept_values);
  const double trials = std::max(sizes.batch, static_cast<double>(pieces.trials));
  const double under_way = std::min(static_cast<double>(pieces.under_way), std::ceil(sizes.trials / trials));
  return program_bytes + summary_bytes(sizes) + sector_bytes(plan, sizes) + buffer_bytes(sizes) +
         (threads + 1) * simulator_bytes(plan, sizes) + threads * distribution_bytes(sizes) +
         under_way * piece_bytes(sizes, std::min(sizes.trials, trials)) + 2 * sizes.columns * sizeof(tally::Sums);
}

double seconds_of(const model::Plan& plan, const Sizes& sizes, int threads) {
  const double passes = plan.moving ? 2 : 1;
  const double kept_bytes = sizes.kept_values * static_cast<double>(sizeof(double));
  const double a_trial =
      values_of(plan) * seconds_a_value + sizes.columns * seconds_a_sum + kept_bytes * seconds_a_byte;
  return passes * sizes.trusts * sizes.trials * a_trial / std::min(threads, all_cores());
}

std::string bytes_in_words(double bytes) {
  return bytes < 1e9 ? fmt::format("{:.0f} MB", bytes / 1e6) : fmt::format("{:.1f} GB", bytes / 1e9);
}

std::string time_in_words(double seconds) {
  constexpr double hour = 3600, day = 24 * hour, year = 365.25 * day;
  if (seconds == hour) return "hour";
  if (seconds < hour) return fmt::format("{:.0f} min", std::ceil(seconds / 60));
  if (seconds < 2 * day) return fmt::format("{:.1f} hours", seconds / hour);
  if (seconds < year) return fmt::format("{:.0f} days", seconds / day);
  return fmt::format("{:.3g} years", seconds / year);
}

std::string counted(double count, const char* what) {
  return fmt::format("{:.0f} {}{}", count, what, count == 1 ? "" : "s");
}

std::string asked(const Sizes& sizes) {
  return fmt::format("{} of {}, {}, {}", counted(sizes.trials, "trial"), counted(sizes.trusts, "trust"),
                     counted(sizes.months, "month"), counted(sizes.sides, "scenario"));
}

[[noreturn]] void refuse_memory(const model::Inputs& inputs, const Sizes& sizes, const Demand& demand,
                                const Limits& limits) {
  throw Error(Where{inputs.scenario.path},
              fmt::format("needs about {} of memory ({}), more than {}; ask for fewer levels, months, trusts or kept "
                          "columns, or allow more with --most-memory {:.0f} (gigabytes)",
                          bytes_in_words(demand.memory_bytes), asked(sizes), bytes_in_words(limits.memory_bytes),
                          std::ceil(1.1 * demand.memory_bytes / 1e9)));
}

[[noreturn]] void refuse_time(const model::Inputs& inputs, const Sizes& sizes, const Demand& demand,
                              const Limits& limits) {
  throw Error(Where{inputs.scenario.path},
              fmt::format("may run for {} ({}), longer than the {} that a file may ask for; lower its {}, or "
                          "say how many trials you want with --trials",
                          time_in_words(demand.seconds), asked(sizes), time_in_words(limits.seconds),
                          inputs.scenario.run.until_se ? "max_trials" : "trials"));
}

}  // namespace

namespace {

/// What Engine refuses in its own words before it plans.
bool has_sense(const model::Inputs& inputs) {
  const scenario::RunSettings& run = inputs.scenario.run;
  const int struck = run.assessment_month.value_or(run.months);
  return !inputs.trusts.empty() && trials_of(inputs) > 0 && struck >= 1 && struck <= run.months;
}

}  // namespace

int all_cores() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

Demand require_affordable(const model::Inputs& inputs, const Limits& limits) {
  if (!has_sense(inputs)) return {};
  const model::Plan plan = model::make_plan(inputs);
  const Sizes sizes(plan, inputs);
  Demand demand;
  demand.asked_threads = inputs.threads > 0 ? inputs.threads : all_cores();
  for (demand.threads = demand.asked_threads; demand.threads > 1; --demand.threads)
    if (memory_of(plan, sizes, demand.threads) <= limits.memory_bytes) break;
  demand.memory_bytes = memory_of(plan, sizes, demand.threads);
  demand.seconds = seconds_of(plan, sizes, demand.threads);
  if (demand.seconds > limits.seconds) refuse_time(inputs, sizes, demand, limits);
  if (demand.memory_bytes > limits.memory_bytes) refuse_memory(inputs, sizes, demand, limits);
  return demand;
}

}  // namespace uor::run
