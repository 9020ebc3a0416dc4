#include "core/uor/fit/likelihood.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/base/elementary.hpp"

namespace uor::fit {
namespace {

constexpr std::size_t cut_count = 3;
constexpr double one_over_root_two_pi = 0.39894228040143267794;

/// Three columns over the trials.
struct ByCut {
  explicit ByCut(std::size_t trials) : values(cut_count * trials) {
    for (std::size_t c = 0; c < cut_count; ++c) rows[c] = values.data() + c * trials;
  }
  std::vector<double> values;
  std::array<double*, cut_count> rows{};
};

/// Without judgement.
std::vector<double> latents(const Evidence& evidence, const Numbers& numbers) {
  std::vector<double> latent(evidence.trials, 0.0);
  const auto add = [&](double weight, const std::vector<double>& column) {
    for (std::size_t t = 0; t < latent.size(); ++t) latent[t] += weight * column[t];
  };
  for (std::size_t k = 0; k < numbers.weights.size(); ++k) add(numbers.weights[k], evidence.score[k]);
  for (std::size_t i = 0; i < numbers.indicators.size(); ++i) add(numbers.indicators[i], evidence.indicator[i]);
  return latent;
}

double mean_of(const double* values, std::size_t count) {
  double sum = 0;
  for (std::size_t t = 0; t < count; ++t) sum += values[t];
  return sum / static_cast<double>(count);
}

double mean_product(const double* a, const double* b, std::size_t count) {
  double sum = 0;
  for (std::size_t t = 0; t < count; ++t) sum += a[t] * b[t];
  return sum / static_cast<double>(count);
}

/// Derivatives of the probability of being above a cut, by weights, cuts, limiters and indicators.
struct Slopes {
  const Evidence& evidence;
  const Numbers& numbers;
  const std::vector<std::size_t>& soft;
  const rate::OddsRules& rules;

  std::size_t first_limiter() const { return numbers.weights.size() + cut_count; }
  std::size_t count() const { return first_limiter() + soft.size() + numbers.indicators.size(); }

  /// density: of the latent at the cut, where no limiter forbids to be above; passed: probability of being above.
  std::vector<double> of_cut(std::size_t cut, const double* density, const double* passed) const {
    const std::size_t trials = evidence.trials;
    std::vector<double> slope;
    for (const std::vector<double>& score : evidence.score)
      slope.push_back(mean_product(density, score.data(), trials));
    slope.resize(first_limiter(), 0.0);
    slope[numbers.weights.size() + cut] = -mean_of(density, trials);
    for (std::size_t s = 0; s < soft.size(); ++s) slope.push_back(of_limiter(cut, s, passed));
    for (const std::vector<double>& indicator : evidence.indicator)
      slope.push_back(mean_product(density, indicator.data(), trials));
    return slope;
  }

  double of_limiter(std::size_t cut, std::size_t s, const double* passed) const {
    if ((rules.capped[cut] >> soft[s] & 1) == 0) return 0;
    double sum = 0;
    for (std::size_t t = 0; t < evidence.trials; ++t) sum += (evidence.limits[t] >> soft[s] & 1) != 0 ? passed[t] : 0.0;
    return -sum / (1 - numbers.limiters[s]) / static_cast<double>(evidence.trials);
  }
};

}  // namespace

Likelihood::Likelihood(const policy::Rating& rating) : judgement_sd_(rating.judgement_sd) {
  if (!(judgement_sd_ > 0)) throw Error("the policy's judgement has sd 0 (a fit needs it to tell near trusts apart)");
  given_ = model::numbers_of(rating);
  given_.limiters.clear();  // the soft ones follow
  for (std::size_t l = 0; l < rating.limiters.size(); ++l) {
    const policy::Limiter& limiter = rating.limiters[l];
    if (limiter.worst) {
      throw Error(limiter.where, "the limiter '" + limiter.id + "' has a worst grade, which a fit does not take");
    }
    rate::add_row(limits_, l, static_cast<rate::Grade>(limiter.best.value_or(4)), 1);
    chance_.push_back(std::min(limiter.probability, 1.0));
    if (limiter.probability >= 1) continue;
    soft_.push_back(l);
    given_.limiters.push_back(limiter.probability);
    most_.push_back(limiter.most);
  }
}

Probabilities Likelihood::probabilities(const Evidence& evidence, const Numbers& numbers,
                                        std::array<std::vector<double>, 4>* gradient) const {
  const std::size_t trials = evidence.trials;
  const std::vector<double> latent = latents(evidence, numbers);
  std::vector<double> chance = chance_;
  for (std::size_t s = 0; s < soft_.size(); ++s) chance[soft_[s]] = numbers.limiters[s];
  rate::OddsRules rules = limits_;
  std::copy(numbers.cuts.begin(), numbers.cuts.end(), rules.cuts);
  const rate::OddsSide side{latent.data(), evidence.limits.data(), chance.data(), 0, judgement_sd_};
  const ByCut passed(trials);
  rate::odds_above(rules, side, trials, passed.rows.data());
  std::array<double, cut_count> above{};
  for (std::size_t c = 0; c < cut_count; ++c) above[c] = mean_of(passed.rows[c], trials);
  if (gradient != nullptr) *gradient = slopes(evidence, numbers, rules, side, passed.rows);
  return {1 - above[0], above[0] - above[1], above[1] - above[2], above[2]};
}

std::array<std::vector<double>, 4> Likelihood::slopes(const Evidence& evidence, const Numbers& numbers,
                                                      const rate::OddsRules& rules, const rate::OddsSide& side,
                                                      const std::array<double*, 3>& passed) const {
  const ByCut density(evidence.trials);
  rate::odds_spared(rules.capped, side, evidence.trials, density.rows.data());
  const double scale = one_over_root_two_pi / side.spread;
  const Slopes made{evidence, numbers, soft_, rules};
  std::array<std::vector<double>, 4> gradient;
  gradient.fill(std::vector<double>(made.count(), 0.0));
  for (std::size_t c = 0; c < cut_count; ++c) {
    for (std::size_t t = 0; t < evidence.trials; ++t) {
      const double z = (side.latent[t] - rules.cuts[c]) / side.spread;
      density.rows[c][t] *= scale * elementary::exp_of(-0.5 * z * z);
    }
    const std::vector<double> slope = made.of_cut(c, density.rows[c], passed[c]);
    for (std::size_t n = 0; n < slope.size(); ++n) {
      gradient[c][n] -= slope[n];
      gradient[c + 1][n] += slope[n];
    }
  }
  return gradient;
}

}  // namespace uor::fit
