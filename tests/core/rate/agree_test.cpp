#include <gtest/gtest.h>

#include <vector>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {
namespace {

const std::vector<double> spread = {0.05, 0.35, 0.65, 0.95};

std::vector<Grade> agreed(double lowered, double raised, std::vector<Grade> grades) {
  agree(lowered, raised, spread.data(), grades.size(), grades.data());
  return grades;
}

TEST(Agree, LeavesEveryProposalWhenBothProbabilitiesAreZero) {
  EXPECT_EQ(agreed(0, 0, {1, 2, 3, 4}), (std::vector<Grade>{1, 2, 3, 4}));
}

TEST(Agree, LowersEveryGradeByOneAtProbabilityOneAndInadequateStays) {
  EXPECT_EQ(agreed(1, 0, {1, 2, 3, 4}), (std::vector<Grade>{1, 1, 2, 3}));
}

TEST(Agree, RaisesEveryGradeByOneAtProbabilityOneAndOutstandingStays) {
  EXPECT_EQ(agreed(0, 1, {1, 2, 3, 4}), (std::vector<Grade>{2, 3, 4, 4}));
}

TEST(Agree, LowersWhereTheDrawIsLowAndRaisesWhereItIsHigh) {
  EXPECT_EQ(agreed(0.1, 0.4, {3, 3, 3, 3}), (std::vector<Grade>{2, 3, 4, 4}));
}

}  // namespace
}  // namespace uor::rate
