// The standard normal distribution: density-free, its distribution function and inverse.
#pragma once

#include <cstddef>
#include <cstdint>

namespace uor::sample {

/// P(Z <= z). Absolute error below 1e-15; same bits on every machine (no libm).
double normal_cdf(double z);

/// z with P(Z <= z) = u, 0 < u < 1. Relative error below 1e-15 (Wichura 1988, AS 241 PPND16); no libm.
double normal_quantile(double u);

/// z[i] = normal_quantile(uniform_of(word[i])) for i < count; count is a multiple of 8. Same bits as the scalar.
void normals_of(const std::uint32_t* words, double* z, std::size_t count);

}  // namespace uor::sample
