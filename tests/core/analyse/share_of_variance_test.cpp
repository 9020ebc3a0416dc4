#include "core/uor/analyse/share_of_variance.hpp"

#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

TEST(ShareOfVariance, IsCovarianceOverVariance) {
  TermMoments first, second;  // total = first + second
  const double a[] = {1, 2, 3}, b[] = {10, 10, 16};
  for (int t = 0; t < 3; ++t) {
    first.add(a[t], a[t] + b[t]);
    second.add(b[t], a[t] + b[t]);
  }
  // Totals 11, 12, 19: sum of squares about the mean 14 is 38; of a about 2 with them 8; of b about 12 with them 30.
  EXPECT_DOUBLE_EQ(first.mean(), 2);
  EXPECT_DOUBLE_EQ(first.share(), 8.0 / 38);
  EXPECT_DOUBLE_EQ(second.share(), 30.0 / 38);
}

TEST(ShareOfVariance, IsNegativeForATermThatMovesAgainstTheTotal) {
  TermMoments term;
  for (const double x : {1.0, 2.0, 4.0}) term.add(-x, x);
  EXPECT_DOUBLE_EQ(term.share(), -1);
}

TEST(ShareOfVariance, IsNothingOfATotalThatDoesNotVary) {
  TermMoments term;
  EXPECT_EQ(term.mean(), 0);
  for (const double x : {1.0, 2.0}) term.add(x, 3.0);
  EXPECT_EQ(term.share(), 0);
}

}  // namespace
}  // namespace uor::analyse
