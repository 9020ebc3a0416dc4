#include "core/uor/tally/replicates.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace uor::tally {

double replicate_error(std::span<const double> estimates) {
  assert(estimates.size() > 1);
  const double count = static_cast<double>(estimates.size());
  double sum = 0, square = 0;
  for (const double estimate : estimates) sum += estimate;
  for (const double estimate : estimates) square += (estimate - sum / count) * (estimate - sum / count);
  return std::sqrt(square / (count * (count - 1)));
}

std::uint64_t nearest_whole(std::uint64_t trials) {
  return std::max<std::uint64_t>((trials + whole_trials / 2) / whole_trials, 1) * whole_trials;
}

}  // namespace uor::tally
