// Orthonormal polynomials of a driver: Hermite's of a standard normal one, Legendre's of one that is uniform on (0, 1).
#pragma once

#include <cstddef>

namespace uor::study {

/// How a driver is distributed.
enum class Law { normal, uniform };

/// Degrees that describe what smooth and stepped outputs make of one driver. Normal: the fourth moment of Hermite's
/// polynomials grows ninefold a degree, so that few can be estimated. Uniform: ten leave 0.2 % of the variance of |x|.
inline constexpr std::size_t hermite_degree = 5, legendre_degree = 10;

constexpr std::size_t degree_of(Law law) { return law == Law::normal ? hermite_degree : legendre_degree; }

/// Values of degrees 0 to `degree` at x into out[0..degree], each of mean square 1 (degree 0: one).
void polynomials(Law law, double x, std::size_t degree, double* out);

}  // namespace uor::study
