// Whatever is wrong in a scenario file, its reader gives a scenario or an error that names the file; what is too much
// is refused before it takes time or memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/scenario/scenario.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/base/mutated.hpp"

namespace uor::scenario {
namespace {

using testing::HasSubstr;

const std::string head = "schema = 1\nname = \"s\"\n";

std::string refusal(const std::string& text) {
  return test::message_of([&] { parse_scenario(text, "f"); });
}

TEST(Mutation, OfAScenarioIsAnErrorOrAScenario) {
  const std::string text =
      head +
      "title = \"T\"\nquestion = \"Q?\"\n[run]\ntrusts = [\"RF4\"]\nmonths = 12\ntrials = 500\n"
      "publication_lag = false\n[[change]]\ndriver = \"a.b\"\nadd = -2\nfrom_month = 3\n[[vary]]\ndriver = \"a.c\"\n"
      "distribution = {shape = \"normal\", mean = 0, sd = 1, truncate = [-inf, 2]}\nas = \"add\"\n[[correlate]]\n"
      "name = \"g\"\ndrivers = [\"a\", \"b\"]\ncorrelation = [[1, 0.2], [0.2, 1]]\n[[level]]\nname = \"half\"\n"
      "[[level.change]]\ndriver = \"a.d\"\nmultiply = 0.5\n";
  std::mt19937_64 random(3);
  for (int i = 0; i < 4000; ++i) {
    const std::string wrong = test::mutated(text, random);
    const std::string message = refusal(wrong);
    EXPECT_TRUE(message == "nothing was refused" || message.starts_with("f")) << wrong << "\n" << message;
  }
}

TEST(Limits, MoreTrialsThanAnOptionMayAskForAreRefused) {
  EXPECT_EQ(refusal(head + "[run]\ntrials = 1000000001\n"),
            "f:4:10: 'trials' in [run] is 1000000001 (out of range), it must be from 1 to 1000000000");
  EXPECT_THAT(refusal(head + "[run]\nuntil_se = 0.01\nmax_trials = 900000000000000\n"), HasSubstr("to 1000000000"));
}

TEST(Limits, MoreLevelsThanCanBeComparedAreRefused) {
  std::string levels, common;
  for (int i = 0; i < 1200; ++i)
    levels += "[[level]]\nname = \"l" + std::to_string(i) + "\"\n[[level.change]]\ndriver = \"a\"\nadd = 1\n";
  EXPECT_THAT(refusal(head + levels), HasSubstr("there are more than 1000 levels"));
  for (int i = 0; i < 900; ++i) common += "[[change]]\ndriver = \"b" + std::to_string(i) + "\"\nadd = 1\n";
  EXPECT_THAT(refusal(head + common + levels), HasSubstr("the levels change more than 50000 drivers in all"));
  EXPECT_THAT(refusal(head + common + common), HasSubstr("'s' changes more than 1000 drivers"));
}

TEST(Limits, MoreCorrelatedDriversThanAMatrixHoldsAreRefused) {
  std::string drivers;
  for (int i = 0; i < 10000; ++i) drivers += (i == 0 ? "\"" : ", \"") + std::to_string(i) + "\"";
  EXPECT_THAT(refusal(head + "[[correlate]]\nname = \"g\"\ncorrelation = 0.1\ndrivers = [" + drivers + "]\n"),
              HasSubstr("10000 drivers in one group (at most 200"));
}

TEST(Limits, ChangesBeyondAnyQuantityAreRefused) {
  EXPECT_THAT(refusal(head + "[[change]]\ndriver = \"a\"\nmultiply = 1e308\n"), HasSubstr("f:5:12: 'multiply' in"));
}

}  // namespace
}  // namespace uor::scenario
