#include "core/uor/scenario/scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_file.hpp"

namespace uor::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* full = R"(schema = 1
name = "slippage"
title = "Savings slip"
question = "What if savings slip?"

[run]
trusts = ["RF4", "mine.toml"]
months = 24
trials = 5_000
seed = 7
policy = "strict.toml"
assessment_month = 18
publication_lag = false
common_factors = false
benchmarks = "moving"

[[change]]
driver = "national.inflation"
add = 0.5
from_month = 3
to_month = 9

[[vary]]
driver = "people.sickness_rate"
distribution = {shape = "normal", mean = 0.0, sd = 0.3, truncate = [-1.0, 1.0]}
as = "add"
each = "ar1"
persistence = 0.7

[[vary]]
driver = "clinical.dna_rate"
distribution = "uniform"
lower = 5
upper = 9

[[correlate]]
name = "demand"
drivers = ["a", "b"]
correlation = 0.4

[[level]]
name = "20"
title = "A fifth lost"
[[level.change]]
driver = "finance.slippage"
set = 20

[[level]]
name = "40"
[[level.change]]
driver = "finance.slippage"
set = 40
[[level.vary]]
driver = "finance.delivery"
distribution = {shape = "bernoulli", probability = 0.5}
as = "multiply"
each = "month"
)";

const std::string head = "schema = 1\nname = \"s\"\n";

TEST(Scenario, AsksForAStandardErrorInsteadOfTrials) {
  const RunSettings run = parse_scenario(head + "[run]\nuntil_se = 0.002\nmax_trials = 50_000\n", "s.toml").run;
  EXPECT_EQ(run.until_se, 0.002);
  EXPECT_EQ(run.max_trials, 50000u);
  EXPECT_EQ(run.points, Points::random);
  EXPECT_EQ(parse_scenario(head + "[run]\npoints = \"sobol\"\n", "s.toml").run.points, Points::sobol);
  EXPECT_EQ(parse_scenario(head + "[run]\nuntil_se = 0.002\n", "s.toml").run.max_trials, default_max_trials);
}

TEST(Scenario, EveryKeyIsRead) {
  const Scenario scenario = parse_scenario(full, "s.toml");
  EXPECT_EQ(scenario.name, "slippage");
  EXPECT_EQ(scenario.title, "Savings slip");
  EXPECT_EQ(scenario.question, "What if savings slip?");
  EXPECT_EQ(scenario.path, "s.toml");
  EXPECT_EQ(scenario.text, full);
  const RunSettings& run = scenario.run;
  EXPECT_THAT(run.trusts, ElementsAre("RF4", "mine.toml"));
  EXPECT_EQ(run.months, 24);
  EXPECT_EQ(run.trials, 5000u);
  EXPECT_EQ(run.seed, 7u);
  EXPECT_EQ(run.policy, "strict.toml");
  EXPECT_EQ(run.assessment_month, 18);
  EXPECT_FALSE(run.publication_lag);
  EXPECT_FALSE(run.common_factors);
  EXPECT_EQ(run.benchmarks, Benchmarks::moving);
  EXPECT_EQ(run.benchmarks_where.file, "s.toml");
  ASSERT_THAT(scenario.correlations, SizeIs(1));
  EXPECT_THAT(scenario.correlations[0].drivers, ElementsAre("a", "b"));
  EXPECT_THAT(scenario.correlations[0].matrix, ElementsAre(1, 0.4, 0.4, 1));
}

TEST(Scenario, WhatStandsAboveTheLevelsAppliesToEachOfThem) {
  const Scenario scenario = parse_scenario(full, "s.toml");
  ASSERT_THAT(scenario.variants, SizeIs(2));
  const Variant& first = scenario.variants[0];
  const Variant& second = scenario.variants[1];
  EXPECT_EQ(first.name, "20");
  EXPECT_EQ(first.title, "A fifth lost");
  EXPECT_EQ(second.title, "40");
  ASSERT_THAT(first.adjustments, SizeIs(2));
  ASSERT_THAT(second.adjustments, SizeIs(2));
  EXPECT_EQ(first.adjustments[0].driver, "national.inflation");
  EXPECT_EQ(second.adjustments[1].value, 40.0);
  EXPECT_THAT(first.varies, SizeIs(2));
  EXPECT_THAT(second.varies, SizeIs(3));
}

TEST(Scenario, AChangeKnowsItsOperationMonthsAndPlace) {
  const Adjustment adjustment = parse_scenario(full, "s.toml").variants[0].adjustments[0];
  EXPECT_EQ(adjustment.operation, Operation::add);
  EXPECT_EQ(adjustment.value, 0.5);
  EXPECT_EQ(adjustment.from_month, 3);
  EXPECT_EQ(adjustment.to_month, 9);
  EXPECT_EQ(to_string(adjustment.where), "s.toml:18:10");
}

