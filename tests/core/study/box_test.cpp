#include "core/uor/study/box.hpp"

#include <gtest/gtest.h>

namespace uor::study {
namespace {

constexpr double none = std::numeric_limits<double>::infinity();

std::string words_of(std::size_t column, double value) {
  return std::to_string(static_cast<int>(value)) + (column == 0 ? " %" : "");
}

TEST(Box, IsSaidInASentence) {
  Box box;
  EXPECT_EQ(sentence_of(box, {"savings", "beds", "staff"}, words_of), "always");
  box.sides = {{0, -none, 72, 0}, {1, 88, none, 0}, {2, 3, 5, 0}};
  EXPECT_EQ(sentence_of(box, {"savings", "beds", "staff"}, words_of),
            "savings below 72 % and beds above 88 and staff between 3 and 5");
}

TEST(Box, HoldsWhatLiesBetweenAllItsSides) {
  const std::vector<double> a = {1, 2, 3}, b = {9, 5, 5};
  const std::vector<Column> columns = {a, b};
  Box box;
  box.sides = {{0, 2, none, 0}, {1, -none, 5, 0}};
  EXPECT_FALSE(inside(box, columns, 0));
  EXPECT_TRUE(inside(box, columns, 1));
  EXPECT_TRUE(inside(box, columns, 2));
}

}  // namespace
}  // namespace uor::study
