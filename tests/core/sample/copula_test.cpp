#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/uor/base/error.hpp"
#include "core/uor/sample/sampler.hpp"
#include "tests/core/sample/columns_of.hpp"

namespace uor::sample {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr std::size_t many = 1 << 17;

Eigen::MatrixXd matrix_of(std::initializer_list<double> entries, int size) {
  Eigen::MatrixXd matrix(size, size);
  std::copy(entries.begin(), entries.end(), matrix.data());
  return matrix;
}

const Eigen::MatrixXd half = matrix_of({1, 0.5, 0.5, 1}, 2);

// Known answer: with correlation 0.5, P(U < .5, V < .5) = 1/4 + asin(0.5) / (2 pi) = 1/3.
TEST(Copula, GivesTheKnownJointProbability) {
  const Sampler sampler(1, "RF4", {{"a", Each::run, 0, 0}, {"b", Each::run, 0, 0}}, {{"g", {0, 1}, half}});
  const std::vector<double> a = column_of(sampler, 0, 0, 0, many), b = column_of(sampler, 1, 0, 0, many);
  std::size_t both = 0;
  for (std::size_t i = 0; i < many; ++i) both += a[i] < 0 && b[i] < 0 ? 1 : 0;
  EXPECT_NEAR(static_cast<double>(both) / many, 1.0 / 3, 4 * std::sqrt(2.0 / 9 / many));
}

TEST(Copula, KeepsTheFirstMemberAsItIsAlone) {
  const std::vector<Stream> streams = {{"a", Each::month, 0, 0}, {"b", Each::month, 0, 0}};
  const Sampler alone(1, "RF4", streams, {}), grouped(1, "RF4", streams, {{"g", {0, 1}, half}});
  EXPECT_EQ(column_of(alone, 0, 2, 0, 64), column_of(grouped, 0, 2, 0, 64));
  EXPECT_NE(column_of(alone, 1, 2, 0, 64), column_of(grouped, 1, 2, 0, 64));
}

TEST(Copula, ChangesNoEarlierMemberWhenOneIsAppended) {
  const std::vector<Stream> streams = {{"a", Each::run, 0, 0}, {"b", Each::run, 0, 0.3}, {"c", Each::run, 0, 0}};
  const Eigen::MatrixXd three = matrix_of({1, .5, .2, .5, 1, -.4, .2, -.4, 1}, 3);
  const Sampler two(1, "RF4", streams, {{"g", {0, 1}, half}}), all(1, "RF4", streams, {{"g", {0, 1, 2}, three}});
  EXPECT_EQ(column_of(two, 0, 0, 0, 64), column_of(all, 0, 0, 0, 64));
  EXPECT_EQ(column_of(two, 1, 0, 0, 64), column_of(all, 1, 0, 0, 64));
}

TEST(Copula, GivesEveryDeclaredCorrelation) {
  const std::vector<Stream> streams = {{"a", Each::month, 0, 0}, {"b", Each::month, 0, 0}, {"c", Each::month, 0, 0}};
  const Sampler sampler(9, "RF4", streams, {{"g", {2, 0, 1}, matrix_of({1, .5, .2, .5, 1, -.4, .2, -.4, 1}, 3)}});
  const std::vector<double> a = column_of(sampler, 0, 3, 0, many), b = column_of(sampler, 1, 3, 0, many),
                            c = column_of(sampler, 2, 3, 0, many);
  EXPECT_NEAR(mean_product(c, a), 0.5, four_errors(0.5, many));
  EXPECT_NEAR(mean_product(c, b), 0.2, four_errors(0.2, many));
  EXPECT_NEAR(mean_product(a, b), -0.4, four_errors(0.4, many));
}

TEST(Copula, HoldsInEveryMonthOfPersistentMembers) {
  const std::vector<Stream> streams = {{"a", Each::ar1, 0.7, 0}, {"b", Each::ar1, 0.7, 0}};
  const Sampler sampler(9, "RF4", streams, {{"g", {0, 1}, half}});
  for (const int month : {1, 2, 6}) {
    const std::vector<double> a = column_of(sampler, 0, month, 0, many), b = column_of(sampler, 1, month, 0, many);
    EXPECT_NEAR(mean_product(a, b), 0.5, four_errors(0.5, many)) << month;
  }
}

TEST(Copula, HoldsInsideATrustWhateverTheCommonLoadings) {
  const std::vector<Stream> streams = {{"a", Each::run, 0, 0.9}, {"b", Each::run, 0, 0.4}};
  const Sampler here(9, "RF4", streams, {{"g", {0, 1}, half}}), there(9, "RAX", streams, {{"g", {0, 1}, half}});
  const std::vector<double> a = column_of(here, 0, 0, 0, many), b = column_of(here, 1, 0, 0, many);
  EXPECT_NEAR(mean_product(a, b), 0.5, four_errors(0.5, many));
  const std::vector<double> elsewhere = column_of(there, 0, 0, 0, many);
  EXPECT_NEAR(mean_product(a, elsewhere), 0.81, four_errors(0.81, many));
}

TEST(Copula, RefusesMembersThatAreDrawnDifferently) {
  EXPECT_THAT(
      [] {
        Sampler(1, "R", {{"a", Each::run, 0, 0}, {"b", Each::month, 0, 0}}, {{"g", {0, 1}, half}});
      },
      ThrowsMessage<Error>("correlation group 'g': drivers 'a' and 'b' must be drawn alike (each and "
                           "persistence), but are run and month, with persistence 0 and 0"));
  EXPECT_THAT(
      [] {
        Sampler(1, "R", {{"a", Each::ar1, .2, 0}, {"b", Each::ar1, .3, 0}}, {{"g", {0, 1}, half}});
      },
      ThrowsMessage<Error>(HasSubstr("but are ar1 and ar1, with persistence 0.2 and 0.3")));
}

TEST(Copula, RefusesADriverInTwoGroups) {
  const std::vector<Stream> streams = {{"a", Each::run, 0, 0}, {"b", Each::run, 0, 0}, {"c", Each::run, 0, 0}};
  EXPECT_THAT(
      [&] {
        Sampler(1, "R", streams, {{"g", {0, 1}, half}, {"h", {1, 2}, half}});
      },
      ThrowsMessage<Error>("correlation group 'h': driver 'b' is already in a group, join the two"));
}

TEST(Copula, RefusesAMatrixOfAnotherSize) {
  EXPECT_THAT(
      [] {
        Sampler(1, "R", {{"a", Each::run, 0, 0}}, {{"g", {0}, half}});
      },
      ThrowsMessage<Error>("correlation group 'g': has 1 drivers, but its matrix 2 rows"));
}

}  // namespace
}  // namespace uor::sample
