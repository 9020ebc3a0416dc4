#include "core/uor/sample/shape.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/uor/sample/beta_tail.hpp"
#include "core/uor/sample/normal.hpp"

namespace uor::sample {

namespace {

using elementary::Tails;

Tails triangular_tails(double lower, double mode, double upper, double value) {
  const double range = upper - lower;
  if (value < mode) {
    const double below = (value - lower) * (value - lower) / (range * (mode - lower));
    return {below, 1.0 - below};
  }
  const double above = value < upper ? (upper - value) * (upper - value) / (range * (upper - mode)) : 0.0;
  return {1.0 - above, above};
}

Tails beta_tails(const BetaShape& shape, double value) {
  const double range = shape.upper - shape.lower;
  const double y = to_logit((value - shape.lower) / range, (shape.upper - value) / range);
  return {BetaTail(shape.alpha, shape.beta).below(y), BetaTail(shape.beta, shape.alpha).below(-y)};
}

/// Inverse of the type 7 quantile: values[i] stands at u = i / (n - 1), linear between; a tie is a jump.
Tails empirical_tails(std::vector<double> values, double value) {
  std::sort(values.begin(), values.end());
  const double steps = static_cast<double>(values.size() - 1);
  const auto place_from_below = [&](auto first) {  // first value that is not below
    const double index = static_cast<double>(first - values.begin());
    return *first == value ? index : index - (*first - value) / (*first - *(first - 1));
  };
  const double below = place_from_below(std::lower_bound(values.begin(), values.end(), value));
  const auto after = std::upper_bound(values.begin(), values.end(), value);
  const double last_at = *(after - 1) == value ? static_cast<double>(after - 1 - values.begin()) : below;
  return {below / steps, (steps - last_at) / steps};
}

/// Support of a bounded shape as {lower, upper}.
std::pair<double, double> support_of(const Distribution& distribution) {
  const std::vector<double>& p = distribution.parameters;
  switch (distribution.shape) {
    case Shape::triangular:
    case Shape::pert:
      return {p[0], p[2]};
    case Shape::empirical: {
      const auto [least, most] = std::minmax_element(p.begin(), p.end());
      return {*least, *most};
    }
    default:
      return {p[0], p[1]};  // uniform and beta
  }
}

Tails bounded_tails(const Distribution& distribution, double value) {
  const std::vector<double>& p = distribution.parameters;
  const auto [lower, upper] = support_of(distribution);
  if (value < lower) return {0.0, 1.0};
  if (value > upper) return {1.0, 0.0};
  if (distribution.shape == Shape::empirical) return empirical_tails(p, value);
  if (value == lower) return {0.0, 1.0};
  if (value == upper) return {1.0, 0.0};
  if (distribution.shape == Shape::uniform)
    return {(value - lower) / (upper - lower), (upper - value) / (upper - lower)};
  if (distribution.shape == Shape::triangular) return triangular_tails(p[0], p[1], p[2], value);
  return beta_tails(beta_shape_of(distribution), value);
}

}  // namespace

Tails tails_at(const Distribution& distribution, double value) {
  const std::vector<double>& p = distribution.parameters;
  switch (distribution.shape) {
    case Shape::normal:
      return elementary::tails_of((value - p[0]) / p[1]);
    case Shape::lognormal:
      if (value <= 0.0) return {0.0, 1.0};
      return elementary::tails_of((elementary::log_of(value) - elementary::log_of(p[0])) / p[1]);
    case Shape::quartiles: {
      const Halves halves = halves_of(distribution);
      const double distance = value - p[1], scale = distance < 0.0 ? halves.below : halves.above;
      if (distance == 0.0) return {0.5, 0.5};
      return scale > 0.0 ? elementary::tails_of(distance / scale)
                         : Tails{distance < 0.0 ? 0.0 : 1.0, distance < 0.0 ? 1.0 : 0.0};
    }
    case Shape::constant:
    case Shape::discrete:
    case Shape::bernoulli:
      assert(false && "no density");
      return {0.0, 1.0};
    default:
      return bounded_tails(distribution, value);
  }
}

std::vector<Step> steps_of(const Distribution& distribution) {
  const std::vector<double>& p = distribution.parameters;
  std::vector<Step> steps;
  if (distribution.shape == Shape::bernoulli) {
    steps = {{0.0, 1.0 - p[0]}, {1.0, p[0]}};
  } else {
    for (std::size_t i = 0; i + 1 < p.size(); i += 2) steps.push_back({p[i], p[i + 1]});
  }
  std::erase_if(steps, [&](const Step& step) {
    return step.weight <= 0.0 || (distribution.truncate_lower && step.value < *distribution.truncate_lower) ||
           (distribution.truncate_upper && step.value > *distribution.truncate_upper);
  });
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.value < b.value; });
  return steps;
}

BetaShape beta_shape_of(const Distribution& distribution) {
  const std::vector<double>& p = distribution.parameters;
  if (distribution.shape == Shape::beta) return {p[0], p[1], p[2], p[3]};
  const double range = p[2] - p[0];
  return {p[0], p[2], 1.0 + 4.0 * (p[1] - p[0]) / range, 1.0 + 4.0 * (p[2] - p[1]) / range};
}

Halves halves_of(const Distribution& quartiles) {
  const std::vector<double>& p = quartiles.parameters;
  const double z = normal_quantile(0.75);
  return {(p[1] - p[0]) / z, (p[2] - p[1]) / z};
}

}  // namespace uor::sample
