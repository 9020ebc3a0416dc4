#include "core/uor/fit/likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace uor::fit {
namespace {

constexpr std::size_t cut_count = 3;

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }
double normal_density(double z) { return std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi); }

}  // namespace

Likelihood::Likelihood(const policy::Rating& rating) : judgement_sd_(rating.judgement_sd) {
  if (!(judgement_sd_ > 0)) throw Error("the policy's judgement has sd 0 (a fit needs it to tell near trusts apart)");
  for (const policy::Kloe& kloe : rating.kloes) given_.weights.push_back(kloe.weight);
  given_.cuts = {rating.cut_requires_improvement, rating.cut_good, rating.cut_outstanding};
  for (std::size_t l = 0; l < rating.limiters.size(); ++l) {
    const policy::Limiter& limiter = rating.limiters[l];
    if (limiter.worst) {
      throw Error(limiter.where, "the limiter '" + limiter.id + "' has a worst grade, which a fit does not take");
    }
    best_.push_back(limiter.best.value_or(4));
    hard_.push_back(limiter.probability >= 1);
    if (hard_.back()) continue;
    soft_.push_back(l);
    given_.limiters.push_back(limiter.probability);
    most_.push_back(limiter.most);
  }
  for (const policy::Indicator& indicator : rating.indicators) given_.indicators.push_back(indicator.coefficient);
}

Probabilities Likelihood::probabilities(const Evidence& evidence, const Numbers& numbers,
                                        std::array<std::vector<double>, 4>* gradient) const {
  const std::size_t weight_count = numbers.weights.size();
  const std::size_t first_limiter = weight_count + cut_count, first_indicator = first_limiter + soft_.size();
  const std::size_t count = first_indicator + numbers.indicators.size();
  std::array<double, 3> above{};  // probability of being above each cut
  std::array<std::vector<double>, 3> slope;
  if (gradient != nullptr) slope.fill(std::vector<double>(count, 0.0));
  for (std::size_t t = 0; t < evidence.trials; ++t) {
    double latent = 0;
    for (std::size_t k = 0; k < weight_count; ++k) latent += numbers.weights[k] * evidence.score[k][t];
    for (std::size_t i = 0; i < numbers.indicators.size(); ++i) {
      latent += numbers.indicators[i] * evidence.indicator[i][t];
    }
    std::array<double, 3> free = {1, 1, 1};  // probability that no limiter holds the rating at or below this cut
    const std::uint64_t held = evidence.limits[t];
    for (std::size_t l = 0; l < best_.size(); ++l) {
      if (!hard_[l] || (held >> l & 1) == 0) continue;
      for (std::size_t c = static_cast<std::size_t>(best_[l]) - 1; c < cut_count; ++c) free[c] = 0;
    }
    for (std::size_t s = 0; s < soft_.size(); ++s) {
      if ((held >> soft_[s] & 1) == 0) continue;
      for (std::size_t c = static_cast<std::size_t>(best_[soft_[s]]) - 1; c < cut_count; ++c) {
        free[c] *= 1 - numbers.limiters[s];
      }
    }
    for (std::size_t c = 0; c < cut_count; ++c) {
      const double z = (latent - numbers.cuts[c]) / judgement_sd_;
      const double passed = normal_cdf(z) * free[c];
      above[c] += passed;
      if (gradient == nullptr) continue;
      std::vector<double>& at = slope[c];
      const double density = normal_density(z) / judgement_sd_ * free[c];
      for (std::size_t k = 0; k < weight_count; ++k) at[k] += density * evidence.score[k][t];
      at[weight_count + c] -= density;
      for (std::size_t s = 0; s < soft_.size(); ++s) {
        if ((held >> soft_[s] & 1) == 0 || static_cast<std::size_t>(best_[soft_[s]]) > c + 1) continue;
        at[first_limiter + s] -= passed / (1 - numbers.limiters[s]);
      }
      for (std::size_t i = 0; i < numbers.indicators.size(); ++i) {
        at[first_indicator + i] += density * evidence.indicator[i][t];
      }
    }
  }
  const double trials = static_cast<double>(evidence.trials);
  for (double& share : above) share /= trials;
  if (gradient != nullptr) {
    for (std::size_t grade = 0; grade < 4; ++grade) {
      std::vector<double>& out = (*gradient)[grade];
      out.assign(count, 0.0);
      for (std::size_t n = 0; n < count; ++n) {
        out[n] = ((grade > 0 ? slope[grade - 1][n] : 0.0) - (grade < 3 ? slope[grade][n] : 0.0)) / trials;
      }
    }
  }
  return {1 - above[0], above[0] - above[1], above[1] - above[2], above[2]};
}

}  // namespace uor::fit
