// Proper scores of probabilities over four ordered grades, agreement, and reliability.
#pragma once

#include <vector>

#include "core/uor/fit/likelihood.hpp"

namespace uor::fit {

/// One rated trust: what was said of it and what came.
struct RatedOdds {
  Probabilities probabilities{};
  int grade = 0;  // 0 .. 3
};

/// Ranked probability score: mean over the three cuts of (P(at or below) - 1 when at or below)^2. 0 is perfect.
double ranked_probability_score(const RatedOdds& forecast);
/// -log of the probability of what came; a probability below 1e-6 counts as that.
double log_loss(const RatedOdds& forecast);
/// The most probable grade; the lower of two alike.
int mode_of(const Probabilities& probabilities);

struct Scores {
  double rps = 0, log_loss = 0, qwk = 0, accuracy = 0;
};
/// Means; qwk is the quadratic weighted kappa of modes against what came (Cohen 1968), 0 when nothing varies.
Scores scores_of(const std::vector<RatedOdds>& forecasts);

/// How often a trust that was rated outstanding had the higher expected grade than one that was rated good, a tie
/// counting half: the area under the curve. NaN without both.
double outstanding_auc(const std::vector<RatedOdds>& forecasts);

/// How often "good or better" came among trusts that were given about the same probability of it.
struct ReliabilityBin {
  double lower = 0, upper = 0;  // of the probability; upper included in the last bin only
  std::size_t count = 0;
  double expected = 0, observed = 0, standard_error = 0;  // of observed, if expected were right
};
std::vector<ReliabilityBin> reliability_of(const std::vector<RatedOdds>& forecasts, std::size_t bins = 5);

}  // namespace uor::fit
