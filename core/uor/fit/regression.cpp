#include "core/uor/fit/regression.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/uor/fit/minimise.hpp"

namespace uor::fit {
namespace {

constexpr double ridge = 0.1;  // of a unit normal prior's precision: weak

double fact(const trust::Trust& trust, const char* field) {
  const auto found = trust.reported.find(field);
  return found == trust.reported.end() ? std::numeric_limits<double>::quiet_NaN() : found->second.value;
}

std::array<double, 3> cuts_of(const std::vector<double>& x) {
  const double first = x[3], second = first + std::exp(x[4]);
  return {first, second, second + std::exp(x[5])};
}

Probabilities by_cuts(double place, const std::array<double, 3>& cuts) {
  const std::array<double, 3> above = {logistic(place - cuts[0]), logistic(place - cuts[1]), logistic(place - cuts[2])};
  return {1 - above[0], above[0] - above[1], above[1] - above[2], above[2]};
}

}  // namespace

Features features_of(const trust::Trust& trust) {
  return {fact(trust, "interim_support") / fact(trust, "operating_expenses"), fact(trust, "ae_four_hour"),
          std::log(fact(trust, "estates_cost"))};
}

Features Regression::standardised(const Features& features) const {
  Features out{};
  for (std::size_t f = 0; f < out.size(); ++f) {
    out[f] = std::isfinite(features[f]) ? (features[f] - mean_[f]) / spread_[f] : 0.0;
  }
  return out;
}

Regression::Regression(const std::vector<Features>& features, const std::vector<int>& grades) {
  for (std::size_t f = 0; f < mean_.size(); ++f) {
    double sum = 0, squares = 0, count = 0;
    for (const Features& row : features) {
      if (!std::isfinite(row[f])) continue;
      sum += row[f];
      squares += row[f] * row[f];
      ++count;
    }
    mean_[f] = count > 0 ? sum / count : 0.0;
    spread_[f] = std::sqrt(std::max(count > 0 ? squares / count - mean_[f] * mean_[f] : 1.0, 1e-12));
  }
  std::vector<Features> rows;
  for (const Features& row : features) rows.push_back(standardised(row));
  const Objective objective = [&](const std::vector<double>& x, std::vector<double>& slope) {
    std::fill(slope.begin(), slope.end(), 0.0);
    double value = 0;
    const std::array<double, 3> cuts = cuts_of(x);
    const double second = std::exp(x[4]), third = std::exp(x[5]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double place = x[0] * rows[i][0] + x[1] * rows[i][1] + x[2] * rows[i][2];
      const auto grade = static_cast<std::size_t>(grades[i]);
      const double p = std::max(by_cuts(place, cuts)[grade], least_probability);
      value -= std::log(p);
      std::array<double, 3> rise{};  // of P(above cut c) with the place
      for (std::size_t c = 0; c < 3; ++c) {
        const double above = logistic(place - cuts[c]);
        rise[c] = above * (1 - above);
      }
      const double low = grade > 0 ? rise[grade - 1] : 0.0, high = grade < 3 ? rise[grade] : 0.0;
      for (std::size_t f = 0; f < 3; ++f) slope[f] -= (low - high) * rows[i][f] / p;
      for (std::size_t c = 0; c < 3; ++c) {
        const double by = (grade > 0 && c == grade - 1 ? -low : 0.0) + (grade < 3 && c == grade ? high : 0.0);
        slope[3] -= by / p;
        if (c >= 1) slope[4] -= by * second / p;
        if (c >= 2) slope[5] -= by * third / p;
      }
    }
    for (std::size_t f = 0; f < 3; ++f) {
      value += 0.5 * ridge * x[f] * x[f];
      slope[f] += ridge * x[f];
    }
    return value;
  };
  const std::vector<double> free(6, -std::numeric_limits<double>::infinity());
  const std::vector<double> x = minimise(objective, {-1.0, 0.5, 0.0, -2.0, 0.8, 0.8}, free);
  slope_ = {x[0], x[1], x[2]};
  cuts_ = cuts_of(x);
}

Probabilities Regression::probabilities(const Features& features) const {
  const Features row = standardised(features);
  return by_cuts(slope_[0] * row[0] + slope_[1] * row[1] + slope_[2] * row[2], cuts_);
}

}  // namespace uor::fit
