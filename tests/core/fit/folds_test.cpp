#include "core/uor/fit/folds.hpp"

#include <gtest/gtest.h>

#include <array>

namespace uor::fit {
namespace {

TEST(Folds, HaveTheirShareOfEachGrade) {
  std::vector<int> grade;
  for (int i = 0; i < 60; ++i) grade.push_back(i < 6 ? 0 : i < 34 ? 1 : i < 54 ? 2 : 3);
  const auto fold = stratified_folds(grade, 5, 1, 0);
  std::array<std::array<int, 4>, 5> count{};
  for (std::size_t i = 0; i < grade.size(); ++i) ++count[fold[i]][static_cast<std::size_t>(grade[i])];
  for (const auto& of_fold : count) {
    EXPECT_GE(of_fold[0], 1);
    EXPECT_GE(of_fold[1], 5);
    EXPECT_LE(of_fold[1], 6);
    EXPECT_GE(of_fold[3], 1);
  }
}

TEST(Folds, DifferByRepeatAndSeedAndAreTheSameTwice) {
  const std::vector<int> grade(30, 1);
  EXPECT_EQ(stratified_folds(grade, 5, 1, 0), stratified_folds(grade, 5, 1, 0));
  EXPECT_NE(stratified_folds(grade, 5, 1, 0), stratified_folds(grade, 5, 1, 1));
  EXPECT_NE(stratified_folds(grade, 5, 1, 0), stratified_folds(grade, 5, 2, 0));
}

}  // namespace
}  // namespace uor::fit
