#include "core/uor/tally/histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace uor::tally {
namespace {

/// |y| at the inner edge of bin i of a side.
double inner_edge(std::size_t i) {
  return std::bit_cast<double>(one_bits + (static_cast<std::int64_t>(i) << dropped_bits)) - 1.0;
}

struct Edges {
  double lower, upper;
};

/// Of the bin that is `i` steps from the center, to one side.
Edges edges_at(const Scale& scale, bool below, std::size_t i) {
  const double inner = inner_edge(i) * scale.spread, outer = inner_edge(i + 1) * scale.spread;
  return below ? Edges{scale.center - outer, scale.center - inner} : Edges{scale.center + inner, scale.center + outer};
}

std::size_t steps_of(double y) {
  return static_cast<std::size_t>((std::bit_cast<std::int64_t>(1.0 + std::abs(y)) - one_bits) >> dropped_bits);
}

// Neither a spread nor its inverse leaves what a double holds.
constexpr double least_spread = 1e-150, most_spread = 1e300;

/// Of a column half of whose values and more are its center.
double spread_about(double center, const std::vector<double>& pilot) {
  constexpr double reach = 500;  // spreads: inside the inner bins
  double furthest = 0;
  for (const double value : pilot) furthest = std::max(furthest, std::abs(value - center));
  return std::max(furthest / reach, std::ldexp(std::abs(center), -52));
}

}  // namespace

Scale scale_of(std::vector<double> pilot) {
  std::erase_if(pilot, [](double value) { return !std::isfinite(value); });
  if (pilot.empty()) return {};
  const std::size_t n = pilot.size();
  const auto at = [&](std::size_t rank, std::size_t from) {
    const auto place = pilot.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(pilot.begin() + static_cast<std::ptrdiff_t>(from), place, pilot.end());
    return *place;
  };
  const double lower = at(n / 4, 0), center = at(n / 2, n / 4), upper = at(3 * n / 4, n / 2);
  const bool atom = lower == upper;
  // 1.349 is the interquartile range of the standard normal distribution.
  const double spread = atom ? spread_about(center, pilot) : 0.5 * (upper - lower) / 1.349;
  return {center, std::clamp(spread, least_spread, most_spread), atom};
}

std::size_t bin_of(const Scale& scale, double value) {
  const double y = (value - scale.center) * (1.0 / scale.spread);
  if (!std::isfinite(y)) return bin_not_finite;
  const std::size_t steps = steps_of(y);
  if (steps >= bins_per_side) return y < 0 ? bin_below : bin_above;
  return y < 0 ? bins_per_side - 1 - steps : bins_per_side + steps;
}

std::int32_t reach_of(const Scale& scale, double value) {
  if (!std::isfinite(value)) return 0;
  const double y = (value - scale.center) * (1.0 / scale.spread);
  const auto steps = std::min(steps_of(y), static_cast<std::size_t>(finite_steps - 1));
  if (steps < bins_per_side) return 0;
  return y < 0 ? -static_cast<std::int32_t>(steps) : static_cast<std::int32_t>(steps);
}

bool reaches_far(const Scale& scale, double low, double high) {
  return bin_of(scale, low) >= bin_below || bin_of(scale, high) >= bin_below;
}

namespace {

/// All bins by rising value: the far ones below, the inner ones, the far ones above.
class RisingBins {
 public:
  RisingBins(const Scale& scale, std::span<const std::uint32_t> counts, std::span<const FarBin> far)
      : scale_(scale), counts_(counts), far_(far) {
    while (below_ < far.size() && far[below_].reach < 0) ++below_;
  }
  /// Where the bins begin and end that can hold values from minimum to maximum: most of the inner ones hold none.
  std::size_t first(double minimum) const {
    const std::size_t bin = bin_of(scale_, minimum);
    return below_ > 0 || bin >= bin_below ? 0 : bin;
  }
  std::size_t last(double maximum) const {
    const std::size_t bin = bin_of(scale_, maximum);
    return below_ + (far_.size() > below_ || bin >= bin_below ? far_.size() - below_ + bin_below - 1 : bin);
  }
  std::uint64_t count(std::size_t position) const {
    return is_inner(position) ? counts_[position - below_] : far_at(position).count;
  }
  Edges edges(std::size_t position) const {
    if (!is_inner(position)) {
      const std::int32_t reach = far_at(position).reach;
      return edges_at(scale_, reach < 0, static_cast<std::size_t>(std::abs(reach)));
    }
    const std::size_t bin = position - below_;
    if (bin == bins_per_side && scale_.atom) return {scale_.center, scale_.center};
    return bin < bins_per_side ? edges_at(scale_, true, bins_per_side - 1 - bin)
                               : edges_at(scale_, false, bin - bins_per_side);
  }

 private:
  bool is_inner(std::size_t position) const { return position >= below_ && position < below_ + bin_below; }
  const FarBin& far_at(std::size_t position) const { return far_[position < below_ ? position : position - bin_below]; }
  const Scale& scale_;
  std::span<const std::uint32_t> counts_;
  std::span<const FarBin> far_;
  std::size_t below_ = 0;
};

}  // namespace

void quantiles_of(const Scale& scale, std::span<const std::uint32_t> counts, std::span<const FarBin> far,
                  double minimum, double maximum, std::span<const double> levels, double* quantiles) {
  const RisingBins bins(scale, counts, far);
  std::uint64_t total = 0;
  const std::size_t first = bins.first(minimum), last = bins.last(maximum);
  for (std::size_t position = first; position <= last; ++position) total += bins.count(position);
  if (total == 0) {
    std::fill_n(quantiles, levels.size(), std::nan(""));
    return;
  }
  std::uint64_t passed = 0;
  std::size_t position = first;
  for (std::size_t q = 0; q < levels.size(); ++q) {
    const double rank = levels[q] * static_cast<double>(total);
    while (position < last && static_cast<double>(passed + bins.count(position)) < rank) {
      passed += bins.count(position++);
    }
    const std::uint64_t here = bins.count(position);
    Edges edges = bins.edges(position);
    edges = {std::clamp(edges.lower, minimum, maximum), std::clamp(edges.upper, minimum, maximum)};
    const double inside = here == 0 ? 0.0 : (rank - static_cast<double>(passed)) / static_cast<double>(here);
    quantiles[q] = edges.lower + inside * (edges.upper - edges.lower);
  }
}

}  // namespace uor::tally
