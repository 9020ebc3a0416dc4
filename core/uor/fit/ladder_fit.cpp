#include "core/uor/fit/ladder_fit.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/uor/fit/minimise.hpp"

namespace uor::fit {
namespace {

double logit(double p) { return std::log(p / (1 - p)); }

/// Between the numbers and what the minimiser moves: weights before they are scaled to sum 1, the lowest cut and the
/// logarithms of the gaps, logits of the limiters' shares of the most that they may be, coefficients.
class Scale {
 public:
  Scale(const Structure& structure, const Numbers& before, const std::vector<double>& most)
      : structure_(structure), before_(before), most_(most) {}

  std::size_t kloes() const { return before_.weights.size(); }
  std::size_t limiters() const { return structure_.limiters ? before_.limiters.size() : 0; }
  std::size_t indicators() const { return structure_.indicators ? before_.indicators.size() : 0; }
  std::size_t size() const { return kloes() + 3 + limiters() + indicators(); }

  std::vector<double> from(const Numbers& numbers) const {
    std::vector<double> x(numbers.weights.begin(), numbers.weights.end());
    x.push_back(numbers.cuts[0]);
    x.push_back(std::log(numbers.cuts[1] - numbers.cuts[0]));
    x.push_back(std::log(numbers.cuts[2] - numbers.cuts[1]));
    for (std::size_t l = 0; l < limiters(); ++l) {
      x.push_back(logit(std::clamp(numbers.limiters[l] / most_[l], 0.001, 0.999)));
    }
    for (std::size_t i = 0; i < indicators(); ++i) x.push_back(numbers.indicators[i]);
    return x;
  }

  Numbers to(const std::vector<double>& x) const {
    Numbers numbers;
    numbers.weights.resize(kloes());
    const double sum = std::accumulate(x.begin(), x.begin() + kloes(), 0.0);
    for (std::size_t k = 0; k < kloes(); ++k) numbers.weights[k] = x[k] / sum;
    numbers.cuts[0] = x[kloes()];
    numbers.cuts[1] = numbers.cuts[0] + std::exp(x[kloes() + 1]);
    numbers.cuts[2] = numbers.cuts[1] + std::exp(x[kloes() + 2]);
    const std::size_t first = kloes() + 3;
    numbers.limiters.assign(before_.limiters.size(), 0.0);
    numbers.indicators.assign(before_.indicators.size(), 0.0);
    for (std::size_t l = 0; l < limiters(); ++l) numbers.limiters[l] = most_[l] * logistic(x[first + l]);
    for (std::size_t i = 0; i < indicators(); ++i) numbers.indicators[i] = x[first + limiters() + i];
    return numbers;
  }

  /// Derivatives with respect to x from those with respect to the numbers (in the order of Likelihood).
  std::vector<double> slope(const std::vector<double>& x, const Numbers& numbers, const std::vector<double>& by) const {
    std::vector<double> out(size(), 0.0);
    const double sum = std::accumulate(x.begin(), x.begin() + kloes(), 0.0);
    double mean = 0;
    for (std::size_t k = 0; k < kloes(); ++k) mean += numbers.weights[k] * by[k];
    for (std::size_t k = 0; k < kloes(); ++k) out[k] = (by[k] - mean) / sum;
    out[kloes()] = by[kloes()] + by[kloes() + 1] + by[kloes() + 2];
    out[kloes() + 1] = std::exp(x[kloes() + 1]) * (by[kloes() + 1] + by[kloes() + 2]);
    out[kloes() + 2] = std::exp(x[kloes() + 2]) * by[kloes() + 2];
    const std::size_t first = kloes() + 3;
    for (std::size_t l = 0; l < limiters(); ++l) {
      out[first + l] = by[first + l] * numbers.limiters[l] * (1 - numbers.limiters[l] / most_[l]);
    }
    for (std::size_t i = 0; i < indicators(); ++i) {
      out[first + limiters() + i] = by[first + before_.limiters.size() + i];
    }
    return out;
  }

  /// Standard errors of the numbers from those of x, to first order.
  Numbers errors(const std::vector<double>& x, const std::vector<double>& of_x) const {
    const Numbers at = to(x);
    Numbers errors = at;
    for (std::size_t k = 0; k < kloes(); ++k) errors.weights[k] = of_x[k];
    errors.cuts = {of_x[kloes()], std::exp(x[kloes() + 1]) * of_x[kloes() + 1],
                   std::exp(x[kloes() + 2]) * of_x[kloes() + 2]};
    errors.cuts[1] = std::hypot(errors.cuts[0], errors.cuts[1]);
    errors.cuts[2] = std::hypot(errors.cuts[1], errors.cuts[2]);
    const std::size_t first = kloes() + 3;
    for (std::size_t l = 0; l < limiters(); ++l) {
      errors.limiters[l] = at.limiters[l] * (1 - at.limiters[l] / most_[l]) * of_x[first + l];
    }
    for (std::size_t i = 0; i < indicators(); ++i) errors.indicators[i] = of_x[first + limiters() + i];
    return errors;
  }

 private:
  Structure structure_;
  const Numbers& before_;
  const std::vector<double>& most_;
};

std::vector<double> spreads_of(const Scale& scale, const policy::FitPrior& prior) {
  std::vector<double> spread(scale.kloes(), prior.weight_sd);
  spread.insert(spread.end(), {prior.cut_sd, prior.gap_sd, prior.gap_sd});
  spread.insert(spread.end(), scale.limiters(), prior.limiter_sd);
  spread.insert(spread.end(), scale.indicators(), prior.indicator_sd);
  return spread;
}

std::vector<double> errors_of(const Objective& objective, const std::vector<double>& x) {
  const auto n = static_cast<Eigen::Index>(x.size());
  const std::vector<double> second = curvature(objective, x);
  const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> hessian(second.data(),
                                                                                                         n, n);
  const Eigen::MatrixXd covariance = hessian.ldlt().solve(Eigen::MatrixXd::Identity(n, n));
  std::vector<double> errors(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    errors[i] = std::sqrt(std::max(covariance(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(i)), 0.0));
  }
  return errors;
}

}  // namespace

LadderFit fit_ladder(const Likelihood& likelihood, const Numbers& before, const policy::FitPrior& prior,
                     const std::vector<Case>& cases, const Structure& structure, bool with_errors) {
  const Scale scale(structure, before, likelihood.most());
  const std::vector<double> centre = scale.from(before), spread = spreads_of(scale, prior);
  const Objective posterior = [&](const std::vector<double>& x, std::vector<double>& slope) {
    const Numbers numbers = scale.to(x);
    std::vector<double> by(before.weights.size() + 3 + before.limiters.size() + before.indicators.size(), 0.0);
    std::array<std::vector<double>, 4> gradient;
    double value = 0;
    for (const Case& one : cases) {
      const auto grade = static_cast<std::size_t>(one.grade);
      const double p = std::max(likelihood.probabilities(*one.evidence, numbers, &gradient)[grade], least_probability);
      value -= std::log(p);
      for (std::size_t n = 0; n < by.size(); ++n) by[n] -= gradient[grade][n] / p;
    }
    slope = scale.slope(x, numbers, by);
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
  fit.numbers = scale.to(x);
  fit.standard_error = scale.errors(x, with_errors ? errors_of(posterior, x) : std::vector<double>(x.size(), 0.0));
  for (const Case& one : cases) {
    const double p = likelihood.probabilities(*one.evidence, fit.numbers)[static_cast<std::size_t>(one.grade)];
    fit.log_likelihood += std::log(std::max(p, least_probability));
  }
  return fit;
}

}  // namespace uor::fit
