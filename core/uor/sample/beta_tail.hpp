// The distribution function of the standard beta distribution and its inverse, without libm: the same bits everywhere.
#pragma once

#include <array>
#include <cstddef>

namespace uor::sample {

/// Shapes for which the error bounds of this file and of beta_table.hpp were measured.
inline constexpr double smallest_beta_shape = 0.2;
inline constexpr double largest_beta_shape = 1e6;

/// The lower tail of Beta(alpha, beta) on the logit scale y = ln(x / (1 - x)), where the density x^alpha (1 - x)^beta
/// is smooth for every shape: Gauss-Legendre quadrature over equal panels, from where the density is negligible or is
/// a pure exponential. For the upper tail use BetaTail(beta, alpha) at -y.
class BetaTail {
 public:
  BetaTail(double alpha, double beta);

  /// P(X < x(y)); relative error below 1e-9 for probabilities above 1e-19.
  double below(double logit) const;

  /// y with below(y) = probability, for probabilities from 1e-20 to 1/2.
  double logit_at(double probability) const;

 private:
  static constexpr std::size_t panels = 160;

  double exponent(double logit) const;
  double density(double logit) const;  // relative to its peak
  double integral(double from, double to) const;
  double edge(double towards) const;
  double solve_in_panel(std::size_t panel, double mass) const;

  double alpha_, beta_;
  double peak_ = 0.0;  // exponent at the mode
  double start_ = 0.0, width_ = 0.0, total_ = 0.0;
  std::array<double, panels + 1> cumulative_{};  // integral of density up to each panel's left edge
};

/// x(y) = 1 / (1 + e^-y).
double from_logit(double logit);

/// y(x) = ln(x / (1 - x)), given both parts, since 1 - x may be known better than x.
double to_logit(double x, double one_minus_x);

}  // namespace uor::sample
