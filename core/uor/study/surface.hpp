// Regression on a series in several drivers at once: each alone as first_order.hpp has it, and their products.
#pragma once

#include <vector>

#include "core/uor/study/first_order.hpp"

namespace uor::study {

/// Of products of different drivers' polynomials, the sum of degrees.
inline constexpr std::size_t product_degree = 3;

struct Surface {
  std::vector<double> fitted;  // [trial]
  double noise = 0;            // what the coefficients' errors add to the fitted values' mean square
};

/// The terms of fewer drivers are among those of more. Error 0 terms: no drivers give the mean.
Surface regress(std::span<const Driver> drivers, Column output);

}  // namespace uor::study
