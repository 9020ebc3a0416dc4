#include "core/uor/study/design.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "core/uor/base/hash.hpp"
#include "core/uor/sample/sobol.hpp"

namespace uor::study {

namespace {

std::uint64_t hash_of(std::uint64_t seed, std::uint64_t factor, std::uint64_t item) {
  return mix_bits(seed ^ mix_bits(mix_bits(factor + 1) ^ item));
}

/// 0 .. runs - 1 in an order that the seed and the factor give.
std::vector<std::size_t> order_of(std::size_t runs, std::uint64_t seed, std::size_t factor) {
  std::vector<std::size_t> order(runs);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(hash_of(seed, factor, a), a) < std::pair(hash_of(seed, factor, b), b);
  });
  return order;
}

/// Of a number whose bit 0 is worth one half.
double from_reversed(std::uint32_t bits) {
  double value = 0, worth = 0.5;
  for (; bits != 0; bits >>= 1, worth /= 2) value += (bits & 1) != 0 ? worth : 0.0;
  return value;
}

}  // namespace

std::vector<std::vector<std::size_t>> full_factorial(const std::vector<std::size_t>& levels) {
  std::vector<std::vector<std::size_t>> runs = {{}};
  for (const std::size_t count : levels) {
    std::vector<std::vector<std::size_t>> longer;
    for (const std::vector<std::size_t>& run : runs) {
      for (std::size_t level = 0; level < count; ++level) {
        longer.push_back(run);
        longer.back().push_back(level);
      }
    }
    runs = std::move(longer);
  }
  return runs;
}

DesignPoints latin_hypercube(std::size_t runs, std::size_t factors, std::uint64_t seed) {
  DesignPoints points(runs, std::vector<double>(factors));
  for (std::size_t factor = 0; factor < factors; ++factor) {
    const std::vector<std::size_t> order = order_of(runs, seed, factor);
    for (std::size_t run = 0; run < runs; ++run)
      points[run][factor] = (static_cast<double>(order[run]) + 0.5) / static_cast<double>(runs);
  }
  return points;
}

DesignPoints sobol_design(std::size_t runs, std::size_t factors, std::uint64_t seed) {
  assert(factors <= sample::sobol_dimensions);
  DesignPoints points(runs, std::vector<double>(factors));
  for (std::size_t factor = 0; factor < factors; ++factor) {
    const sample::SobolDirections& directions = sample::reversed_directions(factor);
    const auto shift = static_cast<std::uint32_t>(hash_of(seed, factor, 0));
    for (std::size_t run = 0; run < runs; ++run) {
      std::uint32_t bits = shift;
      for (std::size_t bit = 0; bit < directions.size() && (run >> bit) != 0; ++bit)
        if (((run >> bit) & 1) != 0) bits ^= directions[bit];
      points[run][factor] = from_reversed(bits);
    }
  }
  return points;
}

}  // namespace uor::study
