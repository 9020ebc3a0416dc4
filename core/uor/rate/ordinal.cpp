#include <limits>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// exp(y), 0 <= y < 40, by its series: only additions, multiplications and divisions, so the same bits everywhere.
double exponential(double y) {
  double term = 1, sum = 1;
  for (int k = 1; sum + term != sum || k < 50; ++k) {
    term *= y / k;
    sum += term;
  }
  return sum;
}

// P(Z <= z) by the all-positive series of Marsaglia (2004), "Evaluating the Normal Distribution", J. Stat. Software
// 11(4): 1/2 + density(z) * (z + z^3/3 + z^5/(3*5) + ...). Absolute error below 1e-14; beyond 8.3 the tail is under
// 1e-16.
double normal_probability(double z) {
  constexpr double one_over_root_two_pi = 0.39894228040143267794;
  if (z > 8.3) return 1;
  if (z < -8.3) return 0;
  double term = z, sum = z, before = 0;
  for (int odd = 3; sum != before; odd += 2) {
    before = sum;
    term *= z * z / odd;
    sum += term;
  }
  return 0.5 + sum * one_over_root_two_pi / exponential(z * z / 2);
}

// z with P(Z <= z) = below, given below <= 1/2, by bisection down to neighbouring doubles or 1e-17.
double lower_quantile(double below) {
  if (below <= 0) return -infinity;
  double low = -8.5, high = 0;
  for (int step = 0; step < 80; ++step) {
    const double middle = (low + high) / 2;
    (normal_probability(middle) < below ? low : high) = middle;
  }
  return high;
}

// The smaller side of the cut decides, so that a grade of probability 0 is never given for a rounding error.
double cut_between(double below, double above) {
  return below <= above ? lower_quantile(below) : -lower_quantile(above);
}

}  // namespace

std::array<double, 4> ordinal_probabilities(double mean, double sd, const std::array<double, 3>& cuts) {
  std::array<double, 4> probability{};
  double before = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double below = sd > 0 ? normal_probability((cuts[i] - mean) / sd) : (mean < cuts[i] ? 1.0 : 0.0);
    probability[i] = below - before;
    before = below;
  }
  probability[3] = 1 - before;
  return probability;
}

std::array<double, 3> latent_cuts(const std::array<double, 4>& probability) {
  const auto& p = probability;
  return {cut_between(p[0], p[1] + p[2] + p[3]), cut_between(p[0] + p[1], p[2] + p[3]),
          cut_between(p[0] + p[1] + p[2], p[3])};
}

Grade grade_at(double z, const std::array<double, 3>& cuts) {
  return static_cast<Grade>(1 + (z >= cuts[0]) + (z >= cuts[1]) + (z >= cuts[2]));
}

Grade grade_of(double z, const std::array<double, 4>& probability) {
  const auto& p = probability;
  const double below_z = normal_probability(z), above_z = normal_probability(-z);
  // As in cut_between: the smaller side decides, and an empty side has no cut to reach.
  const auto reaches = [&](double below, double above) {
    if (below <= 0 || above <= 0) return below <= 0;
    return below <= above ? below_z >= below : above_z <= above;
  };
  return static_cast<Grade>(1 + reaches(p[0], p[1] + p[2] + p[3]) + reaches(p[0] + p[1], p[2] + p[3]) +
                            reaches(p[0] + p[1] + p[2], p[3]));
}

}  // namespace uor::rate
