#include "core/uor/study/column.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace uor::study {
namespace {

TEST(Column, MeanHasItsStandardError) {
  const std::vector<double> values = {1, 2, 4, 9};
  const Figure mean = mean_of(values);
  EXPECT_DOUBLE_EQ(mean.value, 4);
  EXPECT_DOUBLE_EQ(mean.error, std::sqrt(38.0 / 3 / 4));
  EXPECT_DOUBLE_EQ(variance_of(values), 38.0 / 4);
}

TEST(Column, AConstantHasNoErrorEvenFarFromZero) {
  const std::vector<double> values(1000, 123456789.123);
  EXPECT_EQ(mean_of(values).value, 123456789.123);
  EXPECT_EQ(mean_of(values).error, 0);
  EXPECT_EQ(variance_of(values), 0);
}

TEST(Column, NothingIsKnownOfFewerThanTwo) {
  EXPECT_EQ(mean_of({}).error, 0);
  const std::vector<double> one = {5};
  EXPECT_EQ(mean_of(one).value, 5);
  EXPECT_EQ(mean_of(one).error, 0);
}

}  // namespace
}  // namespace uor::study
