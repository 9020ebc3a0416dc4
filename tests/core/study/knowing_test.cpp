#include "core/uor/study/knowing.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/study/draws.hpp"
#include "tests/core/study/known_functions.hpp"

namespace uor::study {
namespace {

constexpr std::size_t trials = 65536;

/// Two actions, their difference normal with mean -0.5, of which a driver tells so much; the rest is noise.
Figure gain_of(double sd, std::uint64_t seed) {
  const Table table = table_of(Law::normal, seed, 2, trials);
  const Values advantage = values_of(table, [&](const Values& z) { return -0.5 + sd * z[0] + 0.7 * z[1]; });
  const Driver driver{table[0], Law::normal};
  return gain_in_decision(std::span(&driver, 1), advantage).front();
}

// Tolerance: four errors.
TEST(Knowing, TwoActionsHaveTheirKnownValue) {
  const Figure wide = gain_of(1, 1), narrow = gain_of(0.5, 2);
  EXPECT_NEAR(wide.value, 0.1977965574, 4 * wide.error);
  EXPECT_NEAR(narrow.value, 0.0416577353, 4 * narrow.error);
  EXPECT_LT(wide.error, 0.005);
}

TEST(Knowing, UnderTheBrierScoreItIsTheVarianceExplained) {
  const Table table = table_of(Law::normal, 3, 2, trials);
  const Values odds = values_of(table, ordinal_link);
  const std::vector<Driver> drivers = drivers_of(table, Law::normal);
  const auto gains = gain_in_odds(drivers, std::vector<Column>{odds});
  EXPECT_NEAR(gains[0].value, ordinal_first[0] * ordinal_variance, 4 * gains[0].error);
  EXPECT_NEAR(gains[1].value, ordinal_variance, 4 * gains[1].error + 1e-4 * ordinal_variance);
}

// Every seed: a driver more is never worth less, and nothing is worth more than all.
TEST(Knowing, GrowsWithWhatIsKnownUpToAllThereIs) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Table table = table_of(Law::normal, seed, 4, 512), known(table.begin(), table.begin() + 3);
    const Values advantage = values_of(table, [](const Values& z) { return z[0] + 0.2 * z[3] - 0.1; });
    const std::vector<Driver> drivers = drivers_of(known, Law::normal);
    double before = 0, most = 0;
    for (const double x : advantage) most += std::fmax(0.0, x) / 512;
    for (const Figure& gain : gain_in_decision(drivers, advantage)) {
      EXPECT_GE(gain.value, before);
      EXPECT_LE(gain.value, most + 1e-12);
      before = gain.value;
    }
    before = 0;
    for (const Figure& gain : gain_in_odds(drivers, std::vector<Column>{advantage})) {
      EXPECT_GE(gain.value, before);
      EXPECT_LE(gain.value, variance_of(advantage));
      before = gain.value;
    }
  }
}

TEST(Knowing, ThresholdsOfARankedScoreAddUp) {
  const Table table = table_of(Law::normal, 5, 2, 4096);
  const Values a = values_of(table, ordinal_link);
  const Values b = values_of(table, [](const Values& z) { return sample::normal_cdf(z[0]); });
  const Driver driver{table[0], Law::normal};
  const auto gain = [&](std::vector<Column> odds) { return gain_in_odds(std::span(&driver, 1), odds)[0].value; };
  EXPECT_NEAR(gain({a, b}), gain({a}) + gain({b}), 1e-12);
}

}  // namespace
}  // namespace uor::study
