#include "core/uor/study/shapley.hpp"

#include <bit>
#include <cassert>
#include <cmath>

#include "core/uor/base/hash.hpp"

namespace uor::study {

namespace {

/// 1 / (n (n - 1 over s)): the chance that those s others, and nobody else, have joined before a player.
double weight_of(std::size_t players, std::size_t before) {
  double ways = static_cast<double>(players);
  for (std::size_t i = 0; i < before; ++i) ways *= static_cast<double>(players - 1 - i) / static_cast<double>(i + 1);
  return 1 / ways;
}

std::vector<double> weights_of(std::size_t players) {
  std::vector<double> weights;
  for (std::size_t before = 0; before < players; ++before) weights.push_back(weight_of(players, before));
  return weights;
}

constexpr Coalition bit(std::size_t player) { return Coalition{1} << player; }

/// Differences are taken before they are weighted, so that a player who changes nothing has exactly 0.
double share_of(std::span<const double> values, std::size_t player, const std::vector<double>& weights) {
  double sum = 0;
  for (Coalition others = 0; others < values.size(); ++others)
    if (!takes_part(others, player)) sum += weights[size_of(others)] * (values[others | bit(player)] - values[others]);
  return sum;
}

double interaction_of(std::span<const double> values, std::size_t a, std::size_t b,
                      const std::vector<double>& weights) {
  double sum = 0;
  for (Coalition others = 0; others < values.size(); ++others) {
    if (takes_part(others, a) || takes_part(others, b)) continue;
    const double alone = values[others | bit(a)] - values[others];
    const double beside = values[others | bit(a) | bit(b)] - values[others | bit(b)];
    sum += weights[size_of(others)] * (beside - alone);
  }
  return sum;
}

/// Rows of pairs follow those of players: (0, 1), (0, 2), ..., (1, 2), ...
template <typename Visit>
void each_pair(std::size_t players, const Visit& visit) {
  std::size_t row = players;
  for (std::size_t a = 0; a < players; ++a)
    for (std::size_t b = a + 1; b < players; ++b) visit(row++, a, b);
}

constexpr std::size_t pairs_of(std::size_t players) { return players < 2 ? 0 : players * (players - 1) / 2; }

std::uint64_t mark_of(Column values) {
  std::uint64_t mark = 0;
  for (const double value : values) mark = mix_bits(mark ^ std::bit_cast<std::uint64_t>(value));
  return mark;
}

}  // namespace

Attribution shapley(std::span<const double> values) {
  assert(std::has_single_bit(values.size()));
  const std::size_t players = static_cast<std::size_t>(std::countr_zero(values.size()));
  const std::vector<double> weights = weights_of(players), pair_weights = weights_of(players < 1 ? 0 : players - 1);
  Attribution made{values.front(), values.back(), {values.back() - values.front(), 0}, {}, {}};
  for (std::size_t player = 0; player < players; ++player)
    made.shares.push_back({share_of(values, player, weights), 0});
  made.interactions.resize(players * players);
  each_pair(players, [&](std::size_t, std::size_t a, std::size_t b) {
    made.interactions[a * players + b].value = made.interactions[b * players + a].value =
        interaction_of(values, a, b, pair_weights);
  });
  return made;
}

ShapleySum::ShapleySum(std::size_t players, std::size_t trials)
    : players_(players),
      trials_(trials),
      means_(coalitions_of(players)),
      marks_(coalitions_of(players)),
      rows_((players + pairs_of(players) + 1) * trials) {
  assert(players <= most_exact_players);
}

void ShapleySum::add_weighted(std::size_t row, double weight, Column values) {
  double* sums = rows_.data() + row * trials_;
  for (std::size_t t = 0; t < trials_; ++t) sums[t] += weight * values[t];
}

void ShapleySum::add(Coalition coalition, Column values) {
  assert(values.size() == trials_ && coalition < means_.size());
  ++added_;
  means_[coalition] = mean_of(values).value;
  marks_[coalition] = mark_of(values);
  const std::size_t size = size_of(coalition);
  for (std::size_t player = 0; player < players_; ++player) {
    const bool in = takes_part(coalition, player);
    add_weighted(player, in ? weight_of(players_, size - 1) : -weight_of(players_, size), values);
  }
  each_pair(players_, [&](std::size_t row, std::size_t a, std::size_t b) {
    const std::size_t both = (takes_part(coalition, a) ? 1 : 0) + (takes_part(coalition, b) ? 1 : 0);
    const double weight = weight_of(players_ - 1, size - both);
    add_weighted(row, both == 1 ? -weight : weight, values);
  });
  const std::size_t total = players_ + pairs_of(players_);
  if (coalition == 0) add_weighted(total, -1, values);
  if (coalition + 1 == means_.size()) add_weighted(total, 1, values);
}

bool ShapleySum::idle(std::size_t player) const {
  for (Coalition others = 0; others < marks_.size(); ++others)
    if (!takes_part(others, player) && marks_[others] != marks_[others | bit(player)]) return false;
  return true;
}

Figure ShapleySum::with_error(std::size_t row, double value) const {
  return {value, mean_of(Column(rows_).subspan(row * trials_, trials_)).error};
}

Attribution ShapleySum::result() const {
  assert(added_ == means_.size());
  Attribution made = shapley(means_);
  made.total = with_error(players_ + pairs_of(players_), made.total.value);
  std::vector<bool> idles;
  for (std::size_t player = 0; player < players_; ++player) {
    idles.push_back(idle(player));
    if (!idles.back()) made.shares[player] = with_error(player, made.shares[player].value);
  }
  each_pair(players_, [&](std::size_t row, std::size_t a, std::size_t b) {
    if (idles[a] || idles[b]) return;
    Figure& found = made.interactions[a * players_ + b];
    made.interactions[b * players_ + a] = found = with_error(row, found.value);
  });
  return made;
}

}  // namespace uor::study
