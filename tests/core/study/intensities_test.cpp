#include "core/uor/study/intensities.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace uor::study {
namespace {

using Point = std::vector<double>;

double linear_cost(const Point& x) { return 1 * x[0] + 2 * x[1] + 4 * x[2]; }

// Value sum of w sqrt(x): the cheapest has x proportional to (w / cost)^2.
TEST(Intensities, ComeNearTheCheapestOfAConcaveValue) {
  const auto value = [](const Point& x) { return std::sqrt(x[0]) + std::sqrt(x[1]) + std::sqrt(x[2]); };
  const Intensities found = least_intensities({1, 1, 1}, value, linear_cost, 1.4);
  const double scale = 1.4 / (1 + 0.5 + 0.25), least = scale * scale * (1 + 0.5 + 0.25);
  EXPECT_TRUE(found.reached);
  EXPECT_GE(value(found.at), 1.4);
  EXPECT_LT(found.cost, 1.05 * least);
}

TEST(Intensities, AreNeverWorseThanTheirStart) {
  const auto value = [](const Point& x) { return x[0] >= 1 && x[1] >= 1 ? 1.0 : 0.0; };  // a cliff
  const Intensities found = least_intensities({1, 1, 0}, value, linear_cost, 0.5);
  EXPECT_TRUE(found.reached);
  EXPECT_EQ(found.at, (Point{1, 1, 0}));
  EXPECT_EQ(found.cost, 3);
}

TEST(Intensities, SayWhereTheTargetIsOutOfReach) {
  const auto value = [](const Point& x) { return x[0] * 0.1; };
  const Intensities found = least_intensities({1, 0, 0}, value, linear_cost, 0.5);
  EXPECT_FALSE(found.reached);
  EXPECT_DOUBLE_EQ(found.value, 0.1);
  EXPECT_EQ(found.at, (Point{1, 0, 0}));
}

TEST(Intensities, TryAllInFullWhereTheStartFallsShort) {
  const auto value = [](const Point& x) { return x[0] + x[1]; };
  const Intensities found = least_intensities({0, 0, 0}, value, linear_cost, 1.5);
  EXPECT_TRUE(found.reached);
  EXPECT_NEAR(found.cost, 2, 0.1);
}

// A value that never comes to rest ends the search at the number of evaluations that it may have.
TEST(Intensities, EndWhereTheyAreTold) {
  std::size_t calls = 0;
  const auto value = [&](const Point&) { return ++calls % 3 == 0 ? std::nan("") : 1.0 / static_cast<double>(calls); };
  const Intensities found = least_intensities({1, 1, 1}, value, linear_cost, 0, {50, 0.5, 1e-12});
  EXPECT_LE(calls, 50u);
  EXPECT_EQ(found.evaluations, calls);
  EXPECT_TRUE(found.reached);
}

TEST(Intensities, ReturnOnlyWhatWasEvaluatedAndReaches) {
  std::vector<std::pair<Point, double>> seen;
  const auto value = [&](const Point& x) {
    const double at = std::sin(9 * x[0]) + x[1] + std::cos(7 * x[2]);
    seen.emplace_back(x, at);
    return at;
  };
  const Intensities found = least_intensities({1, 1, 1}, value, linear_cost, 1.2);
  ASSERT_TRUE(found.reached);
  EXPECT_NE(std::find(seen.begin(), seen.end(), std::pair(found.at, found.value)), seen.end());
  EXPECT_GE(found.value, 1.2);
}

}  // namespace
}  // namespace uor::study
