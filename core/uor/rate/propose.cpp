#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/uor/rate/kernels.hpp"
#include "core/uor/rate/rating.hpp"

namespace uor::rate {

namespace {

void limit_piece(std::span<const LimiterColumns> limiters, std::size_t first, std::size_t count, Grade* grade,
                 std::uint8_t* const* fired) {
  Limits limits;
  std::fill_n(limits.best, count, 4.0);
  std::fill_n(limits.worst, count, 1.0);
  for (std::size_t i = 0; i < limiters.size(); ++i) {
    const LimiterColumns& row = limiters[i];
    assert(row.tests.size() == row.columns.size());
    assert(row.chance != nullptr || row.probability >= 1);
    kernels().fire(row.tests.data(), row.columns.data(), row.tests.size(), row.chance, row.probability, row.best,
                   row.worst, first, count, limits, fired == nullptr ? nullptr : fired[i] + first);
  }
  kernels().limit(limits, count, grade + first);
}

}  // namespace

double standardised(double value, double mean, double sd) {
  const double deviation = (value - mean) / sd;
  const double held = std::min(std::max(deviation, -3.0), 3.0);
  return deviation == deviation ? held : 0.0;
}

Test::Test(Compare compare, double value) {
  const bool is_upper = compare == Compare::less || compare == Compare::less_equal;
  sign = is_upper ? 1.0 : -1.0;
  below = sign * value;
  if (compare == Compare::less_equal || compare == Compare::greater_equal) {
    below = std::nextafter(below, std::numeric_limits<double>::infinity());
  }
}

bool holds(const Test& test, double quantity) { return test.sign * quantity < test.below; }

std::size_t count_holding(std::span<const Test> tests, const double* const* columns, std::size_t count) {
  return kernels().count_holding(tests.data(), columns, tests.size(), count);
}

void propose(const Ladder& ladder, const std::array<const double*, 5>& scores,
             std::span<const IndicatorColumn> indicators, const double* judgement,
             std::span<const LimiterColumns> limiters, std::size_t count, double* latent, Grade* grade,
             std::uint8_t* const* fired) {
  kernels().weigh(ladder.weights.data(), scores.data(), count, latent);
  for (const IndicatorColumn& row : indicators) kernels().add_indicator(row, count, latent);
  for (std::size_t t = 0; t < count; ++t) latent[t] += judgement[t];
  const std::array<double, 3> cuts = {ladder.cut_requires_improvement, ladder.cut_good, ladder.cut_outstanding};
  kernels().cut(latent, cuts.data(), count, grade);
  if (limiters.empty()) return;
  for (std::size_t first = 0; first < count; first += piece_trials) {
    limit_piece(limiters, first, std::min(piece_trials, count - first), grade, fired);
  }
}

}  // namespace uor::rate
