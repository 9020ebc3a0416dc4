#include <cmath>

#include "core/uor/study/first_order.hpp"

namespace uor::study {

namespace {

constexpr int most_terms = 500;
constexpr double enough = 1e-14;

/// Of the regularised lower incomplete gamma function, by its series (Abramowitz and Stegun 6.5.29).
double lower_part(double a, double x) {
  double term = 1 / a, sum = term;
  for (int i = 1; i < most_terms && term > sum * enough; ++i) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}

/// Of the upper one, by its continued fraction (6.5.31), from the far end.
double upper_part(double a, double x) {
  double below = x;
  for (int i = most_terms; i > 0; --i) below = x + (i - a) / (1 + i / below);
  return 1 / below;
}

}  // namespace

double chi_squared_above(double x, std::size_t degrees) {
  if (!(x > 0)) return 1;
  const double a = static_cast<double>(degrees) / 2, half = x / 2;
  const double scale = std::exp(a * std::log(half) - half - std::lgamma(a));
  return half < a + 1 ? std::fmax(0.0, 1 - scale * lower_part(a, half)) : scale * upper_part(a, half);
}

}  // namespace uor::study
