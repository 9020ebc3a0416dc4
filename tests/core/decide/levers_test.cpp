#include "core/uor/decide/levers.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

TEST(Levers, AreThoseWhoseValueTodayIsKnown) {
  const model::Model model(test::small_inputs());
  std::vector<double> today(model.compile({}).plan().wiring.quantities.size(), 50.0);
  const std::vector<Lever> levers = levers_of(model, today);
  ASSERT_EQ(levers.size(), 1u);
  EXPECT_EQ(levers[0].id, "small.level");
  EXPECT_EQ(levers[0].low, -50);
  EXPECT_EQ(levers[0].high, 150);
  EXPECT_FALSE(levers[0].in_hand);  // nobody says what it costs to deliver
  today.assign(today.size(), std::nan(""));
  EXPECT_TRUE(levers_of(model, today).empty());
}

TEST(Levers, OfWholeNumbersAreSetToThem) {
  Lever lever;
  lever.id = "a";
  EXPECT_EQ(setting(lever, 2.6).value, 2.6);
  lever.whole = true;
  EXPECT_EQ(setting(lever, 2.6).value, 3);
  EXPECT_EQ(setting(lever, 2.6).operation, Operation::set);
}

}  // namespace
}  // namespace uor::decide
