#include "core/uor/tally/poisson_binomial.hpp"

#include <gtest/gtest.h>

#include <array>

namespace uor::tally {
namespace {

TEST(PoissonBinomial, IsTheProductOverTrustsInAnyOutcome) {
  std::vector<double> scratch;
  std::array<double, 4> sums = {1, 0, 0, 0};  // what was there stays
  add_poisson_binomial(std::array{0.5, 0.2, 0.1}, scratch, sums);
  EXPECT_NEAR(sums[0], 1 + 0.5 * 0.8 * 0.9, 1e-15);
  EXPECT_NEAR(sums[1], 0.5 * 0.8 * 0.9 + 0.5 * 0.2 * 0.9 + 0.5 * 0.8 * 0.1, 1e-15);
  EXPECT_NEAR(sums[2], 0.5 * 0.2 * 0.9 + 0.5 * 0.8 * 0.1 + 0.5 * 0.2 * 0.1, 1e-15);
  EXPECT_NEAR(sums[3], 0.5 * 0.2 * 0.1, 1e-15);
}

TEST(PoissonBinomial, OfTrustsThatAreSureIsOneNumber) {
  std::vector<double> scratch;
  std::array<double, 3> sums{};
  add_poisson_binomial(std::array{1.0, 0.0}, scratch, sums);
  EXPECT_EQ(sums, (std::array<double, 3>{0, 1, 0}));
}

}  // namespace
}  // namespace uor::tally
