#include "core/uor/sdk/declare.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/uor/sdk/join.hpp"

namespace {

using namespace uor::sdk;

TEST(Declare, FactoriesSetTheKindAndTheBehaviour) {
  const Produced row = {.id = "a.b", .unit = "GBP m", .title = "A", .source = "test"};
  EXPECT_EQ(flow(row).quantity.behaviour, UOR_FLOW);
  EXPECT_EQ(stock(row).quantity.behaviour, UOR_STOCK);
  EXPECT_EQ(rate(row).quantity.behaviour, UOR_RATE);
  EXPECT_EQ(ytd(row).quantity.behaviour, UOR_YTD);
  EXPECT_EQ(flow(row).quantity.kind, UOR_INTERMEDIATE);
  EXPECT_EQ(metric(row).quantity.kind, UOR_METRIC);
  EXPECT_EQ(metric(row).quantity.summarise, 1);
}

TEST(Declare, WhatIsNotGivenHasItsDefault) {
  const uor_quantity quantity = flow({.id = "a.b", .unit = "u", .title = "A", .source = "test"}).quantity;
  EXPECT_EQ(quantity.lower, -infinity);
  EXPECT_EQ(quantity.upper, infinity);
  EXPECT_EQ(quantity.likely_lower, -infinity);
  EXPECT_EQ(quantity.polarity, 0);
  EXPECT_EQ(quantity.summarise, 0);
  EXPECT_EQ(quantity.profile, nullptr);
  EXPECT_EQ(quantity.standing, UOR_ASSUMED);
  EXPECT_EQ(quantity.driver, nullptr);
}

TEST(Declare, AScoreIsOnTheScaleOneToFour) {
  const uor_quantity quantity = score({.id = "a.score", .title = "A", .source = "test"}).quantity;
  EXPECT_EQ(quantity.kind, UOR_SCORE);
  EXPECT_EQ(quantity.lower, 1.0);
  EXPECT_EQ(quantity.upper, 4.0);
  EXPECT_EQ(quantity.polarity, higher_is_better);
}

TEST(Declare, ADriverIsTypicallyInTheMiddleOfItsShape) {
  const auto nominal = [](const Shape& shape) {
    return driver({.id = "a.b", .unit = "u", .title = "A", .shape = shape, .source = "test"}).quantity.nominal;
  };
  EXPECT_EQ(nominal(constant(3.0)), 3.0);
  EXPECT_EQ(nominal(normal(1.0, 2.0)), 1.0);
  EXPECT_EQ(nominal(lognormal(4.0, 0.1)), 4.0);
  EXPECT_EQ(nominal(triangular(0.0, 1.0, 5.0)), 1.0);
  EXPECT_EQ(nominal(pert(0.0, 1.0, 5.0)), 1.0);
  EXPECT_EQ(nominal(beta(0.0, 10.0, 1.0, 3.0)), 2.5);
  EXPECT_EQ(nominal(uniform(2.0, 4.0)), 3.0);
  EXPECT_EQ(nominal(bernoulli(0.25)), 0.25);
}

TEST(Declare, ADriverCarriesItsDistributionAndItsLever) {
  const Quantity row = driver({.id = "a.b",
                               .unit = "percent",
                               .title = "A",
                               .shape = pert(1, 2, 4),
                               .each = UOR_EACH_AR1,
                               .persistence = 0.5,
                               .common = 0.25,
                               .fact = "a_field",
                               .lever = true,
                               .lead_months = 3,
                               .source = "test"});
  EXPECT_EQ(row.quantity.kind, UOR_DRIVER);
  EXPECT_EQ(row.driver.shape, UOR_PERT);
  EXPECT_EQ(row.driver.p[2], 4.0);
  EXPECT_EQ(row.driver.each, UOR_EACH_AR1);
  EXPECT_EQ(row.driver.persistence, 0.5);
  EXPECT_EQ(row.driver.common, 0.25);
  EXPECT_EQ(std::string(row.driver.fact), "a_field");
  EXPECT_EQ(row.driver.lever, 1);
  EXPECT_EQ(row.driver.lead_months, 3);
}

TEST(Declare, AParameterWithoutAValueIsLeftToThePolicy) {
  const uor_parameter row = parameter({.id = "a.p", .unit = "ratio", .title = "P", .source = "policy"});
  EXPECT_TRUE(std::isnan(row.value));
}

TEST(Declare, PartsOfATableJoinInOrder) {
  static constexpr uor_parameter first[] = {
      parameter({.id = "a.1", .unit = "u", .title = "1", .value = 1, .source = "test"}),
      parameter({.id = "a.2", .unit = "u", .title = "2", .value = 2, .source = "test"})};
  static constexpr uor_parameter second[] = {
      parameter({.id = "a.3", .unit = "u", .title = "3", .value = 3, .source = "test"})};
  constexpr auto all = join(first, second);
  ASSERT_EQ(all.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(all[i].value, static_cast<double>(i + 1));
}

/// In a constexpr table the same rows do not compile; here the refusal is seen at run time.
std::string refusal(const Produced& row) {
  try {
    flow(row);
  } catch (const char* why) {
    return why;
  }
  return "";
}

TEST(Declare, RefusesARowThatLacksWhatEveryRowNeeds) {
  EXPECT_EQ(refusal({.unit = "u", .title = "A", .source = "s"}), "a row of a table has no .id");
  EXPECT_EQ(refusal({.id = "a.b", .title = "A", .source = "s"}), "a row of a table has no .unit");
  EXPECT_EQ(refusal({.id = "a.b", .unit = "u", .source = "s"}), "a row of a table has no .title");
  EXPECT_EQ(refusal({.id = "a.b", .unit = "u", .title = "A"}), "a row of a table has no .source");
  EXPECT_EQ(refusal({.id = "a.b", .unit = "u", .title = "A", .possible = {1, 0}, .source = "s"}),
            "a row of a table has .possible upside down");
}

TEST(Declare, RefusesAPersistenceOfOne) {
  const Driven row = {
      .id = "a.b", .unit = "u", .title = "A", .each = UOR_EACH_AR1, .persistence = 1.0, .source = "test"};
  try {
    driver(row);
    FAIL() << "no refusal";
  } catch (const char* why) {
    EXPECT_STREQ(why, "a driver's .persistence is outside 0 <= persistence < 1");
  }
}

}  // namespace
