// Functions whose indices are known in closed form.
#pragma once

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/uor/sample/normal.hpp"

namespace uor::study {

/// Of three uniform numbers (Ishigami and Homma 1990; a 7, b 0.1).
inline double ishigami(const std::vector<double>& u) {
  const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
  const double second = std::sin(x(1));
  return std::sin(x(0)) + 7 * second * second + 0.1 * x(2) * x(2) * x(2) * x(2) * std::sin(x(0));
}
inline constexpr std::array ishigami_first = {0.3139051911, 0.4424111448, 0.0};
inline constexpr std::array ishigami_total = {0.5575888552, 0.4424111448, 0.2436836641};

/// Of eight uniform numbers (Sobol; a = 0, 1, 4.5, 9, 99 four times).
inline double g_function(const std::vector<double>& u) {
  constexpr std::array a = {0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
  double product = 1;
  for (std::size_t i = 0; i < u.size(); ++i) product *= (std::abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
  return product;
}
inline constexpr std::array g_first = {.716192169, .179048042, .0236757742, .00716192, .0000716};
inline constexpr std::array g_total = {.787144127, .242198193, .0343169102, .0104603871, .000104949};

/// Odds of a category behind an ordinal link, of two normal numbers.
inline double ordinal_link(const std::vector<double>& z) {
  return sample::normal_cdf((.15 * z[0] + .10 * z[1] - .2) / .28);
}
inline constexpr double ordinal_mean = .274063, ordinal_variance = .03451970;
inline constexpr std::array ordinal_first = {.678454, .294750};

}  // namespace uor::study
