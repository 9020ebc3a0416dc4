#include "core/uor/tally/poisson_binomial.hpp"

#include <cassert>
#include <utility>

namespace uor::tally {

void add_poisson_binomial(std::span<const double> odds, std::vector<double>& scratch, std::span<double> sums) {
  const std::size_t size = odds.size() + 1;
  assert(sums.size() == size);
  scratch.assign(2 * size, 0.0);
  double *now = scratch.data(), *next = now + size;
  now[0] = 1;
  for (std::size_t trust = 0; trust < odds.size(); ++trust) {
    const double holds = odds[trust], rest = 1 - holds;
    next[0] = now[0] * rest;
    for (std::size_t n = 1; n <= trust + 1; ++n) next[n] = now[n] * rest + now[n - 1] * holds;
    std::swap(now, next);
  }
  for (std::size_t n = 0; n < size; ++n) sums[n] += now[n];
}

}  // namespace uor::tally
