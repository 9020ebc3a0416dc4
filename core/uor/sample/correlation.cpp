#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>

#include "core/uor/base/error.hpp"
#include "core/uor/sample/sampler.hpp"

namespace uor::sample {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr double least_pivot = 1e-12;  // below, a matrix counts as singular
constexpr double tolerance = 1e-9;     // for symmetry and the unit diagonal of what a user typed

std::string entry(Index row, Index column, double value) {
  char text[96];
  std::snprintf(text, sizeof text, "row %d column %d is %g", static_cast<int>(row) + 1, static_cast<int>(column) + 1,
                value);
  return text;
}

/// What keeps the matrix from being a correlation matrix, apart from its eigenvalues; empty when nothing does.
std::string problem_of(const MatrixXd& correlation) {
  if (correlation.rows() != correlation.cols()) {
    return "the matrix must be square, has " + std::to_string(correlation.rows()) + " rows and " +
           std::to_string(correlation.cols()) + " columns";
  }
  for (Index i = 0; i < correlation.rows(); ++i) {
    for (Index j = 0; j <= i; ++j) {
      const double value = correlation(i, j);
      if (i == j && !(std::abs(value - 1.0) <= tolerance)) return "the diagonal must be 1, " + entry(i, j, value);
      if (!(std::abs(value) <= 1.0 + tolerance)) return "a correlation must be from -1 to 1, " + entry(i, j, value);
      if (!(std::abs(value - correlation(j, i)) <= tolerance)) {
        return "the matrix must be symmetric, " + entry(i, j, value) + " and " + entry(j, i, correlation(j, i));
      }
    }
  }
  return {};
}

/// Row by row in a fixed order of additions, so that a row depends on those above it only, bit for bit.
std::optional<MatrixXd> factor_of(const MatrixXd& correlation) {
  const Index size = correlation.rows();
  MatrixXd factor = MatrixXd::Zero(size, size);
  for (Index i = 0; i < size; ++i) {
    for (Index j = 0; j <= i; ++j) {
      double rest = correlation(i, j);
      for (Index k = 0; k < j; ++k) rest -= factor(i, k) * factor(j, k);
      if (i == j && !(rest > least_pivot)) return std::nullopt;
      factor(i, j) = i == j ? std::sqrt(rest) : rest / factor(j, j);
    }
  }
  return factor;
}

/// Eigenvalues raised to `least`, the diagonal scaled back to 1, entries rounded to four places.
MatrixXd clipped(const MatrixXd& correlation, double least) {
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(correlation);
  const Eigen::VectorXd values = solver.eigenvalues().cwiseMax(least);
  MatrixXd matrix = solver.eigenvectors() * values.asDiagonal() * solver.eigenvectors().transpose();
  const Eigen::VectorXd scale = matrix.diagonal().cwiseSqrt().cwiseInverse();
  matrix = scale.asDiagonal() * matrix * scale.asDiagonal();
  return matrix.unaryExpr([](double x) { return std::round(x * 1e4) / 1e4; });
}

MatrixXd nearest_valid(const MatrixXd& correlation) {
  for (double least = 1e-4; least < 1.0; least *= 2.0) {
    MatrixXd candidate = clipped(correlation, least);
    if (factor_of(candidate)) return candidate;
  }
  return MatrixXd::Identity(correlation.rows(), correlation.cols());
}

std::string to_string(const MatrixXd& matrix) {
  std::string text = "[";
  for (Index i = 0; i < matrix.rows(); ++i) {
    text += i == 0 ? "[" : ", [";
    for (Index j = 0; j < matrix.cols(); ++j) {
      char number[32];
      std::snprintf(number, sizeof number, "%s%g", j == 0 ? "" : ", ", matrix(i, j) == 0.0 ? 0.0 : matrix(i, j));
      text += number;
    }
    text += "]";
  }
  return text + "]";
}

}  // namespace

MatrixXd cholesky_of(const std::string& group, const MatrixXd& correlation) {
  const std::string problem = problem_of(correlation);
  if (!problem.empty()) throw Error("correlation group '" + group + "': " + problem);
  const std::optional<MatrixXd> factor = factor_of(correlation);
  if (factor) return *factor;
  constexpr Index most_shown = 8;  // a larger matrix fills the screen and helps nobody
  const bool shown = correlation.rows() <= most_shown;
  throw Error("correlation group '" + group +
              "': the matrix is not positive definite (its correlations contradict each other), " +
              (shown ? "the nearest valid one is " + to_string(nearest_valid(correlation))
                     : "bring them nearer to 0 or make the group smaller"));
}

}  // namespace uor::sample
