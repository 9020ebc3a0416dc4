#include "core/uor/sample/beta_tail.hpp"

#include <algorithm>

#include "core/uor/base/elementary.hpp"
#include "core/uor/sample/kernels.hpp"

namespace uor::sample {

namespace {

constexpr double furthest_logit = 40.0;    // e^-40 = 4e-18: beyond, the density is a pure exponential in y
constexpr double negligible_depth = 70.0;  // e^-70 of the peak
constexpr int most_iterations = 100;
constexpr double settled = 1e-8;  // of a panel: one more Newton step would move by its square

// Eight-point Gauss-Legendre rule on -1..1, positive half (Abramowitz and Stegun 1964, table 25.4).
constexpr std::array<double, 4> gauss_nodes = {0.183434642495649805, 0.525532409916328986, 0.796666477413626740,
                                               0.960289856497536232};
constexpr std::array<double, 4> gauss_weights = {0.362683783378361983, 0.313706645877887287, 0.222381034453374471,
                                                 0.101228536290376259};

}  // namespace

double from_logit(double logit) { return 1.0 / (1.0 + elementary::exp_of(-logit)); }

double to_logit(double x, double one_minus_x) { return elementary::log_of(x) - elementary::log_of(one_minus_x); }

BetaTail::BetaTail(double alpha, double beta) : alpha_(alpha), beta_(beta) {
  peak_ = exponent(to_logit(alpha, beta));
  start_ = edge(-furthest_logit);
  const double end = edge(furthest_logit);
  width_ = (end - start_) / static_cast<double>(panels);
  cumulative_[0] = density(start_) / alpha_;
  for (std::size_t i = 0; i < panels; ++i) {
    const double from = start_ + width_ * static_cast<double>(i);
    cumulative_[i + 1] = cumulative_[i] + integral(from, from + width_);
  }
  total_ = cumulative_[panels] + density(end) / beta_;
}

double BetaTail::exponent(double logit) const { return elementary::beta_exponent(alpha_, beta_, logit); }

double BetaTail::density(double logit) const { return elementary::exp_of(exponent(logit) - peak_); }

double BetaTail::integral(double from, double to) const {
  const double middle = 0.5 * (from + to), half = 0.5 * (to - from);
  std::array<double, 2 * gauss_nodes.size()> at, densities;
  for (std::size_t i = 0; i < gauss_nodes.size(); ++i) {
    const double step = half * gauss_nodes[i];
    at[2 * i] = middle - step;
    at[2 * i + 1] = middle + step;
  }
  kernels().beta_density(alpha_, beta_, peak_, at.data(), densities.data(), at.size());
  double sum = 0.0;
  for (std::size_t i = 0; i < gauss_nodes.size(); ++i) {
    sum += gauss_weights[i] * (densities[2 * i] + densities[2 * i + 1]);
  }
  return sum * half;
}

/// Where the density becomes negligible between the mode and `towards`, by bisection, or `towards` itself.
double BetaTail::edge(double towards) const {
  if (exponent(towards) >= peak_ - negligible_depth) return towards;
  double near = to_logit(alpha_, beta_), far = towards;
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (near + far);
    (exponent(middle) < peak_ - negligible_depth ? far : near) = middle;
  }
  return far;
}

double BetaTail::below(double logit) const {
  const double place = (logit - start_) / width_;
  if (place <= 0.0) return density(logit) / alpha_ / total_;
  const std::size_t panel = place < panels ? static_cast<std::size_t>(place) : panels;
  const double from = start_ + width_ * static_cast<double>(panel);
  const double rest = panel == panels ? 0.0 : integral(from, logit);
  return (cumulative_[panel] + rest) / total_;
}

double BetaTail::logit_at(double probability) const {
  const double mass = probability * total_;
  if (mass <= cumulative_.front()) return start_ + elementary::log_of(mass / cumulative_.front()) / alpha_;
  if (mass >= cumulative_.back()) return start_ + width_ * static_cast<double>(panels);
  const auto above = std::upper_bound(cumulative_.begin(), cumulative_.end(), mass);
  return solve_in_panel(static_cast<std::size_t>(above - cumulative_.begin()) - 1, mass);
}

/// Newton's method inside a bracket that shrinks; a step that leaves it is replaced by its middle.
double BetaTail::solve_in_panel(std::size_t panel, double mass) const {
  const double from = start_ + width_ * static_cast<double>(panel);
  double low = from, high = from + width_;
  double y = low + width_ * (mass - cumulative_[panel]) / (cumulative_[panel + 1] - cumulative_[panel]);
  for (int i = 0; i < most_iterations; ++i) {
    const double excess = cumulative_[panel] + integral(from, y) - mass;
    (excess < 0.0 ? low : high) = y;
    const double step = y - excess / density(y);
    const double next = step >= low && step <= high ? step : 0.5 * (low + high);
    const double moved = next < y ? y - next : next - y;
    y = next;
    if (moved <= settled * width_) break;
  }
  return y;
}

}  // namespace uor::sample
