#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {
namespace {

// CQC, "Ratings principles: NHS trusts", and the combined rating from 5 March 2018 (Capsticks; HSJ 7020999).
constexpr Aggregation quality_rule = {2, 2, 2};
constexpr Aggregation combined_rule = {2, 3, 2};

// "OGGRI" -> grades; the letters are those of the published tables.
std::vector<Grade> grades_of(const std::string& letters) {
  std::vector<Grade> grades;
  for (const char letter : letters) grades.push_back(static_cast<Grade>(1 + std::string("IRGO").find(letter)));
  return grades;
}

char letter_of(Grade grade) { return "IRGO"[grade - 1]; }

// The rule as the sources word it, on the sorted ratings: what each rating needs, from the best down.
Grade stated_rule(std::vector<Grade> grades, std::size_t requires_improvement_tolerated) {
  std::sort(grades.begin(), grades.end());
  const bool one_may_not_be_inadequate = grades[0] == 1;
  if (one_may_not_be_inadequate) return grades[1] == 1 ? Grade{1} : Grade{2};
  const bool all_at_least_good = grades[0] >= 3;
  const bool two_outstanding = grades[grades.size() - 2] == 4;
  if (all_at_least_good && two_outstanding) return 4;
  const bool tolerable = grades[requires_improvement_tolerated] >= 3;
  return tolerable ? Grade{3} : Grade{2};
}

// Every combination of `questions` grades, one a call.
template <typename Check>
void for_all_combinations(std::size_t questions, Check check) {
  std::vector<Grade> grades(questions, 1);
  const std::size_t combinations = std::size_t{1} << (2 * questions);
  for (std::size_t code = 0; code < combinations; ++code) {
    for (std::size_t q = 0; q < questions; ++q) grades[q] = static_cast<Grade>(1 + (code >> (2 * q)) % 4);
    check(grades);
  }
}

TEST(Aggregation, AllFiveQuestionRatingsFollowTheStatedRule) {
  std::size_t checked = 0;
  for_all_combinations(5, [&](const std::vector<Grade>& grades) {
    ASSERT_EQ(aggregate(quality_rule, grades), stated_rule(grades, 1)) << testing::PrintToString(grades);
    ++checked;
  });
  EXPECT_EQ(checked, 1024u);
}

TEST(Aggregation, ColumnsOfTrialsAreRatedAsSingleTrials) {
  std::vector<std::vector<Grade>> columns(6);
  for_all_combinations(6, [&](const std::vector<Grade>& grades) {
    for (std::size_t q = 0; q < 6; ++q) columns[q].push_back(grades[q]);
  });
  const std::size_t count = columns[0].size() - 3;  // no multiple of any vector's size
  std::vector<const Grade*> rows;
  for (const auto& column : columns) rows.push_back(column.data());
  std::vector<Grade> all(count + 1, 9);
  aggregate(combined_rule, rows, count, all.data());
  for (std::size_t t = 0; t < count; ++t) {
    std::vector<Grade> grades;
    for (const auto& column : columns) grades.push_back(column[t]);
    ASSERT_EQ(all[t], stated_rule(grades, 2)) << testing::PrintToString(grades);
  }
  EXPECT_EQ(all[count], 9);  // nothing beyond
}

TEST(Aggregation, AllSixQuestionRatingsFollowTheStatedRule) {
  std::size_t checked = 0;
  for_all_combinations(6, [&](const std::vector<Grade>& grades) {
    ASSERT_EQ(aggregate(combined_rule, grades), stated_rule(grades, 2)) << testing::PrintToString(grades);
    ++checked;
  });
  EXPECT_EQ(checked, 4096u);
}

TEST(Aggregation, OrderOfTheQuestionsDoesNotMatter) {
  for_all_combinations(5, [&](const std::vector<Grade>& grades) {
    std::vector<Grade> turned = grades;
    std::rotate(turned.begin(), turned.begin() + 2, turned.end());
    ASSERT_EQ(aggregate(quality_rule, turned), aggregate(quality_rule, grades));
  });
}

TEST(Aggregation, ABetterQuestionNeverLowersTheRating) {
  for_all_combinations(6, [&](const std::vector<Grade>& grades) {
    for (std::size_t q = 0; q < 6; ++q) {
      if (grades[q] == 4) continue;
      std::vector<Grade> better = grades;
      ++better[q];
      ASSERT_GE(aggregate(combined_rule, better), aggregate(combined_rule, grades));
    }
  });
}

struct Consequence {
  std::string questions;
  char quality;
  std::string combined;  // with use of resources outstanding, good, requires improvement, inadequate
};

TEST(Aggregation, ConsequencesOfTheCombinedRatingAreThoseOfTheTable) {
  const std::vector<Consequence> table = {
      {"OOGGG", 'O', "OOGR"}, {"OGGGG", 'G', "OGGR"}, {"GGGGG", 'G', "GGGR"}, {"RGGGG", 'G', "GGGR"},
      {"RRGGG", 'R', "GGRR"}, {"RRRGG", 'R', "RRRR"}, {"IGGGG", 'R', "RRRI"}, {"IRGGG", 'R', "RRRI"},
      {"IIGGG", 'I', "IIII"}, {"IIRRO", 'I', "IIII"},
  };
  for (const Consequence& row : table) {
    EXPECT_EQ(letter_of(aggregate(quality_rule, grades_of(row.questions))), row.quality) << row.questions;
    std::string combined;
    for (const char uor : std::string("OGRI")) {
      combined += letter_of(aggregate(combined_rule, grades_of(row.questions + uor)));
    }
    EXPECT_EQ(combined, row.combined) << row.questions;
  }
}

TEST(Aggregation, MedwayIn2018RequiresImprovementWithInadequateUseOfResources) {
  // Report of 25 July 2018: three requires improvement, two good, use of resources inadequate.
  EXPECT_EQ(aggregate(quality_rule, grades_of("RRRGG")), 2);
  EXPECT_EQ(aggregate(combined_rule, grades_of("RRRGGI")), 2);
}

TEST(Aggregation, HarrogateIn2018IsGood) {
  // https://www.cqc.org.uk/provider/RCD/reports: requires improvement, good, outstanding, good, good.
  EXPECT_EQ(aggregate(quality_rule, grades_of("RGOGG")), 3);
}

}  // namespace
}  // namespace uor::rate
