#include "core/uor/study/series.hpp"

#include <cmath>

namespace uor::study {

namespace {

/// sqrt(k + 1) h(k + 1) = z h(k) - sqrt(k) h(k - 1).
void hermite(double z, std::size_t degree, double* out) {
  out[0] = 1;
  double before = 0;
  for (std::size_t k = 0; k < degree; ++k) {
    const double at = static_cast<double>(k);
    out[k + 1] = (z * out[k] - std::sqrt(at) * before) / std::sqrt(at + 1);
    before = out[k];
  }
}

/// (k + 1) P(k + 1) = (2 k + 1) x P(k) - k P(k - 1) on (-1, 1), then times sqrt(2 k + 1).
void legendre(double u, std::size_t degree, double* out) {
  const double x = 2 * u - 1;
  out[0] = 1;
  double before = 0;
  for (std::size_t k = 0; k < degree; ++k) {
    const double at = static_cast<double>(k);
    out[k + 1] = ((2 * at + 1) * x * out[k] - at * before) / (at + 1);
    before = out[k];
  }
  for (std::size_t k = 1; k <= degree; ++k) out[k] *= std::sqrt(2 * static_cast<double>(k) + 1);
}

}  // namespace

void polynomials(Law law, double x, std::size_t degree, double* out) {
  law == Law::normal ? hermite(x, degree, out) : legendre(x, degree, out);
}

}  // namespace uor::study
