#include "core/uor/sdk/math.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace {

using namespace uor;
constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr int draws = 200000;

std::vector<double> uniform(double lower, double upper) {
  std::mt19937_64 engine(20190401);
  std::uniform_real_distribution<double> draw(lower, upper);
  std::vector<double> x(draws);
  for (double& value : x) value = draw(engine);
  return x;
}

/// Largest relative error of `f` against `exact` (long double) over `xs`.
template <typename F, typename G>
double worst_relative_error(const std::vector<double>& xs, F f, G exact) {
  long double worst = 0;
  for (double x : xs) {
    const long double expected = exact(static_cast<long double>(x));
    if (expected != 0) worst = std::max(worst, std::fabs((f(x) - expected) / expected));
  }
  return static_cast<double>(worst);
}

double sdk_exp(double x) { return sdk::exp(x); }
double sdk_log(double x) { return sdk::log(x); }
long double exact_exp(long double x) { return std::exp(x); }
long double exact_log(long double x) { return std::log(x); }

TEST(Math, ExpIsWithinItsStatedBound) {
  EXPECT_LE(worst_relative_error(uniform(-2, 2), sdk_exp, exact_exp), 5e-16);
  EXPECT_LE(worst_relative_error(uniform(-708, 709.7), sdk_exp, exact_exp), 5e-16);
}

TEST(Math, ExpOfSubnormalResultsIsWithinTwoSmallestNumbers) {
  for (double x : uniform(-745, -708.4)) {
    EXPECT_LE(std::fabs(sdk::exp(x) - exact_exp(x)), 2 * 4.94e-324L) << x;
  }
}

TEST(Math, ExpSaturatesAsInTheStandardLibrary) {
  EXPECT_EQ(sdk::exp(0.0), 1.0);
  EXPECT_EQ(sdk::exp(-inf), 0.0);
  EXPECT_EQ(sdk::exp(-1e9), 0.0);
  EXPECT_EQ(sdk::exp(709.79), inf);
  EXPECT_EQ(sdk::exp(inf), inf);
  EXPECT_TRUE(std::isnan(sdk::exp(nan)));
}

TEST(Math, LogIsWithinItsStatedBound) {
  std::vector<double> wide = uniform(-745, 709);
  for (double& x : wide) x = std::exp(x);
  EXPECT_LE(worst_relative_error(wide, sdk_log, exact_log), 5e-16);
  EXPECT_LE(worst_relative_error(uniform(0.5, 2), sdk_log, exact_log), 5e-16);
  EXPECT_LE(worst_relative_error(uniform(1 - 1e-6, 1 + 1e-6), sdk_log, exact_log), 5e-16);
}

TEST(Math, LogHasTheEdgesOfTheStandardLibrary) {
  EXPECT_EQ(sdk::log(1.0), 0.0);
  EXPECT_EQ(sdk::log(0.0), -inf);
  EXPECT_EQ(sdk::log(-0.0), -inf);
  EXPECT_EQ(sdk::log(inf), inf);
  EXPECT_TRUE(std::isnan(sdk::log(-1.0)));
  EXPECT_TRUE(std::isnan(sdk::log(-inf)));
  EXPECT_TRUE(std::isnan(sdk::log(nan)));
  EXPECT_DOUBLE_EQ(sdk::log(std::numeric_limits<double>::denorm_min()), -744.44007192138127);
}

TEST(Math, PowerIsWithinItsStatedBound) {
  const std::vector<double> log_bases = uniform(-20, 20);
  const std::vector<double> exponents = uniform(-15, 15);
  for (int i = 0; i < draws; ++i) {
    const double base = std::exp(log_bases[i]);
    const double exponent = exponents[draws - 1 - i];
    const long double exact = std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
    const long double bound = 5e-16L * (2 + std::fabs(exponent * std::log(static_cast<long double>(base))));
    EXPECT_LE(std::fabs((sdk::power(base, exponent) - exact) / exact), bound) << base << " ^ " << exponent;
  }
}

