#include "core/uor/fit/ladder_fit.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/uor/fit/minimise.hpp"
#include "core/uor/model/fit_scale.hpp"

namespace uor::fit {
namespace {

using model::FitScale;

FitScale scale_of(const Structure& structure, const Numbers& before, const std::vector<double>& most) {
  return {before.weights.size(), structure.limiters ? most : std::vector<double>(),
          structure.indicators ? before.indicators.size() : 0};
}

/// What a point stands for; what the structure leaves out is 0.
Numbers numbers_at(const FitScale& scale, const std::vector<double>& x, const Numbers& before) {
  Numbers numbers = scale.to(x);
  numbers.limiters.resize(before.limiters.size());
  numbers.indicators.resize(before.indicators.size());
  return numbers;
}

/// Derivatives with respect to x from those with respect to the numbers (in the order of Likelihood).
std::vector<double> slope_on(const FitScale& scale, const std::vector<double>& x, const Numbers& numbers,
                             const std::vector<double>& by, const std::vector<double>& most) {
  const std::size_t kloes = scale.kloes(), first = scale.first_limiter();
  std::vector<double> out(scale.size(), 0.0);
  const double sum = std::accumulate(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(kloes), 0.0);
  double mean = 0;
  for (std::size_t k = 0; k < kloes; ++k) mean += numbers.weights[k] * by[k];
  for (std::size_t k = 0; k < kloes; ++k) out[k] = (by[k] - mean) / sum;
  out[kloes] = by[kloes] + by[kloes + 1] + by[kloes + 2];
  out[kloes + 1] = (numbers.cuts[1] - numbers.cuts[0]) * (by[kloes + 1] + by[kloes + 2]);
  out[kloes + 2] = (numbers.cuts[2] - numbers.cuts[1]) * by[kloes + 2];
  for (std::size_t l = 0; l < scale.limiters(); ++l)
    out[first + l] = by[first + l] * numbers.limiters[l] * (1 - numbers.limiters[l] / most[l]);
  for (std::size_t i = 0; i < scale.indicators(); ++i)
    out[scale.first_indicator() + i] = by[first + numbers.limiters.size() + i];
  return out;
}

/// Standard errors of the numbers from the covariance of x, to first order.
Numbers errors_on(const FitScale& scale, const Numbers& at, const Covariance& covariance,
                  const std::vector<double>& most) {
  const auto of_x = [&](std::size_t n) { return covariance.empty() ? 0.0 : std::sqrt(covariance[n][n]); };
  const std::size_t kloes = scale.kloes();
  Numbers errors = at;
  for (std::size_t k = 0; k < kloes; ++k) errors.weights[k] = of_x(k);
  errors.cuts = {of_x(kloes), (at.cuts[1] - at.cuts[0]) * of_x(kloes + 1), (at.cuts[2] - at.cuts[1]) * of_x(kloes + 2)};
  errors.cuts[1] = std::hypot(errors.cuts[0], errors.cuts[1]);
  errors.cuts[2] = std::hypot(errors.cuts[1], errors.cuts[2]);
  for (std::size_t l = 0; l < scale.limiters(); ++l)
    errors.limiters[l] = at.limiters[l] * (1 - at.limiters[l] / most[l]) * of_x(scale.first_limiter() + l);
  for (std::size_t i = 0; i < scale.indicators(); ++i) errors.indicators[i] = of_x(scale.first_indicator() + i);
  return errors;
}

std::vector<double> spreads_of(const FitScale& scale, const policy::FitPrior& prior) {
  std::vector<double> spread(scale.kloes(), prior.weight_sd);
  spread.insert(spread.end(), {prior.cut_sd, prior.gap_sd, prior.gap_sd});
  spread.insert(spread.end(), scale.limiters(), prior.limiter_sd);
  spread.insert(spread.end(), scale.indicators(), prior.indicator_sd);
  return spread;
}

/// The inverse of the posterior's curvature at its maximum; its lower triangle.
Covariance covariance_at(const Objective& objective, const std::vector<double>& x) {
  const auto n = static_cast<Eigen::Index>(x.size());
  const std::vector<double> second = curvature(objective, x);
  const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> hessian(second.data(),
                                                                                                         n, n);
  const Eigen::MatrixXd inverse = hessian.ldlt().solve(Eigen::MatrixXd::Identity(n, n));
  Covariance lower(x.size());
  for (Eigen::Index row = 0; row < n; ++row) {
    for (Eigen::Index column = 0; column <= row; ++column)
      lower[static_cast<std::size_t>(row)].push_back(row == column ? std::max(inverse(row, row), 0.0)
                                                                   : inverse(row, column));
  }
  return lower;
}

}  // namespace

LadderFit fit_ladder(const Likelihood& likelihood, const Numbers& before, const policy::FitPrior& prior,
                     const std::vector<Case>& cases, const Structure& structure, bool with_errors) {
  const std::vector<double>& most = likelihood.most();
  const FitScale scale = scale_of(structure, before, most);
  const std::vector<double> centre = scale.from(before), spread = spreads_of(scale, prior);
  const Objective posterior = [&](const std::vector<double>& x, std::vector<double>& slope) {
    const Numbers numbers = numbers_at(scale, x, before);
    std::vector<double> by(before.weights.size() + 3 + before.limiters.size() + before.indicators.size(), 0.0);
    std::array<std::vector<double>, 4> gradient;
    double value = 0;
    for (const Case& one : cases) {
      const auto grade = static_cast<std::size_t>(one.grade);
      const double p = std::max(likelihood.probabilities(*one.evidence, numbers, &gradient)[grade], least_probability);
      value -= std::log(p);
      for (std::size_t n = 0; n < by.size(); ++n) by[n] -= gradient[grade][n] / p;
    }
    slope = slope_on(scale, x, numbers, by, most);
    for (std::size_t n = 0; n < x.size(); ++n) {
      const double away = (x[n] - centre[n]) / spread[n];
      value += 0.5 * away * away;
      slope[n] += away / spread[n];
    }
    return value;
  };
  std::vector<double> lower(scale.size(), -std::numeric_limits<double>::infinity());
  std::fill_n(lower.begin(), before.weights.size(), 0.0);
  const std::vector<double> x = minimise(posterior, centre, lower);
  LadderFit fit;
  fit.numbers = numbers_at(scale, x, before);
  if (with_errors) fit.covariance = covariance_at(posterior, x);
  fit.standard_error = errors_on(scale, fit.numbers, fit.covariance, most);
  for (const Case& one : cases) {
    const double p = likelihood.probabilities(*one.evidence, fit.numbers)[static_cast<std::size_t>(one.grade)];
    fit.log_likelihood += std::log(std::max(p, least_probability));
  }
  return fit;
}

}  // namespace uor::fit
