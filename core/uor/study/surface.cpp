#include "core/uor/study/surface.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cassert>

namespace uor::study {

namespace {

constexpr std::size_t surface_block = 512;

/// Degrees of one term by driver, and the driver whose they end with.
using Degrees = std::vector<std::size_t>;

/// Of all terms: powers of each driver alone, then products.
std::vector<Degrees> terms_of(std::span<const Driver> drivers) {
  std::vector<Degrees> terms = {Degrees(drivers.size(), 0)};
  for (std::size_t d = 0; d < drivers.size(); ++d) {
    const std::vector<Degrees> before = terms;
    for (const Degrees& others : before) {
      std::size_t sum = 0;
      for (const std::size_t degree : others) sum += degree;
      const std::size_t most = sum == 0 ? degree_of(drivers[d].law) : product_degree - std::min(product_degree, sum);
      for (std::size_t degree = 1; degree <= most; ++degree) {
        terms.push_back(others);
        terms.back()[d] = degree;
      }
    }
  }
  return terms;
}

/// Values of all terms in some trials. [term][trial]
class Terms {
 public:
  explicit Terms(std::span<const Driver> drivers) : drivers_(drivers), degrees_(terms_of(drivers)) {
    for (const Driver& driver : drivers) powers_.emplace_back(degree_of(driver.law) + 1);
  }
  Eigen::Index count() const { return static_cast<Eigen::Index>(degrees_.size()); }

  Eigen::MatrixXd at(std::size_t first, std::size_t trials) {
    Eigen::MatrixXd made(count(), trials);
    for (std::size_t t = 0; t < trials; ++t) {
      for (std::size_t d = 0; d < drivers_.size(); ++d)
        polynomials(drivers_[d].law, drivers_[d].draws[first + t], degree_of(drivers_[d].law), powers_[d].data());
      for (std::size_t term = 0; term < degrees_.size(); ++term) made(term, t) = product(degrees_[term]);
    }
    return made;
  }

 private:
  double product(const Degrees& degrees) const {
    double value = 1;
    for (std::size_t d = 0; d < degrees.size(); ++d) value *= powers_[d][degrees[d]];
    return value;
  }
  std::span<const Driver> drivers_;
  std::vector<Degrees> degrees_;
  std::vector<std::vector<double>> powers_;  // [driver][degree]
};

}  // namespace

Surface regress(std::span<const Driver> drivers, Column output) {
  Terms terms(drivers);
  const std::size_t trials = output.size();
  assert(trials > static_cast<std::size_t>(terms.count()));
  Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(terms.count(), terms.count());
  Eigen::VectorXd product = Eigen::VectorXd::Zero(terms.count());
  const auto each_block = [&](const auto& take) {
    for (std::size_t first = 0; first < trials; first += surface_block) {
      const std::size_t count = std::min(surface_block, trials - first);
      take(first, count, terms.at(first, count), Eigen::Map<const Eigen::VectorXd>(output.data() + first, count));
    }
  };
  each_block([&](std::size_t, std::size_t, const Eigen::MatrixXd& made, const auto& values) {
    gram.noalias() += made * made.transpose();
    product.noalias() += made * values;
  });
  const Eigen::LDLT<Eigen::MatrixXd> solver(gram);
  const Eigen::VectorXd coefficients = solver.solve(product);
  Surface surface;
  surface.fitted.resize(trials);
  each_block([&](std::size_t first, std::size_t count, const Eigen::MatrixXd& made, const auto& values) {
    const Eigen::VectorXd fitted = made.transpose() * coefficients;
    const Eigen::MatrixXd solved = solver.solve(made);
    for (std::size_t t = 0; t < count; ++t) {
      const double left = values[t] - fitted[t];
      surface.noise += made.col(t).dot(solved.col(t)) * left * left;
      surface.fitted[first + t] = fitted[t];
    }
  });
  surface.noise /= static_cast<double>(trials);
  return surface;
}

}  // namespace uor::study
