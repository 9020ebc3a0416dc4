#include "core/uor/run/histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace uor::run {
namespace {

/// |y| at the inner edge of bin i of a side.
double inner_edge(std::size_t i) {
  return std::bit_cast<double>(one_bits + (static_cast<std::int64_t>(i) << dropped_bits)) - 1.0;
}

struct Edges {
  double lower, upper;
};

Edges edges_of(const Scale& scale, std::size_t bin, double minimum, double maximum) {
  if (bin == bin_below) return {minimum, scale.center - inner_edge(bins_per_side) * scale.spread};
  if (bin == bin_above) return {scale.center + inner_edge(bins_per_side) * scale.spread, maximum};
  if (bin >= bins_per_side) {
    const std::size_t i = bin - bins_per_side;
    return {scale.center + inner_edge(i) * scale.spread, scale.center + inner_edge(i + 1) * scale.spread};
  }
  const std::size_t i = bins_per_side - 1 - bin;
  return {scale.center - inner_edge(i + 1) * scale.spread, scale.center - inner_edge(i) * scale.spread};
}

}  // namespace

Scale scale_of(std::vector<double> pilot) {
  if (pilot.empty()) return {};
  const std::size_t n = pilot.size();
  const auto at = [&](std::size_t rank, std::size_t from) {
    const auto place = pilot.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(pilot.begin() + static_cast<std::ptrdiff_t>(from), place, pilot.end());
    return *place;
  };
  const double lower = at(n / 4, 0), center = at(n / 2, n / 4), upper = at(3 * n / 4, n / 2);
  // 1.349 is the interquartile range of the standard normal distribution; any factor near it would do.
  double spread = (upper - lower) / 1.349;
  if (!(spread > 0)) {
    const auto [least, most] = std::minmax_element(pilot.begin(), pilot.end());
    spread = (*most - *least) / 4;
  }
  if (!(spread > 0)) spread = std::max(1e-9, std::abs(center) * 1e-9);
  return {std::isfinite(center) ? center : 0.0, std::isfinite(spread) ? spread : 1.0};
}

std::size_t bin_of(const Scale& scale, double value) {
  const double y = (value - scale.center) * (1.0 / scale.spread);
  if (!std::isfinite(y)) return bin_not_finite;
  const auto steps =
      static_cast<std::size_t>((std::bit_cast<std::int64_t>(1.0 + std::abs(y)) - one_bits) >> dropped_bits);
  if (steps >= bins_per_side) return y < 0 ? bin_below : bin_above;
  return y < 0 ? bins_per_side - 1 - steps : bins_per_side + steps;
}

namespace {

/// Bins by rising value: what lies below all, the bins, what lies above all.
std::size_t bin_at(std::size_t position) {
  if (position == 0) return bin_below;
  return position <= bin_below ? position - 1 : bin_above;
}

}  // namespace

void quantiles_of(const Scale& scale, std::span<const std::uint32_t> counts, double minimum, double maximum,
                  std::span<const double> levels, double* quantiles) {
  std::uint64_t total = 0;
  for (std::size_t bin = 0; bin < bin_not_finite; ++bin) total += counts[bin];
  std::uint64_t passed = 0;
  std::size_t position = 0;
  for (std::size_t q = 0; q < levels.size(); ++q) {
    const double rank = levels[q] * static_cast<double>(total);
    while (position + 1 < bin_not_finite && static_cast<double>(passed + counts[bin_at(position)]) < rank) {
      passed += counts[bin_at(position++)];
    }
    const std::size_t bin = bin_at(position);
    const Edges edges = edges_of(scale, bin, minimum, maximum);
    const double inside =
        counts[bin] == 0 ? 0.0 : (rank - static_cast<double>(passed)) / static_cast<double>(counts[bin]);
    const double value = edges.lower + inside * (edges.upper - edges.lower);
    quantiles[q] = total == 0 ? std::nan("") : std::clamp(value, minimum, maximum);
  }
}

}  // namespace uor::run
