#include <algorithm>
#include <array>
#include <cassert>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {

namespace {

// Trials are limited in pieces of this size, so that caps and floors stay on the stack.
constexpr std::size_t piece = 256;

constexpr Grade grade_of_latent(const Ladder& ladder, double latent) {
  if (latent >= ladder.cut_good) return latent >= ladder.cut_outstanding ? Grade{4} : Grade{3};
  return latent >= ladder.cut_requires_improvement ? Grade{2} : Grade{1};
}

void mask_with(const Test& test, const double* column, std::size_t count, std::uint8_t* mask) {
  const auto apply = [&](auto compare) {
    for (std::size_t t = 0; t < count; ++t) mask[t] &= static_cast<std::uint8_t>(compare(column[t], test.value));
  };
  switch (test.compare) {
    case Test::Compare::less:
      return apply([](double a, double b) { return a < b; });
    case Test::Compare::less_equal:
      return apply([](double a, double b) { return a <= b; });
    case Test::Compare::greater:
      return apply([](double a, double b) { return a > b; });
    case Test::Compare::greater_equal:
      return apply([](double a, double b) { return a >= b; });
  }
}

// mask[t] = 1 where the row fires in trial first + t.
void fire(const LimiterColumns& row, std::size_t first, std::size_t count, std::uint8_t* mask) {
  assert(row.tests.size() == row.columns.size());
  assert(row.chance != nullptr || row.probability >= 1);
  std::fill_n(mask, count, std::uint8_t{1});
  for (std::size_t i = 0; i < row.tests.size(); ++i) mask_with(row.tests[i], row.columns[i] + first, count, mask);
  if (row.chance == nullptr) return;
  mask_with({Test::Compare::less, row.probability}, row.chance + first, count, mask);
}

void limit_piece(std::span<const LimiterColumns> limiters, std::size_t first, std::size_t count, Grade* grade,
                 std::uint8_t* const* fired) {
  std::array<Grade, piece> best, worst;
  std::array<std::uint8_t, piece> mask;
  best.fill(4);
  worst.fill(1);
  for (std::size_t row = 0; row < limiters.size(); ++row) {
    fire(limiters[row], first, count, mask.data());
    for (std::size_t t = 0; t < count; ++t) {
      best[t] = mask[t] != 0 ? std::min(best[t], limiters[row].best) : best[t];
      worst[t] = mask[t] != 0 ? std::max(worst[t], limiters[row].worst) : worst[t];
    }
    if (fired != nullptr) std::copy_n(mask.data(), count, fired[row] + first);
  }
  for (std::size_t t = 0; t < count; ++t) grade[t] = std::max(std::min(grade[t], best[t]), worst[t]);
}

}  // namespace

double standardised(double value, double mean, double sd) {
  const double deviation = (value - mean) / sd;
  const double held = std::min(std::max(deviation, -3.0), 3.0);
  return deviation == deviation ? held : 0.0;
}

bool holds(const Test& test, double quantity) {
  std::uint8_t mask = 1;
  mask_with(test, &quantity, 1, &mask);
  return mask != 0;
}

void propose(const Ladder& ladder, const std::array<const double*, 5>& scores,
             std::span<const IndicatorColumn> indicators, const double* judgement,
             std::span<const LimiterColumns> limiters, std::size_t count, double* latent, Grade* grade,
             std::uint8_t* const* fired) {
  const auto& w = ladder.weights;
  for (std::size_t t = 0; t < count; ++t) {
    double sum = w[0] * scores[0][t];
    sum += w[1] * scores[1][t];
    sum += w[2] * scores[2][t];
    sum += w[3] * scores[3][t];
    sum += w[4] * scores[4][t];
    latent[t] = sum;
  }
  for (const IndicatorColumn& row : indicators) {
    for (std::size_t t = 0; t < count; ++t)
      latent[t] += row.coefficient * standardised(row.column[t], row.mean, row.sd);
  }
  for (std::size_t t = 0; t < count; ++t) latent[t] += judgement[t];
  for (std::size_t t = 0; t < count; ++t) grade[t] = grade_of_latent(ladder, latent[t]);
  if (limiters.empty()) return;
  for (std::size_t first = 0; first < count; first += piece) {
    limit_piece(limiters, first, std::min(piece, count - first), grade + first, fired);
  }
}

}  // namespace uor::rate
