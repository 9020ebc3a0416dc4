#include "core/uor/fit/regression.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "core/uor/fit/minimise.hpp"

namespace uor::fit {
namespace {

constexpr double ridge = 0.1;  // of a unit normal prior's precision: weak

double fact(const trust::Trust& trust, const char* field) {
  const auto found = trust.reported.find(field);
  return found == trust.reported.end() ? std::numeric_limits<double>::quiet_NaN() : found->second.value;
}

constexpr std::size_t slopes = std::tuple_size_v<Features>;  // a point is the slopes, the first cut, two log gaps

std::array<double, 3> cuts_of(const std::vector<double>& x) {
  const double first = x[slopes], second = first + std::exp(x[slopes + 1]);
  return {first, second, second + std::exp(x[slopes + 2])};
}

double place_of(const std::vector<double>& x, const Features& row) {
  double place = 0;
  for (std::size_t f = 0; f < slopes; ++f) place += x[f] * row[f];
  return place;
}

Probabilities by_cuts(double place, const std::array<double, 3>& cuts) {
  const std::array<double, 3> above = {logistic(place - cuts[0]), logistic(place - cuts[1]), logistic(place - cuts[2])};
  return {1 - above[0], above[0] - above[1], above[1] - above[2], above[2]};
}

}  // namespace

Features features_of(const trust::Trust& trust) {
  return {std::sqrt(fact(trust, "interim_support") / fact(trust, "operating_expenses")), fact(trust, "ie_margin"),
          fact(trust, "ae_four_hour"), std::log(fact(trust, "estates_cost"))};
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
    const double second = std::exp(x[slopes + 1]), third = std::exp(x[slopes + 2]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double place = place_of(x, rows[i]);
      const auto grade = static_cast<std::size_t>(grades[i]);
      const double p = std::max(by_cuts(place, cuts)[grade], least_probability);
      value -= std::log(p);
      std::array<double, 3> rise{};  // of P(above cut c) with the place
      for (std::size_t c = 0; c < 3; ++c) {
        const double above = logistic(place - cuts[c]);
        rise[c] = above * (1 - above);
      }
      const double low = grade > 0 ? rise[grade - 1] : 0.0, high = grade < 3 ? rise[grade] : 0.0;
      for (std::size_t f = 0; f < slopes; ++f) slope[f] -= (low - high) * rows[i][f] / p;
      for (std::size_t c = 0; c < 3; ++c) {
        const double by = (grade > 0 && c == grade - 1 ? -low : 0.0) + (grade < 3 && c == grade ? high : 0.0);
        slope[slopes] -= by / p;
        if (c >= 1) slope[slopes + 1] -= by * second / p;
        if (c >= 2) slope[slopes + 2] -= by * third / p;
      }
    }
    for (std::size_t f = 0; f < slopes; ++f) {
      value += 0.5 * ridge * x[f] * x[f];
      slope[f] += ridge * x[f];
    }
    return value;
  };
  const std::vector<double> free(slopes + 3, -std::numeric_limits<double>::infinity());
  const std::vector<double> x = minimise(objective, {0.0, 0.0, 0.0, 0.0, -2.0, 0.8, 0.8}, free);
  std::copy_n(x.begin(), slopes, slope_.begin());
  cuts_ = cuts_of(x);
}

Probabilities Regression::probabilities(const Features& features) const {
  return by_cuts(place_of({slope_.begin(), slope_.end()}, standardised(features)), cuts_);
}

}  // namespace uor::fit
