// A rating policy and evidence that are made up, for tests of the fit.
#pragma once

#include "core/uor/fit/likelihood.hpp"

namespace uor::fit::test {

/// Even weights, cuts 1.85, 2.4, 3.1, judgement 0.3; one hard limiter (best requires improvement), one soft (best good,
/// 0.3), one indicator with coefficient 0.1.
inline policy::Rating made_up_rating() {
  policy::Rating rating;
  for (const char* id : {"clinical", "people", "support", "corporate", "finance"}) {
    rating.kloes.emplace_back();
    rating.kloes.back().id = id;
    rating.kloes.back().weight = 0.2;
  }
  rating.cut_requires_improvement = 1.85;
  rating.cut_good = 2.4;
  rating.cut_outstanding = 3.1;
  rating.judgement_sd = 0.3;
  rating.fit_prior = {0.05, 0.5, 0.5, 1.0, 0.2};
  policy::Limiter hard;
  hard.id = "hard";
  hard.best = 2;
  hard.probability = 1;
  policy::Limiter soft;
  soft.id = "soft";
  soft.best = 3;
  soft.probability = 0.3;
  rating.limiters = {hard, soft};
  policy::Indicator indicator;
  indicator.id = "indicator";
  indicator.coefficient = 0.1;
  rating.indicators = {indicator};
  return rating;
}

/// `trials` equal trials of one score for all KLOEs.
inline Evidence even_evidence(double score, double indicator = 0, std::uint64_t limits = 0, std::size_t trials = 8) {
  Evidence evidence;
  evidence.trials = trials;
  evidence.score.assign(5, std::vector<double>(trials, score));
  evidence.indicator = {std::vector<double>(trials, indicator)};
  evidence.limits.assign(trials, limits);
  return evidence;
}

}  // namespace uor::fit::test
