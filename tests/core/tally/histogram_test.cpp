#include "core/uor/tally/histogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <string>

#include "core/uor/tally/tally.hpp"

namespace uor::tally {
namespace {

constexpr std::size_t trials = 20000, pilot_trials = 256;
const std::array<double, 7> levels = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

/// As a run counts one column, batch by batch.
Distributions counted(const Scale& scale, const std::vector<double>& values, std::size_t batch = 256) {
  LeafSums sums;
  sums.start(1, values.size());
  Distributions distributions;
  distributions.start(1);
  std::vector<std::uint16_t> bins(batch);
  for (std::size_t first = 0; first < values.size(); first += batch) {
    const std::size_t count = std::min(batch, values.size() - first);
    const Extremes found = sums.add(0, values.data() + first, nullptr, scale, first, count, bins.data());
    distributions.add(0, values.data() + first, bins.data(), count, found, scale);
    distributions.passed(count);
  }
  return distributions;
}

std::vector<std::uint32_t> counts_of(const Scale& scale, const std::vector<double>& values) {
  const Distributions distributions = counted(scale, values);
  return distributions.counts(0);
}

Scale scale_of_first(const std::vector<double>& values) {
  return scale_of({values.begin(), values.begin() + std::min(pilot_trials, values.size())});
}

std::vector<double> quantiles(const std::vector<double>& values) {
  const Scale scale = scale_of_first(values);
  const Distributions found = counted(scale, values);
  std::vector<double> read(levels.size());
  quantiles_of(scale, found.counts(0), found.far(0), found.minimum(0), found.maximum(0), levels, read.data());
  return read;
}

/// Of values that are sorted: the interquartile range as a normal deviation has it.
double spread(const std::vector<double>& sorted) {
  const std::size_t n = sorted.size();
  return (sorted[3 * n / 4] - sorted[n / 4]) / 1.349;
}

/// What docs/decisions/0004 promises of a column's values, sorted; a rank between two values may be read as either.
void expect_bound(const std::vector<double>& values, const std::string& name) {
  const std::vector<double> read = quantiles(values);
  std::vector<double> sorted = values;
  std::erase_if(sorted, [](double value) { return !std::isfinite(value); });
  std::sort(sorted.begin(), sorted.end());
  const double center = sorted[sorted.size() / 2];
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const double rank = levels[i] * static_cast<double>(sorted.size());
    const auto at = static_cast<std::size_t>(rank);
    const double low = sorted[at > 0 ? at - 1 : 0], high = sorted[std::min(at, sorted.size() - 1)];
    const auto bound = [&](double exact) {
      const double ulp = 4 * std::numeric_limits<double>::epsilon() * std::max(std::abs(exact), std::abs(center));
      return std::ldexp(spread(sorted) + std::abs(exact - center), -bin_bits) + ulp;
    };
    EXPECT_GE(read[i], low - bound(low)) << name << " at " << levels[i];
    EXPECT_LE(read[i], high + bound(high)) << name << " at " << levels[i];
    EXPECT_GE(read[i], sorted.front()) << name;
    EXPECT_LE(read[i], sorted.back()) << name;
  }
}

using Draw = std::function<double(std::mt19937_64&)>;

double normal(std::mt19937_64& random, double mean, double sd) {
  return std::normal_distribution<double>(mean, sd)(random);
}
bool happens(std::mt19937_64& random, double share) { return std::bernoulli_distribution(share)(random); }

/// Kinds of columns that a run can have, on any side.
const std::vector<std::pair<std::string, Draw>> kinds = {
    {"normal", [](auto& random) { return normal(random, 200, 3); }},
    {"constant", [](auto&) { return 7.2; }},
    {"constant at nought", [](auto&) { return 0.0; }},
    {"the last bits of a constant", [](auto& random) { return 7.2 * (1 + (happens(random, 0.5) ? 2e-16 : 0)); }},
    {"nearly constant", [](auto& random) { return normal(random, 7.2, 1e-9); }},
    {"constant but for one in ten", [](auto& random) { return happens(random, 0.1) ? normal(random, 7, 1) : 7.2; }},
    {"nearly constant but for one in ten, a million spreads away",
     [](auto& random) { return normal(random, happens(random, 0.1) ? 1e-3 : 0, 1e-9); }},
    {"nought in 95 of 100, else large",
     [](auto& random) { return happens(random, 0.05) ? normal(random, 3e7, 1e6) : 0; }},
    {"nought in 60 of 100, else both signs",
     [](auto& random) { return happens(random, 0.4) ? normal(random, 0, 9) : 0; }},
    {"a cap that most reach", [](auto& random) { return std::min(100.0, normal(random, 103, 5)); }},
    {"never seen in the first trials",
     [n = std::size_t{0}](auto& random) mutable { return n++ < pilot_trials ? 5.0 : normal(random, 6, 0.1); }},
    {"nearly constant in the first trials",
     [n = std::size_t{0}](auto& random) mutable {
       return n++ < pilot_trials ? normal(random, 5.0, 1e-12) : normal(random, 6, 0.1);
     }},
    {"tiny", [](auto& random) { return normal(random, 3e-100, 1e-101); }},
    {"tiny and constant", [](auto&) { return 3e-200; }},
    {"huge", [](auto& random) { return normal(random, 3e200, 1e199); }},
    {"huge and of both signs", [](auto& random) { return normal(random, 0, 1e300); }},
    {"heavy tails", [](auto& random) { return std::cauchy_distribution<double>(0, 1)(random); }},
    {"skew, over orders of magnitude", [](auto& random) { return std::exp(normal(random, 0, 3)); }},
    {"not finite in one of ten",
     [](auto& random) {
       return happens(random, 0.1) ? std::numeric_limits<double>::infinity() : normal(random, 1, 2);
     }},
    {"not a number in one of ten",
     [](auto& random) { return happens(random, 0.1) ? std::nan("") : normal(random, 1, 2); }},
};

std::vector<double> drawn(Draw draw, unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<double> values(trials);
  for (double& value : values) value = draw(random);
  return values;
}

TEST(Histogram, QuantilesOfEveryKindOfColumnLieWithinTheStatedBoundOfTheExactOnes) {
  for (const auto& [name, draw] : kinds)
    for (unsigned seed = 1; seed <= 5; ++seed) expect_bound(drawn(draw, seed), name);
}

TEST(Histogram, AMillionSpreadsAwayTheBoundIsThatOfTheColumnItself) {
  for (const auto& [name, draw] : kinds) {
    std::vector<double> values = drawn(draw, 11);
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const double away = 1e6 * spread(sorted);
    if (!std::isfinite(away)) continue;
    for (double& value : values) value += away;
    expect_bound(values, name + ", moved");
  }
}

TEST(Histogram, HalfTheTrialsAtOneValueAreReadAsThatValueToTheBit) {
  const std::vector<double> read =
      quantiles(drawn([](auto& random) { return happens(random, 0.05) ? normal(random, 30, 1) : 0.1; }, 3));
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(read[i], 0.1);
  EXPECT_GT(read.back(), 25);
}

TEST(Histogram, SplittingTrialsIntoBatchesAndThreadsChangesNoCount) {
  for (const auto& [name, draw] : kinds) {
    const std::vector<double> values = drawn(draw, 7);
    const Scale scale = scale_of_first(values);
    const Distributions whole = counted(scale, values, 256);
    Distributions later = counted(scale, {values.begin() + 7168, values.end()}, 64);
    later.add(*std::make_unique<Distributions>(counted(scale, {values.begin(), values.begin() + 7168}, 1024)));
    EXPECT_EQ(whole.counts(0), later.counts(0)) << name;
    EXPECT_EQ(whole.far(0), later.far(0)) << name;
  }
}

TEST(Histogram, ValuesFarOutAndNotFiniteHaveTheirOwnBins) {
  const Scale scale{0.0, 1.0};
  EXPECT_EQ(bin_of(scale, -1e9), 2 * bins_per_side);
  EXPECT_EQ(bin_of(scale, 1e9), 2 * bins_per_side + 1);
  EXPECT_EQ(bin_of(scale, std::nan("")), 2 * bins_per_side + 2);
  EXPECT_EQ(bin_of(scale, 0.0), bins_per_side);
  EXPECT_EQ(bin_of(scale, -1e-3), bins_per_side - 1);
  EXPECT_EQ(reach_of(scale, 1e9), -reach_of(scale, -1e9));
  EXPECT_LT(reach_of(scale, 1e9), reach_of(scale, 1.1e9));
  EXPECT_EQ(reach_of(scale, 3.0), 0);
  EXPECT_EQ(reach_of(scale, std::nan("")), 0);
}

TEST(Histogram, CountsManyValuesInTheBinsOfSingleOnes) {
  const Scale scale{1.0, 0.5};
  std::vector<double> values = {1.0, 0.0, -1e300, 1e300, std::nan(""), INFINITY, -INFINITY, 1.0 + 1e-12};
  for (int i = 0; i < 1000; ++i) values.push_back(std::sin(i) * std::exp(i % 37 - 10));
  std::vector<std::uint32_t> expected(bin_count, 0);
  for (const double value : values) ++expected[bin_of(scale, value)];
  EXPECT_EQ(counts_of(scale, values), expected);
}

TEST(Histogram, WithoutAFiniteValueThereIsNoQuantile) {
  for (const double read : quantiles(std::vector<double>(300, std::nan("")))) EXPECT_TRUE(std::isnan(read));
}

}  // namespace
}  // namespace uor::tally
