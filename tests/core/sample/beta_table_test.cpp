#include "core/uor/sample/beta_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "core/uor/sample/beta_tail.hpp"
#include "core/uor/sample/marginal.hpp"
#include "core/uor/sample/normal.hpp"

namespace uor::sample {
namespace {

double exact(double alpha, double beta, double z) {
  return z < 0 ? boost::math::ibeta_inv(alpha, beta, normal_cdf(z))
               : boost::math::ibetac_inv(alpha, beta, normal_cdf(-z));
}

/// Over |z| <= reach; Boost's inverse does not converge far out for shapes below 1/2.
double worst_error(double alpha, double beta, double reach = 6.3) {
  const Marginal marginal({Shape::beta, {0.0, 1.0, alpha, beta}, {}, {}});
  double worst = 0.0;
  for (double z = -reach; z < reach; z += 0.113) worst = std::max(worst, std::abs(marginal(z) - exact(alpha, beta, z)));
  return worst;
}

TEST(BetaTable, StaysWithinItsBoundForEveryPertShape) {
  for (const double alpha : {1.0, 1.4, 2.2, 3.0, 3.8, 4.6, 5.0})
    EXPECT_LT(worst_error(alpha, 6.0 - alpha), 2e-11) << alpha;
}

TEST(BetaTable, StaysWithinItsBoundForShapesFromOne) {
  for (const double alpha : {1.0, 2.0, 20.0, 1000.0}) {
    for (const double beta : {1.0, 7.0, 300.0}) EXPECT_LT(worst_error(alpha, beta), 2e-11) << alpha << " " << beta;
  }
}

TEST(BetaTable, StaysWithinItsBoundForShapesBelowOne) {
  for (const double alpha : {0.5, 0.7, 3.0}) {
    for (const double beta : {0.5, 1.0}) EXPECT_LT(worst_error(alpha, beta, 5.0), 2e-10) << alpha << " " << beta;
  }
  EXPECT_LT(worst_error(0.2, 0.2, 2.0), 1e-8);
  EXPECT_LT(worst_error(0.2, 5.0, 2.0), 1e-8);
}

TEST(BetaTable, NeverFallsWithZ) {
  for (const double alpha : {0.2, 0.5, 1.0, 5.0, 1e6}) {
    const Marginal marginal({Shape::beta, {0.0, 1.0, alpha, 1.0}, {}, {}});
    double last = -1.0;
    for (double z = -9.5; z < 9.5; z += 0.01) {
      EXPECT_GE(marginal(z), last - 1e-16) << "alpha " << alpha << " z " << z;
      last = marginal(z);
    }
  }
}

TEST(BetaTable, IsBuiltOnceForOneShape) { EXPECT_EQ(beta_table(2.5, 3.5), beta_table(2.5, 3.5)); }

TEST(BetaTail, AgreesWithTheIncompleteBetaFunction) {
  for (const double alpha : {0.5, 1.0, 3.0, 400.0}) {
    for (const double x : {1e-6, 0.01, 0.3, 0.5, 0.9, 0.999}) {
      const double expected = boost::math::ibeta(alpha, 2.0, x);
      if (expected < 1e-19) continue;
      EXPECT_NEAR(BetaTail(alpha, 2.0).below(to_logit(x, 1.0 - x)) / expected, 1.0, 1e-9) << alpha << " " << x;
    }
  }
}

}  // namespace
}  // namespace uor::sample
