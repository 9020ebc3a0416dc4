#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/uor/base/elementary.hpp"
#include "core/uor/sample/marginal.hpp"
#include "core/uor/sample/shape.hpp"

namespace uor::sample {

namespace {

struct Moments {
  double mean, variance;
};

Moments moments_of_lognormal(double median, double sigma) {
  const double mean = median * std::exp(0.5 * sigma * sigma);
  return {mean, mean * mean * std::expm1(sigma * sigma)};
}

Moments moments_of_triangular(double a, double mode, double b) {
  const double left = mode - a, right = b - mode;
  return {(a + mode + b) / 3.0, (left * left + left * right + right * right) / 18.0};
}

Moments moments_of_beta(const BetaShape& shape) {
  const double sum = shape.alpha + shape.beta, range = shape.upper - shape.lower;
  return {shape.lower + range * shape.alpha / sum,
          range * range * shape.alpha * shape.beta / (sum * sum * (sum + 1.0))};
}

Moments moments_of_steps(const std::vector<Step>& steps) {
  double total = 0.0, mean = 0.0, variance = 0.0;
  for (const Step& step : steps) total += step.weight;
  for (const Step& step : steps) mean += step.value * step.weight / total;
  for (const Step& step : steps) variance += (step.value - mean) * (step.value - mean) * step.weight / total;
  return {mean, variance};
}

/// Between neighbours of the ordered sample the type 7 quantile is uniform, each piece with equal probability.
Moments moments_of_empirical(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t pieces = values.size() - 1;
  double mean = 0.0, variance = 0.0;
  for (std::size_t i = 0; i < pieces; ++i) mean += 0.5 * (values[i] + values[i + 1]) / static_cast<double>(pieces);
  for (std::size_t i = 0; i < pieces; ++i) {
    const double a = values[i] - mean, b = values[i + 1] - mean;
    variance += (a * a + a * b + b * b) / 3.0 / static_cast<double>(pieces);
  }
  return {mean, variance};
}

/// Split normal: mean m + (s2 - s1) / sqrt(2 pi), second moment about m (s1^2 + s2^2) / 2.
Moments moments_of_quartiles(double median, const Halves& halves) {
  const double shift = (halves.above - halves.below) * 0.3989422804014327;
  return {median + shift, 0.5 * (halves.below * halves.below + halves.above * halves.above) - shift * shift};
}

/// Trapezoidal rule over z, whose weights are the normal density.
Moments moments_by_quadrature(const Distribution& distribution) {
  constexpr int reach = 8 * 64;
  const Marginal marginal(distribution);
  std::vector<Step> steps;
  for (int k = -reach; k <= reach; ++k) {
    const double z = k / 64.0;
    steps.push_back({marginal(z), std::exp(-0.5 * z * z)});
  }
  return moments_of_steps(steps);
}

Moments moments_of(const Distribution& distribution) {
  const std::vector<double>& p = distribution.parameters;
  const bool truncated = distribution.truncate_lower || distribution.truncate_upper;
  const bool stepped = distribution.shape == Shape::discrete || distribution.shape == Shape::bernoulli;
  const Marginal checked(distribution);  // Error when the parameters are not valid
  if (truncated && !stepped) return moments_by_quadrature(distribution);
  switch (distribution.shape) {
    case Shape::constant:
      return {p[0], 0.0};
    case Shape::normal:
      return {p[0], p[1] * p[1]};
    case Shape::lognormal:
      return moments_of_lognormal(p[0], p[1]);
    case Shape::triangular:
      return moments_of_triangular(p[0], p[1], p[2]);
    case Shape::pert:
    case Shape::beta:
      return moments_of_beta(beta_shape_of(distribution));
    case Shape::uniform:
      return {0.5 * (p[0] + p[1]), (p[1] - p[0]) * (p[1] - p[0]) / 12.0};
    case Shape::discrete:
    case Shape::bernoulli:
      return moments_of_steps(steps_of(distribution));
    case Shape::empirical:
      return moments_of_empirical(p);
    case Shape::quartiles:
      return moments_of_quartiles(p[1], halves_of(distribution));
  }
  return {p[0], 0.0};
}

}  // namespace

double mean_of(const Distribution& distribution) { return moments_of(distribution).mean; }

double sd_of(const Distribution& distribution) { return std::sqrt(moments_of(distribution).variance); }

}  // namespace uor::sample
