#include "core/uor/report/tables/prompts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using testing::ElementsAre;

TEST(Prompts, SayWhoAnswersAndWhatWasFound) {
  const Table table = prompts(test::small_figures().trusts[0]);
  EXPECT_THAT(test::words_of_row(table, 0), testing::Contains("Medical director"));
  EXPECT_THAT(test::words_of_row(table, 0), testing::Contains("judged good (3)"));
  EXPECT_THAT(test::words_of_row(table, 1), testing::Contains("figures answer it"));
}

TEST(Process, IsByTheDayOfTheVisit) {
  Figures figures = test::small_figures();
  figures.origin.steps = {{"notice", "Notice", "NHS Improvement", -1, 0, Standing::verified, ""},
                          {"visit", "Visit", "both", 0, 0, Standing::verified, ""}};
  const Table table = process(figures);
  EXPECT_THAT(test::words_of_row(table, 0), ElementsAre("1 month before", "Notice", "NHS Improvement", "verified"));
  EXPECT_THAT(test::words_of_row(table, 1), ElementsAre("on the day", "Visit", "both", "verified"));
}

}  // namespace
}  // namespace uor::report::tables
