#include "core/uor/study/knowing.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/study/surface.hpp"

namespace uor::study {

namespace {

/// Estimates with more drivers may be lower by chance; what is known cannot be worth less with more of it.
void never_less(std::vector<Figure>& gains, double most) {
  double least = 0;
  for (Figure& gain : gains) {
    gain.value = std::clamp(gain.value, std::min(least, most), most);
    least = gain.value;
  }
}

/// Variance of E[odds | drivers], added up over the odds; each trial's influence on it gives the error.
Figure explained(std::span<const Driver> drivers, std::span<const Column> odds) {
  double value = 0, noise = 0;
  std::vector<double> influence(odds.front().size());
  for (const Column column : odds) {
    const double mean = mean_of(column).value;
    const Surface surface = regress(drivers, column);
    for (std::size_t t = 0; t < column.size(); ++t) {
      const double about = surface.fitted[t] - mean;
      value += about * about;
      influence[t] += about * (about + 2 * (column[t] - surface.fitted[t]));
    }
    noise += surface.noise;
  }
  const double error = mean_of(influence).error;
  return {value / static_cast<double>(influence.size()) - noise, std::sqrt(error * error + noise * noise)};
}

}  // namespace

std::vector<Figure> gain_in_odds(std::span<const Driver> drivers, std::span<const Column> odds) {
  std::vector<Figure> gains;
  double most = 0;
  for (const Column column : odds) most += variance_of(column);
  for (std::size_t known = 1; known <= drivers.size(); ++known) gains.push_back(explained(drivers.first(known), odds));
  never_less(gains, most);
  return gains;
}

std::vector<Figure> gain_in_decision(std::span<const Driver> drivers, Column advantage) {
  const double mean = mean_of(advantage).value, now = std::fmax(0.0, mean);
  std::vector<double> gain(advantage.size());
  for (std::size_t t = 0; t < gain.size(); ++t) gain[t] = std::fmax(0.0, advantage[t]);
  const double most = std::fmax(0.0, mean_of(gain).value - now);
  std::vector<Figure> gains;
  for (std::size_t known = 1; known <= drivers.size(); ++known) {
    const Surface surface = regress(drivers.first(known), advantage);
    double sum = 0;
    for (std::size_t t = 0; t < gain.size(); ++t) {
      sum += std::fmax(0.0, surface.fitted[t]);
      gain[t] = ((surface.fitted[t] > 0 ? 1 : 0) - (mean > 0 ? 1 : 0)) * advantage[t];
    }
    gains.push_back({sum / static_cast<double>(gain.size()) - now, mean_of(gain).error});
  }
  never_less(gains, most);
  return gains;
}

}  // namespace uor::study
