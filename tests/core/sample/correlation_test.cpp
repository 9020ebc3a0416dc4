#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/Core>
#include <string>

#include "core/uor/base/error.hpp"
#include "core/uor/sample/sampler.hpp"

namespace uor::sample {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

Eigen::MatrixXd pairwise(double ab, double ac, double bc) {
  Eigen::MatrixXd matrix(3, 3);
  matrix << 1, ab, ac, ab, 1, bc, ac, bc, 1;
  return matrix;
}

TEST(Cholesky, GivesBackTheMatrixWhenMultiplied) {
  const Eigen::MatrixXd matrix = pairwise(0.5, -0.2, 0.3);
  const Eigen::MatrixXd factor = cholesky_of("g", matrix);
  EXPECT_TRUE((factor * factor.transpose()).isApprox(matrix, 1e-14));
  EXPECT_EQ(factor(0, 2), 0.0);
}

TEST(Cholesky, OfALargerMatrixKeepsTheRowsOfTheSmaller) {
  const Eigen::MatrixXd matrix = pairwise(0.5, -0.2, 0.3);
  const Eigen::MatrixXd small = cholesky_of("g", matrix.topLeftCorner(2, 2)), large = cholesky_of("g", matrix);
  for (int i = 0; i < 2; ++i) {
    for (int j = 0; j <= i; ++j) EXPECT_EQ(small(i, j), large(i, j));
  }
}

TEST(Cholesky, OffersTheNearestMatrixWhenCorrelationsContradict) {
  EXPECT_THAT(
      [] { cholesky_of("winter", pairwise(0.9, 0.9, -0.9)); },
      ThrowsMessage<Error>(AllOf(HasSubstr("correlation group 'winter': the matrix is not positive definite"),
                                 HasSubstr("the nearest valid one is [[1, 0.4999, 0.4999], [0.4999, 1, -0.4999]"))));
}

TEST(Cholesky, AcceptsTheMatrixThatItOffers) {
  Eigen::MatrixXd offered = pairwise(0, 0, 0);
  try {
    cholesky_of("g", pairwise(1, 1, 0.2));
    FAIL() << "accepted a singular matrix";
  } catch (const Error& error) {
    const std::string text = error.what();
    double* entries = offered.data();
    const char* numbers = text.c_str() + text.find("[[") + 2;
    for (int i = 0; i < 9; ++i) {
      char* end = nullptr;
      entries[i] = std::strtod(numbers, &end);
      numbers = end + std::string(end).find_first_of("-0123456789");
    }
  }
  EXPECT_NO_THROW(cholesky_of("g", offered)) << offered;
  EXPECT_NEAR(offered(0, 1), 0.8, 0.1);
}

TEST(Cholesky, RefusesWhatIsNotACorrelationMatrix) {
  Eigen::MatrixXd lopsided = pairwise(0.1, 0.2, 0.3);
  lopsided(0, 2) = 0.5;
  EXPECT_THAT([&] { cholesky_of("g", lopsided); },
              ThrowsMessage<Error>("correlation group 'g': the matrix must be symmetric, row 3 column 1 is 0.2 and "
                                   "row 1 column 3 is 0.5"));
  EXPECT_THAT([] { cholesky_of("g", 2 * Eigen::MatrixXd::Identity(2, 2)); },
              ThrowsMessage<Error>(HasSubstr("the diagonal must be 1, row 1 column 1 is 2")));
  EXPECT_THAT([] { cholesky_of("g", pairwise(1.5, 0, 0)); },
              ThrowsMessage<Error>(HasSubstr("a correlation must be from -1 to 1, row 2 column 1 is 1.5")));
  EXPECT_THAT([] { cholesky_of("g", Eigen::MatrixXd::Ones(2, 3)); },
              ThrowsMessage<Error>(HasSubstr("the matrix must be square, has 2 rows and 3 columns")));
}

}  // namespace
}  // namespace uor::sample
