#include "core/uor/host/verify.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace uor::host {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Quantity percent() {
  Quantity quantity;
  quantity.id = "a.share";
  quantity.unit = "percent";
  quantity.lower = 0;
  quantity.upper = 100;
  quantity.likely_lower = 10;
  quantity.likely_upper = 90;
  return quantity;
}

Verdict verdict_of(const std::vector<double>& values, const Quantity& quantity = percent()) {
  return verify(quantity, values.data(), values.size());
}

TEST(Verify, PassesValuesUpToTheBounds) {
  const Verdict verdict = verdict_of({0, 100, 10, 90, 50});
  EXPECT_FALSE(verdict.violation);
  EXPECT_EQ(verdict.implausible, 2U);
}

TEST(Verify, PassesAnEmptyColumn) { EXPECT_FALSE(verdict_of({}).violation); }

TEST(Verify, FindsTheFirstViolation) {
  const Verdict verdict = verdict_of({50, 100.5, -1, 5});
  ASSERT_TRUE(verdict.violation);
  EXPECT_EQ(verdict.violation->trial, 1U);
  EXPECT_EQ(verdict.violation->value, 100.5);
  EXPECT_EQ(verdict.implausible, 3U);
}

TEST(Verify, RefusesWhatIsNotFiniteEvenWithoutBounds) {
  Quantity unbounded = percent();
  unbounded.lower = unbounded.likely_lower = -infinity;
  unbounded.upper = unbounded.likely_upper = infinity;
  EXPECT_FALSE(verdict_of({1e300, -1e300}, unbounded).violation);
  for (const double value : {infinity, -infinity, not_a_number}) {
    const Verdict verdict = verdict_of({1.0, value}, unbounded);
    ASSERT_TRUE(verdict.violation);
    EXPECT_EQ(verdict.violation->trial, 1U);
    EXPECT_EQ(verdict.implausible, 0U);
  }
}

TEST(Verify, TellsPoisonFromOtherNans) {
  std::vector<double> values(3, 1.0);
  poison(values.data(), 2);
  EXPECT_TRUE(is_poison(values[0]));
  EXPECT_TRUE(is_poison(values[1]));
  EXPECT_FALSE(is_poison(values[2]));
  EXPECT_FALSE(is_poison(not_a_number));
  EXPECT_EQ(verdict_of(values).violation->trial, 0U);
}

TEST(Verify, SaysWhatIsWrong) {
  double unwritten = 0;
  poison(&unwritten, 1);
  EXPECT_EQ(explain(percent(), unwritten), "was not written");
  EXPECT_EQ(explain(percent(), not_a_number), "is not a number");
  EXPECT_EQ(explain(percent(), infinity), "is infinite");
  EXPECT_EQ(explain(percent(), 140.5), "is 140.5 (possible are 0 to 100 percent)");
}

}  // namespace
}  // namespace uor::host
