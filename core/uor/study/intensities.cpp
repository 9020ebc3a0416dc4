#include "core/uor/study/intensities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace uor::study {

namespace {

/// How much further another lever goes for a step that one is taken back.
constexpr std::array exchanges = {0.25, 0.5, 1.0, 2.0};
constexpr double least_saving = 1e-12;  // of a cost

class Search {
 public:
  Search(const ValueOfIntensities& value, const ValueOfIntensities& cost, double target, const IntensityRule& rule)
      : value_(value), cost_(cost), target_(target), rule_(rule) {}

  Intensities from(const std::vector<double>& start) {
    best_.at = start;
    best_.cost = cost_(start);
    best_.value = evaluate(start);
    best_.reached = best_.value >= target_;
    if (!best_.reached) try_point(std::vector<double>(start.size(), 1.0));
    for (double step = rule_.first_step; best_.reached && step >= rule_.last_step && left(); step /= 2)
      while (left() && improve(step)) {
      }
    if (best_.reached) scale_back();
    return best_;
  }

 private:
  /// All levers together, by halves of what is left.
  void scale_back() {
    const std::vector<double> from = best_.at;
    double low = 0, high = 1;
    while (left() && high - low > rule_.last_step / 4) {
      const double half = (low + high) / 2;
      std::vector<double> at = from;
      for (double& intensity : at) intensity *= half;
      (try_point(at) ? high : low) = half;
    }
  }

  bool left() const { return best_.evaluations < rule_.most_evaluations; }

  double evaluate(const std::vector<double>& at) {
    ++best_.evaluations;
    return value_(at);
  }

  /// Whether the point becomes the best: it reaches the target at less cost, or nothing has reached it and it is
  /// better.
  bool try_point(const std::vector<double>& at) {
    const double cost = cost_(at);
    if (!left() || (best_.reached && !(cost < best_.cost - least_saving * std::fmax(1.0, best_.cost)))) return false;
    const double value = evaluate(at);
    const bool reached = value >= target_;
    if (best_.reached ? !reached : !reached && !(value > best_.value || std::isnan(best_.value))) return false;
    best_.at = at;
    best_.cost = cost;
    best_.value = value;
    best_.reached = reached;
    return true;
  }

  /// Each lever back by a step, as long as that serves; else further than another that goes back.
  bool improve(double step) {
    bool improved = false;
    for (std::size_t i = 0; i < best_.at.size(); ++i) {
      while (left() && best_.at[i] > 0 && try_point(moved(i, step, i, 0))) improved = true;
      for (std::size_t j = 0; j < best_.at.size() && best_.at[i] > 0; ++j) {
        if (j == i || best_.at[j] >= 1) continue;
        for (const double exchange : exchanges)
          if (try_point(moved(i, step, j, step * exchange))) {
            improved = true;
            break;
          }
      }
    }
    return improved;
  }

  std::vector<double> moved(std::size_t back, double by, std::size_t further, double by_more) const {
    std::vector<double> at = best_.at;
    at[back] = std::max(0.0, at[back] - by);
    if (further != back) at[further] = std::min(1.0, at[further] + by_more);
    return at;
  }

  const ValueOfIntensities &value_, &cost_;
  double target_;
  IntensityRule rule_;
  Intensities best_;
};

}  // namespace

Intensities least_intensities(const std::vector<double>& start, const ValueOfIntensities& value,
                              const ValueOfIntensities& cost, double target, const IntensityRule& rule) {
  return Search(value, cost, target, rule).from(start);
}

}  // namespace uor::study
