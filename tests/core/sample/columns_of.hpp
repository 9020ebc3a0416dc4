// The z columns of a sampler as vectors, for the tests of this folder.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/uor/sample/sampler.hpp"

namespace uor::sample {

/// z of one stream in `month` (0: after start) for trials first .. first + count - 1.
inline std::vector<double> column_of(const Sampler& sampler, std::size_t stream, int month, std::uint64_t first,
                                     std::size_t count) {
  Sampler::Window window(sampler, count);
  window.start(first, count);
  for (int m = 1; m <= month; ++m) window.advance(m);
  return std::vector<double>(window.z(stream), window.z(stream) + count);
}

inline double mean_product(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum / static_cast<double>(a.size());
}

/// Four standard errors of the mean product of standard normals with correlation r.
inline double four_errors(double r, std::size_t count) {
  return 4 * std::sqrt((1 + r * r) / static_cast<double>(count));
}

}  // namespace uor::sample
