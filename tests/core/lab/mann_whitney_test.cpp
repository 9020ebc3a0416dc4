#include "core/uor/lab/mann_whitney.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace uor::lab {
namespace {

TEST(MannWhitney, IsThatOfTheTables) {
  // U = 0 of 5 and 5: z = 12 / sqrt(25 * 11 / 12), two tails.
  EXPECT_NEAR(mann_whitney_p(std::array{1., 2., 3., 4., 5.}, std::array{6., 7., 8., 9., 10.}), 0.0121857, 1e-6);
  // Ties: U = 5, and three 2s, four 3s and two 4s take from the variance.
  EXPECT_NEAR(mann_whitney_p(std::array{1., 2., 2., 3., 3.}, std::array{2., 3., 3., 4., 4.}), 0.1251224, 1e-6);
}

TEST(MannWhitney, IsTheSameEitherWayRoundAndForAnyUnit) {
  const std::vector<double> a = {3, 1, 4, 1.5, 9}, b = {2, 6, 5, 3.5, 8, 9.7};
  std::vector<double> far;
  for (const double value : a) far.push_back(1000 * value);
  std::vector<double> other;
  for (const double value : b) other.push_back(1000 * value);
  EXPECT_DOUBLE_EQ(mann_whitney_p(a, b), mann_whitney_p(b, a));
  EXPECT_DOUBLE_EQ(mann_whitney_p(a, b), mann_whitney_p(far, other));
}

TEST(MannWhitney, SaysNothingOfTooFewOrOfOneValue) {
  EXPECT_EQ(mann_whitney_p(std::array{1., 2., 3., 4.}, std::array{6., 7., 8., 9., 10.}), 1);
  const std::vector<double> same(8, 2.0);
  EXPECT_EQ(mann_whitney_p(same, same), 1);
}

}  // namespace
}  // namespace uor::lab
