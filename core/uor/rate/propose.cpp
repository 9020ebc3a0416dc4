#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

#include "core/uor/rate/kernels.hpp"
#include "core/uor/rate/rating.hpp"

namespace uor::rate {

namespace {

/// Rows as the kernels see them. The memory is used again by the next call of the thread.
std::span<const LimiterView> views_of(std::span<const LimiterColumns> limiters) {
  thread_local std::vector<LimiterView> views;
  views.clear();
  for (const LimiterColumns& row : limiters) {
    assert(row.tests.size() == row.columns.size());
    assert(row.chance != nullptr || row.probability >= 1);
    views.push_back({row.tests.data(), row.columns.data(), row.tests.size(), row.chance, row.probability,
                     limits_of(row.best, row.worst)});
  }
  return views;
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

std::size_t count_holding(std::span<const Test> tests, const double* const* columns, std::size_t count,
                          std::size_t need) {
  if (need >= tests.size()) return count_holding(tests, columns, count);
  std::size_t enough = 0;
  for (std::size_t t = 0; t < count; ++t) {
    std::size_t held = 0;
    for (std::size_t i = 0; i < tests.size(); ++i) held += holds(tests[i], columns[i][t]) ? 1 : 0;
    enough += held >= need ? 1 : 0;
  }
  return enough;
}

void grade_at(const double* z, const std::array<double, 3>& cuts, std::size_t count, Grade* grade) {
  kernels().cut(z, cuts.data(), count, grade);
}

Grade grade_of_latent(const Ladder& ladder, double latent) {
  return grade_at(latent, {ladder.cut_requires_improvement, ladder.cut_good, ladder.cut_outstanding});
}

Grade limited(Grade grade, std::span<const Limit> fired) {
  Limit all;
  for (const Limit& row : fired) all = {std::min(all.best, row.best), std::max(all.worst, row.worst)};
  return std::max(std::min(grade, all.best), all.worst);
}

void propose(const Ladder& ladder, std::span<const double* const> scores, std::span<const IndicatorColumn> indicators,
             const double* judgement, std::span<const LimiterColumns> limiters, std::size_t count,
             const Proposal& proposal) {
  assert(scores.size() == ladder.weights.size() && !scores.empty());
  assert(proposal.held == nullptr || limiters.size() <= 64);
  double* latent = proposal.latent;
  double* facts = proposal.facts == nullptr ? latent : proposal.facts;
  kernels().weigh(ladder.weights.data(), scores.data(), scores.size(), count, facts);
  for (const IndicatorColumn& row : indicators) kernels().add_indicator(row, count, facts);
  for (std::size_t t = 0; t < count; ++t) latent[t] = facts[t] + judgement[t];
  grade_at(latent, {ladder.cut_requires_improvement, ladder.cut_good, ladder.cut_outstanding}, count, proposal.grade);
  if (proposal.held != nullptr) std::fill_n(proposal.held, count, std::uint64_t{0});
  if (limiters.empty()) return;
  kernels().limit(views_of(limiters).data(), limiters.size(), count, proposal.grade, proposal.fired, proposal.held);
}

}  // namespace uor::rate
