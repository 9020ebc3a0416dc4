#include "core/uor/study/first_order.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cassert>
#include <cmath>

namespace uor::study {

namespace {

constexpr std::size_t fewest_trials = 64;
constexpr Eigen::Index block = 512;  // trials that stay in a near cache

using Matrix = Eigen::MatrixXd;
using Array = Eigen::ArrayXXd;

/// Outputs about their means.
struct Outputs {
  Matrix values;            // [trial][output]
  Eigen::ArrayXd variance;  // [output]
};

Outputs centred(std::span<const Column> outputs, std::size_t trials) {
  Outputs made{Matrix(trials, outputs.size()), Eigen::ArrayXd(outputs.size())};
  for (std::size_t o = 0; o < outputs.size(); ++o) {
    const double mean = mean_of(outputs[o]).value;
    for (std::size_t t = 0; t < trials; ++t) made.values(t, o) = outputs[o][t] - mean;
    made.variance[o] = made.values.col(o).squaredNorm() / static_cast<double>(trials);
  }
  return made;
}

/// One driver's polynomials, regressed on.
class Regression {
 public:
  Regression(const Driver& driver, const Outputs& outputs)
      : driver_(driver), outputs_(outputs), terms_(static_cast<Eigen::Index>(degree_of(driver.law)) + 1) {
    fit();
    estimate_errors();
  }

  FirstOrder of(Eigen::Index output) const;

 private:
  Matrix basis(std::size_t first, Eigen::Index count) const {
    Matrix made(terms_, count);
    for (Eigen::Index t = 0; t < count; ++t)
      polynomials(driver_.law, driver_.draws[first + static_cast<std::size_t>(t)], degree_of(driver_.law),
                  made.col(t).data());
    return made;
  }
  Eigen::Index trials() const { return outputs_.values.rows(); }

  void fit();
  void estimate_errors();

  const Driver& driver_;
  const Outputs& outputs_;
  Eigen::Index terms_;
  Matrix coefficients_;       // [term][output]
  Array fitted_;              // [1][output]: sum of squares of what is fitted
  Array noise_;               // [term][output]: variance of the coefficient times the number of trials
  Array explained_, shares_;  // [1][output]: mean squared influence of a trial on what is explained, and on its share
};

void Regression::fit() {
  Matrix gram = Matrix::Zero(terms_, terms_), product = Matrix::Zero(terms_, outputs_.values.cols());
  for (Eigen::Index first = 0; first < trials(); first += block) {
    const Eigen::Index count = std::min(block, trials() - first);
    const Matrix made = basis(static_cast<std::size_t>(first), count);
    gram.noalias() += made * made.transpose();
    product.noalias() += made * outputs_.values.middleRows(first, count);
  }
  coefficients_ = gram.ldlt().solve(product);
  fitted_ = (coefficients_.array() * product.array()).colwise().sum();
}

void Regression::estimate_errors() {
  const Eigen::Index used = std::min<Eigen::Index>(trials(), error_trials), outputs = outputs_.values.cols();
  noise_ = Array::Zero(terms_, outputs);
  explained_ = shares_ = Array::Zero(1, outputs);
  const Eigen::ArrayXXd variance = outputs_.variance.transpose();
  const Array total = coefficients_.bottomRows(terms_ - 1).colwise().squaredNorm().array();
  const Array share = (variance > 0).select(total / variance, 0.0);
  for (Eigen::Index first = 0; first < used; first += block) {
    const Eigen::Index count = std::min(block, used - first);
    const Matrix made = basis(static_cast<std::size_t>(first), count);
    const Array values = outputs_.values.middleRows(first, count).array();
    const Array fitted = (made.transpose() * coefficients_).array();
    const Array left = values - fitted;
    noise_ += (made.array().square().matrix() * left.square().matrix()).array();
    const Array moved = 2 * (fitted.rowwise() - coefficients_.row(0).array()) * left;
    explained_ += moved.square().colwise().sum();
    shares_ +=
        (moved - (values.square().rowwise() - variance.row(0)).rowwise() * share.row(0)).square().colwise().sum();
  }
  const double count = static_cast<double>(used);
  noise_ /= count;
  explained_ /= count;
  shares_ /= count;
}

FirstOrder Regression::of(Eigen::Index output) const {
  const double variance = outputs_.variance[output], count = static_cast<double>(trials());
  if (!(variance > 0)) return {};
  double sum = 0, bias = 0, noise = 0;
  for (Eigen::Index k = 1; k < terms_; ++k) {
    const double of_term = noise_(k, output) / count;
    sum += coefficients_(k, output) * coefficients_(k, output);
    bias += of_term;
    noise += 2 * of_term * of_term;
  }
  FirstOrder made;
  made.explained = {sum - bias, std::sqrt(explained_(0, output) / count + noise)};
  made.index = {(sum - bias) / variance, std::sqrt(shares_(0, output) / count + noise) / variance};
  made.zero_odds = chi_squared_above(fitted_(0, output) / variance, static_cast<std::size_t>(terms_ - 1));
  return made;
}

}  // namespace

std::vector<std::vector<FirstOrder>> first_order(std::span<const Driver> drivers, std::span<const Column> outputs) {
  const std::size_t trials = outputs.empty() ? 0 : outputs.front().size();
  std::vector<std::vector<FirstOrder>> found(drivers.size());
  if (outputs.empty()) return found;
  assert(trials >= fewest_trials);
  const Outputs made = centred(outputs, trials);
  for (std::size_t d = 0; d < drivers.size(); ++d) {
    assert(drivers[d].draws.size() == trials);
    const Regression regression(drivers[d], made);
    for (std::size_t o = 0; o < outputs.size(); ++o) found[d].push_back(regression.of(static_cast<Eigen::Index>(o)));
  }
  return found;
}

}  // namespace uor::study
