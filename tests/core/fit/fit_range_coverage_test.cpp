// The range that a fit leaves covers the truth as often as it says: numbers drawn from the priors, ratings drawn by
// them, fitted again.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/uor/fit/ladder_fit.hpp"
#include "core/uor/model/fit_draws.hpp"
#include "core/uor/model/fit_scale.hpp"
#include "tests/core/fit/made_up_rating.hpp"

namespace uor::fit {
namespace {

constexpr std::size_t rated = 60, asked = 5;

struct Chance {
  std::mt19937_64 words{20180626};
  std::normal_distribution<double> normal;

  double z() { return normal(words); }
  double uniform() { return std::uniform_real_distribution<double>()(words); }
};

Evidence drawn_trust(Chance& chance) {
  const double middle = 2.4 + 0.4 * chance.z();
  Evidence trust = test::even_evidence(middle, chance.z(), chance.uniform() < 0.3 ? 0b10 : 0, 1);
  for (std::vector<double>& score : trust.score) score[0] = std::clamp(middle + 0.3 * chance.z(), 1.0, 4.0);
  return trust;
}

/// On the scale on which priors are normal, in the order of a point.
Numbers drawn_numbers(const policy::Rating& rating, const Likelihood& likelihood, Chance& chance) {
  const model::FitScale scale(rating.kloes.size(), likelihood.most(), rating.indicators.size());
  std::vector<double> x = scale.from(likelihood.given());
  const policy::FitPrior& prior = rating.fit_prior;
  for (std::size_t i = 0; i < x.size(); ++i) {
    double sd = prior.indicator_sd;
    if (i < scale.kloes())
      sd = prior.weight_sd;
    else if (i == scale.kloes())
      sd = prior.cut_sd;
    else if (i < scale.first_limiter())
      sd = prior.gap_sd;
    else if (i < scale.first_indicator())
      sd = prior.limiter_sd;
    x[i] += sd * chance.z();
    if (i < scale.kloes()) x[i] = std::max(x[i], 0.0);
  }
  return scale.to(x);
}

int drawn_grade(const Probabilities& odds, double u) {
  int grade = 0;
  for (double passed = odds[0]; grade < 3 && u > passed; passed += odds[static_cast<std::size_t>(++grade)]) {
  }
  return grade;
}

/// The policy that a fit writes.
policy::Policy fitted_policy(policy::Rating rating, const Likelihood& likelihood, const LadderFit& fit) {
  for (std::size_t k = 0; k < rating.kloes.size(); ++k) rating.kloes[k].weight = fit.numbers.weights[k];
  rating.cut_requires_improvement = fit.numbers.cuts[0];
  rating.cut_good = fit.numbers.cuts[1];
  rating.cut_outstanding = fit.numbers.cuts[2];
  for (std::size_t l = 0; l < likelihood.soft().size(); ++l)
    rating.limiters[likelihood.soft()[l]].probability = fit.numbers.limiters[l];
  for (std::size_t i = 0; i < rating.indicators.size(); ++i)
    rating.indicators[i].coefficient = fit.numbers.indicators[i];
  policy::Policy policy;
  policy.rating = rating;
  policy.fit_covariance = {model::names_on_fit_scale(rating, likelihood.soft()), fit.covariance};
  return policy;
}

double good_or_better(const Likelihood& likelihood, const Evidence& trust, Numbers numbers) {
  const Probabilities odds = likelihood.probabilities(trust, numbers);
  return odds[2] + odds[3];
}

/// Draws have all limiters; a likelihood takes those that may be broken.
Numbers of_soft_limiters(const Numbers& drawn, const Likelihood& likelihood) {
  Numbers numbers = drawn;
  numbers.limiters.clear();
  for (const std::size_t l : likelihood.soft()) numbers.limiters.push_back(drawn.limiters[l]);
  return numbers;
}

bool covers(const Likelihood& likelihood, const std::vector<Numbers>& draws, const Evidence& trust, double truth) {
  std::vector<double> odds;
  for (const Numbers& draw : draws)
    odds.push_back(good_or_better(likelihood, trust, of_soft_limiters(draw, likelihood)));
  std::sort(odds.begin(), odds.end());
  const std::size_t twentieth = odds.size() / 20;
  return truth >= odds[twentieth] && truth <= odds[odds.size() - 1 - twentieth];
}

/// 200 times; of 1,000 odds that hang together in fives the share that is covered is known to about 1.5 %.
TEST(FitRange, CoversTheTruthNineTimesInTen) {
  const policy::Rating rating = test::made_up_rating();
  const Likelihood likelihood(rating);
  Chance chance;
  int covered = 0, all = 0;
  for (int world = 0; world < 200; ++world) {
    const Numbers truth = drawn_numbers(rating, likelihood, chance);
    std::vector<Evidence> trusts;
    for (std::size_t i = 0; i < rated; ++i) trusts.push_back(drawn_trust(chance));
    std::vector<Case> cases;
    for (const Evidence& trust : trusts)
      cases.push_back({&trust, drawn_grade(likelihood.probabilities(trust, truth), chance.uniform())});
    const LadderFit fit = fit_ladder(likelihood, likelihood.given(), rating.fit_prior, cases);
    const std::vector<Numbers> draws = model::fit_draws(fitted_policy(rating, likelihood, fit));
    for (std::size_t i = 0; i < asked; ++i, ++all) {
      const Evidence trust = drawn_trust(chance);
      covered += covers(likelihood, draws, trust, good_or_better(likelihood, trust, truth)) ? 1 : 0;
    }
  }
  EXPECT_GE(covered, 0.85 * all);
  EXPECT_LE(covered, 0.95 * all);
}

}  // namespace
}  // namespace uor::fit
