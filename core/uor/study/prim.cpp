#include "core/uor/study/prim.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>

#include "core/uor/base/elementary.hpp"
#include "core/uor/study/peeling.hpp"

namespace uor::study {

namespace {

constexpr std::size_t fewest = 64;

using Trials = std::vector<std::uint32_t>;

/// What a box holds of some trials.
Caught caught_by(const Box& box, std::span<const Column> columns, Column outcome, const Trials& trials) {
  double count = 0, sum = 0, total = 0;
  for (const std::uint32_t trial : trials) {
    total += outcome[trial];
    if (!inside(box, columns, trial)) continue;
    ++count;
    sum += outcome[trial];
  }
  return {count / static_cast<double>(trials.size()), count > 0 ? sum / count : 0, total > 0 ? sum / total : 0};
}

/// That trials beyond one side have no smaller outcome than those inside: one-sided, of means.
double chance_of(const Box& box, std::size_t side, std::span<const Column> columns, Column outcome,
                 const Trials& trials) {
  Box wider = box;
  wider.sides.erase(wider.sides.begin() + static_cast<std::ptrdiff_t>(side));
  std::array<std::vector<double>, 2> values;  // beyond, inside
  for (const std::uint32_t trial : trials)
    if (inside(wider, columns, trial)) values[inside(box, columns, trial) ? 1 : 0].push_back(outcome[trial]);
  if (values[0].size() < 2 || values[1].size() < 2) return 1;
  const Figure beyond = mean_of(values[0]), within = mean_of(values[1]);
  const double error = std::hypot(beyond.error, within.error), apart = within.value - beyond.value;
  if (!(error > 0)) return apart > 0 ? 0 : 1;
  return elementary::tails_of(apart / error).upper;
}

/// The least certain side goes first, until all are certain enough.
void drop_unconfirmed(Box& box, std::span<const Column> columns, Column outcome, const Trials& trials, double most) {
  while (!box.sides.empty()) {
    for (std::size_t i = 0; i < box.sides.size(); ++i)
      box.sides[i].chance = chance_of(box, i, columns, outcome, trials);
    const auto least = std::max_element(box.sides.begin(), box.sides.end(),
                                        [](const BoxSide& a, const BoxSide& b) { return a.chance < b.chance; });
    if (least->chance <= most) return;
    box.sides.erase(least);
  }
}

}  // namespace

Peeled peel(std::span<const Column> columns, Column outcome, const PrimRule& rule) {
  assert(outcome.size() >= fewest);
  Trials training, held_out;
  for (std::size_t trial = 0; trial < outcome.size(); ++trial)
    (trial % 2 == 0 ? training : held_out).push_back(static_cast<std::uint32_t>(trial));
  Peeling peeling(columns, outcome, training);
  peeling.peel(rule);
  Peeled made{peeling.path(), {}};
  double densest = 0;
  for (const Caught& caught : made.path) densest = std::max(densest, caught.density);
  made.box = peeling.box_of(peeling.best((made.path.front().density + densest) / 2));
  drop_unconfirmed(made.box, columns, outcome, held_out, rule.chance);
  made.box.training = caught_by(made.box, columns, outcome, training);
  made.box.held_out = caught_by(made.box, columns, outcome, held_out);
  return made;
}

}  // namespace uor::study