TEST(Math, CompoundsWithinTheStatedBound) {
  for (const double percent : {-99.0, -35.0, -0.01, 0.0, 1e-9, 2.1, 7.0, 150.0, 1e4}) {
    for (const double years : {-3.0, 0.0, 1.0 / 12.0, 5.5 / 12.0, 1.0, 3.0, 30.0}) {
      const long double log = years * std::log1p(static_cast<long double>(percent) / 100.0L);
      const long double exact = std::exp(log);
      const long double bound = 5e-16L * (2.0L + std::fabs(log)) + 3e-16L * std::fabs(years);
      EXPECT_LE(std::fabs((sdk::compound(percent, years) - exact) / exact), bound) << percent << " in " << years;
    }
  }
  EXPECT_EQ(sdk::compound(0.0, 5.5), 1.0);
  EXPECT_TRUE(std::isnan(sdk::compound(-100.0, 1.0)));
  EXPECT_TRUE(std::isnan(sdk::compound(-250.0, 1.0)));
  EXPECT_TRUE(std::isnan(sdk::compound(nan, 1.0)));
}

TEST(Math, LogisticAndSoftplusAreWithinTheirStatedBound) {
  const auto logistic = [](double x) { return sdk::logistic(x); };
  const auto softplus = [](double x) { return sdk::softplus(x); };
  const auto exact_logistic = [](long double x) { return 1 / (1 + std::exp(-x)); };
  const auto exact_softplus = [](long double x) { return std::log1p(std::exp(x)); };
  for (double half_width : {2.0, 40.0, 700.0}) {
    const std::vector<double> xs = uniform(-half_width, half_width);
    EXPECT_LE(worst_relative_error(xs, logistic, exact_logistic), 1e-15);
    EXPECT_LE(worst_relative_error(xs, softplus, exact_softplus), 1e-15);
  }
  EXPECT_EQ(sdk::softplus(-inf), 0.0);
  EXPECT_EQ(sdk::softplus(inf), inf);
  EXPECT_EQ(sdk::logistic(-inf), 0.0);
  EXPECT_EQ(sdk::logistic(inf), 1.0);
}

TEST(Math, SmoothStepIsFlatOutsideAndHalfInTheMiddle) {
  EXPECT_EQ(sdk::smooth_step(84.0, 85.0, 95.0), 0.0);
  EXPECT_EQ(sdk::smooth_step(90.0, 85.0, 95.0), 0.5);
  EXPECT_EQ(sdk::smooth_step(96.0, 85.0, 95.0), 1.0);
  EXPECT_DOUBLE_EQ(sdk::smooth_step(87.5, 85.0, 95.0), 0.15625);  // 3/16 - 2/64
}

TEST(Math, NotKnownPassesThroughEveryFunction) {
  EXPECT_TRUE(std::isnan(sdk::min(nan, 1.0)));
  EXPECT_TRUE(std::isnan(sdk::min(1.0, nan)));
  EXPECT_TRUE(std::isnan(sdk::max(nan, 1.0)));
  EXPECT_TRUE(std::isnan(sdk::max(1.0, nan)));
  EXPECT_TRUE(std::isnan(sdk::clamp(nan, 0.0, 1.0)));
  EXPECT_TRUE(std::isnan(sdk::power(nan, 2.0)));
  EXPECT_TRUE(std::isnan(sdk::logistic(nan)));
  EXPECT_TRUE(std::isnan(sdk::softplus(nan)));
  EXPECT_TRUE(std::isnan(sdk::smooth_step(nan, 0.0, 1.0)));
  EXPECT_FALSE(sdk::known(nan));
  EXPECT_TRUE(sdk::known(inf));
}

TEST(Math, MinMaxClampAndSelectTakeTheRightSide) {
  EXPECT_EQ(sdk::min(1.0, 2.0), 1.0);
  EXPECT_EQ(sdk::max(1.0, 2.0), 2.0);
  EXPECT_EQ(sdk::clamp(5.0, 1.0, 4.0), 4.0);
  EXPECT_EQ(sdk::clamp(0.0, 1.0, 4.0), 1.0);
  EXPECT_EQ(sdk::clamp(2.0, 1.0, 4.0), 2.0);
  EXPECT_EQ(sdk::select(true, 1.0, 2.0), 1.0);
  EXPECT_EQ(sdk::select(false, 1.0, 2.0), 2.0);
}

}  // namespace
