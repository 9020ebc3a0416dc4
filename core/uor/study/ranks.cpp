#include "core/uor/study/ranks.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace uor::study {

namespace {

constexpr double kolmogorov_median = 0.8275735551899077;  // of sqrt(n) D (Kolmogorov 1933)

/// Largest distance between the class's distribution function and that of all.
double distance(std::span<const std::uint32_t> members, const Levels& levels) {
  std::array<std::uint32_t, Levels::count> counts{};
  for (const std::uint32_t trial : members) ++counts[levels.of(trial)];
  double largest = 0;
  std::uint64_t sum = 0;
  for (std::size_t level = 0; level < Levels::count; ++level) {
    sum += counts[level];
    const double share = static_cast<double>(sum) / static_cast<double>(members.size());
    largest = std::max(largest, std::abs(share - levels.below(level)));
  }
  return largest;
}

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

/// Draws stand beside their trials while they are sorted, which is twice as fast as looking each up.
std::vector<std::uint32_t> order_of(Column draws) {
  std::vector<std::pair<double, std::uint32_t>> sorted(draws.size());
  for (std::size_t t = 0; t < draws.size(); ++t) sorted[t] = {draws[t], static_cast<std::uint32_t>(t)};
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> order(draws.size());
  std::transform(sorted.begin(), sorted.end(), order.begin(), [](const auto& one) { return one.second; });
  return order;
}

Figure rank_index(std::span<const std::uint32_t> order, Column output) {
  const double mean = mean_of(output).value, variance = variance_of(output);
  if (!(variance > 0)) return {};
  double sum = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    sum += (output[order[i]] - mean) * (output[order[i + 1 < order.size() ? i + 1 : 0]] - mean);
  const double count = static_cast<double>(order.size());
  return {sum / count / variance, 1 / std::sqrt(count)};
}

Levels::Levels(Column output) : level_(output.size()), below_(count, 0.0) {
  const std::vector<std::uint32_t> order = order_of(output);
  for (std::size_t end = 0, first = 0; first < order.size(); first = end) {
    while (end < order.size() && output[order[end]] == output[order[first]]) ++end;
    const auto level = static_cast<std::uint16_t>((end - 1) * count / order.size());
    for (std::size_t i = first; i < end; ++i) level_[order[i]] = level;
    below_[level] = static_cast<double>(end) / static_cast<double>(order.size());
  }
  for (std::size_t level = 1; level < count; ++level) below_[level] = std::max(below_[level], below_[level - 1]);
}

Pawn pawn(std::span<const std::uint32_t> order, const Levels& levels, std::size_t classes) {
  assert(classes > 0 && classes <= order.size() && order.size() == levels.trials());
  std::vector<double> found;
  for (std::size_t c = 0; c < classes; ++c) {
    const std::size_t first = c * order.size() / classes, end = (c + 1) * order.size() / classes;
    found.push_back(distance(order.subspan(first, end - first), levels));
  }
  Pawn made;
  made.largest = *std::max_element(found.begin(), found.end());
  made.mean = std::accumulate(found.begin(), found.end(), 0.0) / static_cast<double>(classes);
  made.median = median_of(found);
  const double members = static_cast<double>(order.size()) / static_cast<double>(classes);
  made.noise = kolmogorov_median / std::sqrt(members) * std::sqrt(1 - 1 / static_cast<double>(classes));
  return made;
}

}  // namespace uor::study
