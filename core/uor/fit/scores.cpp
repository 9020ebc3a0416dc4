#include "core/uor/fit/scores.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace uor::fit {
namespace {

constexpr double least_scored_probability = 1e-6;

double kappa(const std::vector<RatedOdds>& forecasts) {
  std::array<std::array<double, 4>, 4> seen{};
  std::array<double, 4> came{}, said{};
  for (const RatedOdds& forecast : forecasts) {
    const auto grade = static_cast<std::size_t>(forecast.grade);
    const auto mode = static_cast<std::size_t>(mode_of(forecast.probabilities));
    ++seen[grade][mode];
    ++came[grade];
    ++said[mode];
  }
  double observed = 0, expected = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      const double distance = static_cast<double>(i) - static_cast<double>(j);
      observed += distance * distance * seen[i][j];
      expected += distance * distance * came[i] * said[j] / static_cast<double>(forecasts.size());
    }
  }
  return expected > 0 ? 1 - observed / expected : 0.0;
}

}  // namespace

double ranked_probability_score(const RatedOdds& forecast) {
  double below = 0, score = 0;
  for (int c = 0; c < 3; ++c) {
    below += forecast.probabilities[static_cast<std::size_t>(c)];
    const double miss = below - (forecast.grade <= c ? 1.0 : 0.0);
    score += miss * miss;
  }
  return score / 3;
}

double log_loss(const RatedOdds& forecast) {
  return -std::log(
      std::max(forecast.probabilities[static_cast<std::size_t>(forecast.grade)], least_scored_probability));
}

int mode_of(const Probabilities& probabilities) {
  return static_cast<int>(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
}

Scores scores_of(const std::vector<RatedOdds>& forecasts) {
  Scores scores;
  if (forecasts.empty()) return scores;
  const double n = static_cast<double>(forecasts.size());
  for (const RatedOdds& forecast : forecasts) {
    scores.rps += ranked_probability_score(forecast) / n;
    scores.log_loss += log_loss(forecast) / n;
    scores.accuracy += (mode_of(forecast.probabilities) == forecast.grade ? 1.0 : 0.0) / n;
  }
  scores.qwk = kappa(forecasts);
  return scores;
}

double outstanding_auc(const std::vector<RatedOdds>& forecasts) {
  const auto expected = [](const RatedOdds& one) {
    return one.probabilities[1] + 2 * one.probabilities[2] + 3 * one.probabilities[3];
  };
  double won = 0, pairs = 0;
  for (const RatedOdds& high : forecasts) {
    if (high.grade != 3) continue;
    for (const RatedOdds& low : forecasts) {
      if (low.grade != 2) continue;
      const double ahead = expected(high) - expected(low);
      won += ahead > 0 ? 1.0 : ahead == 0 ? 0.5 : 0.0;
      ++pairs;
    }
  }
  return pairs > 0 ? won / pairs : std::nan("");
}

std::vector<ReliabilityBin> reliability_of(const std::vector<RatedOdds>& forecasts, std::size_t bins) {
  std::vector<ReliabilityBin> all(bins);
  std::vector<double> variance(bins, 0.0);
  for (std::size_t b = 0; b < bins; ++b) {
    all[b].lower = static_cast<double>(b) / static_cast<double>(bins);
    all[b].upper = static_cast<double>(b + 1) / static_cast<double>(bins);
  }
  for (const RatedOdds& forecast : forecasts) {
    const double p = std::clamp(forecast.probabilities[2] + forecast.probabilities[3], 0.0, 1.0);
    const std::size_t b = std::min(static_cast<std::size_t>(p * static_cast<double>(bins)), bins - 1);
    ++all[b].count;
    all[b].expected += p;
    all[b].observed += forecast.grade >= 2 ? 1.0 : 0.0;
    variance[b] += p * (1 - p);
  }
  for (std::size_t b = 0; b < bins; ++b) {
    if (all[b].count == 0) continue;
    const double n = static_cast<double>(all[b].count);
    all[b].expected /= n;
    all[b].observed /= n;
    all[b].standard_error = std::sqrt(variance[b]) / n;
  }
  return all;
}

}  // namespace uor::fit
