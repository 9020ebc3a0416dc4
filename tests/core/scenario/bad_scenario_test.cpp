#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/scenario/check.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::scenario {
namespace {

using testing::HasSubstr;

std::string refusal(const std::string& text) {
  return test::message_of([&] { parse_scenario(text, "s.toml"); });
}

/// The refusal of `body` below two valid lines: it starts in line 3.
std::string body_refusal(const std::string& body) { return refusal("schema = 1\nname = \"s\"\n" + body); }

const std::string change = "[[change]]\ndriver = \"d\"\n";
const std::string vary = "[[vary]]\ndriver = \"d\"\ndistribution = {shape = \"uniform\", lower = 0, upper = 1}\n";

TEST(BadScenario, AMissingFileIsRefused) {
  EXPECT_THAT(test::message_of([] { read_scenario("/no/such/s.toml"); }),
              HasSubstr("no such scenario file '/no/such/s.toml'"));
}

TEST(BadScenario, AnEmptyFileIsRefused) {
  EXPECT_EQ(refusal(""), "s.toml: the scenario file is empty, `uor init` writes a template");
}

TEST(BadScenario, ABinaryFileIsRefused) {
  EXPECT_THAT(refusal(std::string("schema\0", 7)), HasSubstr("s.toml: not a scenario file (binary: byte 6 is zero)"));
}

TEST(BadScenario, AWrongSchemaNumberIsRefused) {
  EXPECT_EQ(refusal("schema = 2\nname = \"s\"\n"),
            "s.toml:1:10: wrong schema: 'schema' is the number 2, this program reads schema = 1");
}

TEST(BadScenario, AMissingSchemaNumberIsRefused) {
  EXPECT_EQ(refusal("name = \"s\"\n"), "s.toml:1:1: the key 'schema' is missing, write schema = 1 in the first line");
}

TEST(BadScenario, AMissingNameIsRefused) {
  EXPECT_EQ(refusal("schema = 1\n"), "s.toml:1:1: the key 'name' is missing, add it");
}

TEST(BadScenario, ANameWithSpacesIsRefused) {
  EXPECT_EQ(refusal("schema = 1\nname = \"my scenario\"\n"),
            "s.toml:2:8: the name of the scenario is \"my scenario\" (a short name is needed), use letters, digits, "
            "'_', '-' and '.', and put words in title");
}

TEST(BadScenario, AnUnknownKeyIsRefusedWithTheNearest) {
  EXPECT_EQ(body_refusal("tilte = \"x\"\n"), "s.toml:3:1: unknown key 'tilte'. Did you mean 'title'?");
  EXPECT_EQ(body_refusal("[run]\ntrails = 5\n"), "s.toml:4:1: unknown key 'trails' in [run]. Did you mean 'trials'?");
  EXPECT_EQ(body_refusal(change + "sett = 5\n"), "s.toml:5:1: unknown key 'sett' in [[change]]. Did you mean 'set'?");
}

TEST(BadScenario, NegativeTrialsAreRefused) {
  EXPECT_EQ(body_refusal("[run]\ntrials = -5\n"),
            "s.toml:4:10: 'trials' in [run] is -5 (out of range), it must be from 1 to 1000000000");
}

TEST(BadScenario, TrialsAndWhatTheyShallAchieveAreRefusedTogether) {
  EXPECT_EQ(body_refusal("[run]\ntrials = 5\nuntil_se = 0.01\n"),
            "s.toml:5:12: until_se and trials are both given (the one asks for as many as it takes, the other says how "
            "many), keep one; max_trials limits until_se");
  EXPECT_EQ(body_refusal("[run]\nmax_trials = 50000\n"),
            "s.toml:4:14: max_trials limits until_se, which is not given, add it or write trials");
  EXPECT_EQ(body_refusal("[run]\npoints = \"halton\"\n"),
            "s.toml:4:10: 'points' in [run] is \"halton\" (unknown), write one of \"random\", \"lhs\", \"sobol\"");
}

TEST(BadScenario, ZeroTrialsAreRefused) {
  EXPECT_EQ(body_refusal("[run]\ntrials = 0\n"),
            "s.toml:4:10: 'trials' in [run] is 0 (out of range), it must be from 1 to 1000000000");
}

TEST(BadScenario, TrialsInExponentFormAreRefused) {
  EXPECT_EQ(body_refusal("[run]\ntrials = 1e5\n"),
            "s.toml:4:10: 'trials' in [run] is the number 100000, a whole number (no point, no exponent, no quotes) is "
            "needed");
}

TEST(BadScenario, NoMonthsAreRefused) {
  EXPECT_EQ(body_refusal("[run]\nmonths = 0\n"),
            "s.toml:4:10: 'months' in [run] is 0 (out of range), it must be from 1 to 60");
}

TEST(BadScenario, MoreThanSixtyMonthsAreRefused) {
  EXPECT_EQ(body_refusal("[run]\nmonths = 61\n"),
            "s.toml:4:10: 'months' in [run] is 61 (out of range), it must be from 1 to 60");
}

TEST(BadScenario, ANegativeSeedIsRefused) {
  EXPECT_EQ(body_refusal("[run]\nseed = -1\n"),
            "s.toml:4:8: 'seed' in [run] is -1 (out of range), it must be at least 0");
}

TEST(BadScenario, AnAssessmentAfterTheLastMonthIsRefused) {
  EXPECT_EQ(body_refusal("[run]\nmonths = 12\nassessment_month = 13\n"),
            "s.toml:5:20: 'assessment_month' in [run] is 13 (out of range), it must be from 1 to 12");
}

TEST(BadScenario, AWrongTypeIsRefused) {
  EXPECT_EQ(body_refusal("[run]\npublication_lag = \"perhaps\"\n"),
            "s.toml:4:19: 'publication_lag' in [run] is the text \"perhaps\", true or false is needed");
  EXPECT_EQ(body_refusal("[run]\ntrusts = 4\n"),
            "s.toml:4:10: 'trusts' in [run] is the number 4, a list of texts, such as [\"a\", \"b\"] is needed");
  EXPECT_EQ(body_refusal(change + "set = \"7.2\"\n"),
            "s.toml:5:7: 'set' in [[change]] is the text \"7.2\", a number (without quotes) is needed");
}

TEST(BadScenario, ATrustListedTwiceIsRefused) {
  EXPECT_EQ(body_refusal("[run]\ntrusts = [\"RF4\", \"RF4\"]\n"),
            "s.toml:4:10: trust 'RF4' is listed twice, delete one");
}

TEST(BadScenario, AnEmptyListOfTrustsIsRefused) {
  EXPECT_EQ(body_refusal("[run]\ntrusts = []\n"), "s.toml:4:10: trusts is empty, name a code, a file or \"all\"");
}

TEST(BadScenario, SingleBracketsAreRefused) {
  EXPECT_EQ(body_refusal("[change]\ndriver = \"d\"\nset = 1\n"),
            "s.toml:3:1: 'change' is a table, a list of tables (double brackets, [[change]]) is needed");
}

TEST(BadScenario, AChangeWithoutDriverIsRefused) {
  EXPECT_EQ(body_refusal("[[change]]\nset = 1\n"), "s.toml:3:1: the key 'driver' is missing in [[change]], add it");
}

TEST(BadScenario, AChangeWithNoneOrSeveralOperationsIsRefused) {
  EXPECT_EQ(
      body_refusal(change),
      "s.toml:3:1: [[change]] of 'd' has none of set, add and multiply, give exactly one, or at_most or at_least");
  EXPECT_EQ(
      body_refusal(change + "set = 1\nadd = 2\n"),
      "s.toml:3:1: [[change]] of 'd' has several of set, add and multiply, give exactly one, or at_most or at_least");
}

TEST(BadScenario, NotANumberIsRefused) {
  EXPECT_EQ(body_refusal(change + "set = nan\n"),
            "s.toml:5:7: 'set' in [[change]] is the number nan, a finite number is needed");
}

TEST(BadScenario, InfinityIsRefused) {
  EXPECT_EQ(body_refusal(change + "add = -inf\n"),
            "s.toml:5:7: 'add' in [[change]] is the number -inf, a finite number is needed");
}

TEST(BadScenario, MonthsOutOfOrderAreRefused) {
  EXPECT_EQ(body_refusal(change + "set = 1\nfrom_month = 6\nto_month = 3\n"),
            "s.toml:7:12: to_month is 3, before from_month 6, swap or correct them");
}

TEST(BadScenario, AMonthBeforeTheFirstIsRefused) {
  EXPECT_EQ(body_refusal(change + "set = 1\nfrom_month = 0\n"),
            "s.toml:6:14: 'from_month' in [[change]] is 0 (out of range), it must be from 1 to 60");
}

TEST(BadScenario, AnEntryAfterTheLastMonthIsRefused) {
  Scenario scenario = parse_scenario("schema = 1\nname = \"s\"\n" + change + "set = 1\nfrom_month = 13\n", "s.toml");
  EXPECT_EQ(test::message_of([&] { check_months(scenario); }),
            "s.toml:4:10: from_month is 13 but the run has 12 months (the entry would never act), lower it or raise "
            "months in [run]");
  scenario.run.months = 24;  // as with --months
  EXPECT_NO_THROW(check_months(scenario));
}

TEST(BadScenario, ABadDistributionIsRefused) {
  EXPECT_EQ(body_refusal("[[vary]]\ndriver = \"d\"\ndistribution = {shape = \"normal\", mean = 0, sd = -1}\n"),
            "s.toml:5:16: not a valid normal distribution (sd must be > 0, is -1), correct it");
}

TEST(BadScenario, AParameterOfAnotherShapeIsRefused) {
  EXPECT_THAT(body_refusal("[[vary]]\ndriver = \"d\"\ndistribution = \"normal\"\nmean = 0\nsd = 1\nmode = 2\n"),
              HasSubstr("s.toml:8:1: unknown key 'mode' in [[vary]]."));
}

TEST(BadScenario, AnUnknownChoiceIsRefused) {
  EXPECT_EQ(body_refusal(vary + "as = \"times\"\n"),
            "s.toml:6:6: 'as' in [[vary]] is \"times\" (unknown), write one of \"set\", \"add\", \"multiply\", "
            "\"at_most\", \"at_least\"");
  EXPECT_EQ(body_refusal(vary + "each = \"year\"\n"),
            "s.toml:6:8: 'each' in [[vary]] is \"year\" (unknown), write one of \"run\", \"month\", \"ar1\"");
}

TEST(BadScenario, PersistenceWithoutMemoryIsRefused) {
  EXPECT_EQ(
      body_refusal(vary + "persistence = 0.5\n"),
      "s.toml:6:15: persistence is given but each is \"run\" (it has no memory), write each = \"ar1\" or delete it");
}

TEST(BadScenario, MemoryWithoutPersistenceIsRefused) {
  EXPECT_EQ(body_refusal(vary + "each = \"ar1\"\n"),
            "s.toml:3:1: the key 'persistence' is missing in [[vary]], add it");
}

TEST(BadScenario, PersistenceOfOneIsRefused) {
  EXPECT_EQ(body_refusal(vary + "each = \"ar1\"\npersistence = 1\n"),
            "s.toml:7:15: persistence is 1 (out of range), it must lie between -1 and 1, both excluded");
}

TEST(BadScenario, TheSameChangeTwiceIsRefused) {
  EXPECT_EQ(body_refusal(change + "add = 1\n" + change + "add = 2\nfrom_month = 12\n"),
            "s.toml:7:10: driver 'd' is already changed in the same months (s.toml:4:10, side 's'), delete one or "
            "separate their months");
}

TEST(BadScenario, ASetThatDiscardsAnEarlierChangeIsRefused) {
  EXPECT_THAT(body_refusal(change + "add = 1\n" + change + "set = 2\n"),
              HasSubstr("driver 'd' is already changed in the same months"));
  EXPECT_THAT(body_refusal(vary + change + "add = 1\n"), HasSubstr("driver 'd' is already changed in the same months"));
}

TEST(BadScenario, TwoVariesOfOneDriverAreRefused) {
  EXPECT_THAT(body_refusal(vary + "as = \"add\"\n" + vary + "as = \"multiply\"\n"),
              HasSubstr("s.toml:8:10: driver 'd' is already changed in the same months (s.toml:4:10"));
}

TEST(BadScenario, ALevelThatContradictsWhatStandsAboveIsRefused) {
  EXPECT_THAT(body_refusal(change + "set = 1\n[[level]]\nname = \"a\"\n[[level.change]]\ndriver = \"d\"\nset = 2\n"),
              HasSubstr("s.toml:9:10: driver 'd' is already changed in the same months (s.toml:4:10, side 'a')"));
}

TEST(BadScenario, TwoLevelsOfOneNameAreRefused) {
  const std::string level = "[[level]]\nname = \"a\"\n[[level.change]]\ndriver = \"d\"\nset = 2\n";
  EXPECT_EQ(body_refusal(level + level), "s.toml:9:8: two levels are named 'a' (the other: s.toml:4:8), rename one");
}

TEST(BadScenario, ALevelNamedBaselineIsRefused) {
  EXPECT_EQ(body_refusal("[[level]]\nname = \"baseline\"\n[[level.change]]\ndriver = \"d\"\nset = 2\n"),
            "s.toml:4:8: a level is named 'baseline' (the paired run has that name), rename it");
}

TEST(BadScenario, AScenarioWithChangesNamedBaselineIsRefused) {
  EXPECT_EQ(refusal("schema = 1\nname = \"baseline\"\n" + change + "set = 1\n"),
            "s.toml: a side with changes is named 'baseline' (the name of the paired run without them), rename it");
}

TEST(BadScenario, ALevelThatChangesNothingIsRefused) {
  EXPECT_EQ(body_refusal("[[level]]\nname = \"a\"\n"),
            "s.toml:3:1: level 'a' changes nothing (it would repeat the baseline), add [[level.change]] or delete it");
}

TEST(BadScenario, TwoGroupsOfOneNameAreRefused) {
  EXPECT_EQ(body_refusal("[[correlate]]\nname = \"g\"\ndrivers = [\"a\", \"b\"]\ncorrelation = 0\n"
                         "[[correlate]]\nname = \"g\"\ndrivers = [\"c\", \"d\"]\ncorrelation = 0\n"),
            "s.toml:8:8: the group 'g' is already in line 4 (duplicate), rename it");
}

TEST(BadScenario, ADriverInTwoGroupsIsRefused) {
  EXPECT_EQ(body_refusal("[[correlate]]\nname = \"g\"\ndrivers = [\"a\", \"b\"]\ncorrelation = 0\n"
                         "[[correlate]]\nname = \"h\"\ndrivers = [\"b\", \"d\"]\ncorrelation = 0\n"),
            "s.toml:8:8: driver 'b' is already in the group of line 4 (one group a driver), merge the groups");
}

TEST(BadScenario, AMatrixOfAnotherSizeIsRefused) {
  EXPECT_EQ(
      body_refusal("[[correlate]]\nname = \"g\"\ndrivers = [\"a\", \"b\", \"c\"]\ncorrelation = [[1, 0], [0, 1]]\n"),
      "s.toml:6:15: the correlation of [[correlate]] is not a matrix of 3 by 3 (one row and column a driver), "
      "complete it or give one number");
}

}  // namespace
}  // namespace uor::scenario