TEST(Scenario, AVaryKnowsItsDistributionAndMemory) {
  const std::vector<Vary> varies = parse_scenario(full, "s.toml").variants[1].varies;
  EXPECT_EQ(to_string(varies[0].distribution), "normal(0, 0.3) truncated to [-1, 1]");
  EXPECT_EQ(varies[0].operation, Operation::add);
  EXPECT_EQ(varies[0].each, Each::ar1);
  EXPECT_EQ(varies[0].persistence, 0.7);
  EXPECT_EQ(varies[1].distribution.shape, Shape::uniform);
  EXPECT_EQ(varies[1].operation, Operation::set);
  EXPECT_EQ(varies[1].each, Each::run);
  EXPECT_EQ(varies[1].to_month, last_month);
  EXPECT_EQ(varies[2].operation, Operation::multiply);
  EXPECT_EQ(varies[2].each, Each::month);
}

TEST(Scenario, WithoutChangesHasTheBaselineOnly) {
  const Scenario scenario = parse_scenario("schema = 1\nname = \"baseline\"\n", "b.toml");
  EXPECT_THAT(scenario.variants, IsEmpty());
  EXPECT_THAT(scenario.run.trusts, IsEmpty());
  EXPECT_EQ(scenario.run.months, 12);
  EXPECT_EQ(scenario.run.trials, 10000u);
  EXPECT_EQ(scenario.run.policy, "framework");
  EXPECT_TRUE(scenario.run.publication_lag);
  EXPECT_TRUE(scenario.run.common_factors);
  EXPECT_EQ(scenario.run.benchmarks, Benchmarks::fixed);
  EXPECT_FALSE(scenario.run.assessment_month.has_value());
}

TEST(Scenario, WithoutLevelsHasOneVariantOfItsOwnName) {
  const Scenario scenario = parse_scenario(head + "[[change]]\ndriver = \"d\"\nmultiply = 2\n", "s.toml");
  ASSERT_THAT(scenario.variants, SizeIs(1));
  EXPECT_EQ(scenario.variants[0].name, "s");
  EXPECT_EQ(scenario.variants[0].adjustments[0].operation, Operation::multiply);
}

TEST(Scenario, TrustsMayBeOneText) {
  EXPECT_THAT(parse_scenario(head + "[run]\ntrusts = \"all\"\n", "s.toml").run.trusts, ElementsAre("all"));
}

TEST(Scenario, OneDriverMayChangeTwiceInMonthsThatDoNotOverlap) {
  const std::string text =
      head + "[[change]]\ndriver = \"d\"\nset = 1\nto_month = 6\n[[change]]\ndriver = \"d\"\nset = 2\nfrom_month = 7\n";
  EXPECT_THAT(parse_scenario(text, "s.toml").variants[0].adjustments, SizeIs(2));
}

TEST(Scenario, AChangeMayBeFollowedByNoiseThatIsAddedToIt) {
  const std::string text = head +
                           "[[change]]\ndriver = \"d\"\nset = 1\n"
                           "[[vary]]\ndriver = \"d\"\nas = \"add\"\ndistribution = {shape = \"uniform\", lower = 0, "
                           "upper = 1}\n";
  EXPECT_THAT(parse_scenario(text, "s.toml").variants[0].varies, SizeIs(1));
}

TEST(Scenario, AFileWithByteOrderMarkAndCrlfIsRead) {
  const test::TemporaryFile file("\xEF\xBB\xBFschema = 1\r\nname = \"s\"\r\n", ".toml");
  EXPECT_EQ(read_scenario(file.path()).name, "s");
}

TEST(Scenario, ItsTemplateParses) {
  const Scenario scenario = parse_scenario(scenario_template(), "template.toml");
  EXPECT_THAT(scenario.variants, SizeIs(1));
  EXPECT_THAT(scenario.run.trusts, ElementsAre("RF4"));
}

TEST(Scenario, ItsTemplateParsesWithEverythingUncommented) {
  std::string text = scenario_template();
  for (const std::string start : {"# [[",
                                  "# driver",
                                  "# distribution",
                                  "# as",
                                  "# each",
                                  "# persistence",
                                  "# name",
                                  "# drivers",
                                  "# correlation",
                                  "# title",
                                  "# lever",
                                  "# set",
                                  "# from_month",
                                  "# owner",
                                  "# one_off_cost",
                                  "# yearly_cost",
                                  "# actions",
                                  "# add",
                                  "# to_month",
                                  "# assessment_month",
                                  "# publication_lag",
                                  "# common_factors",
                                  "# benchmarks",
                                  "# category",
                                  "# plan",
                                  "# start_month",
                                  "# recurrent",
                                  "# delivery =",
                                  "# delay"}) {
    for (std::size_t at = text.find("\n" + start); at != std::string::npos; at = text.find("\n" + start, at)) {
      text.erase(at + 1, 2);
    }
  }
  const std::size_t level = text.rfind("driver = \"clinical.dna_rate\"");
  text.replace(level, std::string("driver = \"clinical.dna_rate\"").size(), "driver = \"clinical.other\"");
  const Scenario scenario = parse_scenario(text, "template.toml");
  EXPECT_THAT(scenario.variants, SizeIs(1));
  EXPECT_THAT(scenario.variants[0].varies, SizeIs(1));
  EXPECT_THAT(scenario.variants[0].schemes, SizeIs(2));
  EXPECT_THAT(scenario.correlations, SizeIs(1));
}

}  // namespace
}  // namespace uor::scenario
