#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/scenario/scenario.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::scenario {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Scenario plain(const std::string& name = "baseline") {
  return parse_scenario("schema = 1\nname = \"" + name + "\"\n", "s.toml");
}

Adjustment applied(const std::string& option) {
  Scenario scenario = plain();
  apply_set_option(scenario, option);
  return scenario.variants.at(0).adjustments.at(0);
}

std::string refusal(const std::string& option) {
  return test::message_of([&] { applied(option); });
}

TEST(SetOption, CapsAndFloors) {
  EXPECT_EQ(applied("d=<=7.2").limits.at_most, 7.2);
  EXPECT_FALSE(applied("d=<=7.2").operates);
  EXPECT_EQ(applied("d=>=-1").limits.at_least, -1.0);
  EXPECT_FALSE(applied("d=>=-1").limits.at_most.has_value());
}

TEST(SetOption, SetsAddsAndMultiplies) {
  EXPECT_EQ(applied("d=7.2").operation, Operation::set);
  EXPECT_EQ(applied("d=7.2").value, 7.2);
  EXPECT_EQ(applied("d=+1").operation, Operation::add);
  EXPECT_EQ(applied("d=+1").value, 1.0);
  EXPECT_EQ(applied("d=-2").operation, Operation::add);
  EXPECT_EQ(applied("d=-2").value, -2.0);
  EXPECT_EQ(applied("d=*1.1").operation, Operation::multiply);
  EXPECT_EQ(applied("d=*1.1").value, 1.1);
  EXPECT_EQ(applied("d==-3").operation, Operation::set);
  EXPECT_EQ(applied("d==-3").value, -3.0);
  EXPECT_EQ(applied("a.b=1").driver, "a.b");
}

TEST(SetOption, OnTheBaselineMakesAVariantOfAnotherName) {
  Scenario scenario = plain();
  apply_set_option(scenario, "a=1");
  apply_set_option(scenario, "b=2");
  ASSERT_THAT(scenario.variants, SizeIs(1));
  EXPECT_EQ(scenario.variants[0].name, "set");
  EXPECT_THAT(scenario.variants[0].adjustments, SizeIs(2));
  EXPECT_TRUE(is_of_options(scenario.variants[0]));
  EXPECT_EQ(scenario.title, "baseline with --set a=1 --set b=2");
  EXPECT_EQ(scenario.question, "");
}

TEST(SetOption, IsKnownByItselfAndNotByTheNameOfAFile) {
  EXPECT_EQ(applied("a=1").option, "a=1");
  const Scenario named = parse_scenario(
      "schema = 1\nname = \"a\"\n[[level]]\nname = \"b\"\n[[level.change]]\ndriver = \"d\"\nset = 1\n", "--set d=1");
  ASSERT_THAT(named.variants, SizeIs(1));
  EXPECT_FALSE(is_of_options(named.variants[0]));
}

TEST(SetOption, LeavesTheQuestionOfAScenarioWithChanges) {
  Scenario scenario =
      parse_scenario("schema = 1\nname = \"s\"\nquestion = \"Why?\"\n[[change]]\ndriver = \"d\"\nadd = 1\n", "s.toml");
  apply_set_option(scenario, "e=2");
  EXPECT_EQ(scenario.question, "Why?");
  EXPECT_FALSE(is_of_options(scenario.variants[0]));
}

TEST(SetOption, ActsOnEveryVariant) {
  Scenario scenario = parse_scenario(
      "schema = 1\nname = \"s\"\n[[level]]\nname = \"a\"\n[[level.change]]\ndriver = \"d\"\nset = 1\n"
      "[[level]]\nname = \"b\"\n[[level.change]]\ndriver = \"d\"\nset = 2\n",
      "s.toml");
  apply_set_option(scenario, "e=*2");
  EXPECT_THAT(scenario.variants[0].adjustments, SizeIs(2));
  EXPECT_THAT(scenario.variants[1].adjustments, SizeIs(2));
}

TEST(SetOption, ThatIsMalformedIsRefusedWithTheForms) {
  EXPECT_EQ(refusal("d"),
            "--set d: no '=' (malformed), write driver=value, driver=+x, driver=-x (add), driver=*x (multiply), "
            "driver=<=x (at most), driver=>=x (at least) or driver==-x (a negative value), and @M behind it to act "
            "from month M");
  EXPECT_THAT(refusal("=3"), HasSubstr("--set =3: no driver (malformed), write driver=value"));
  EXPECT_THAT(refusal("d ="), HasSubstr("a space in the driver's name (malformed)"));
  EXPECT_THAT(refusal("d="), HasSubstr("'' is not a finite number"));
  EXPECT_THAT(refusal("d=7.2%"), HasSubstr("--set d=7.2%: '7.2%' is not a finite number, write driver=value"));
  EXPECT_THAT(refusal("d=nan"), HasSubstr("'nan' is not a finite number"));
  EXPECT_THAT(refusal("d=+inf"), HasSubstr("'inf' is not a finite number"));
  EXPECT_THAT(refusal("d=+-3"), HasSubstr("is not a finite number"));
  EXPECT_THAT(refusal("d=1,5"), HasSubstr("'1,5' is not a finite number"));
}

TEST(SetOption, TakesTheMonthFromWhichItActs) {
  Scenario scenario;
  for (const auto& [option, month] : {std::pair{"a=7.2@9", 9}, {"b=-0.4@1", 1}, {"c=*0.9@60", 60}, {"d==-3@12", 12}}) {
    apply_set_option(scenario, option);
    const Adjustment& adjustment = scenario.variants[0].adjustments.back();
    EXPECT_EQ(adjustment.from_month, month) << option;
    EXPECT_TRUE(adjustment.dated) << option;
  }
  apply_set_option(scenario, "e=1");
  EXPECT_FALSE(scenario.variants[0].adjustments.back().dated);
  for (const char* wrong : {"f=1@", "f=1@0", "f=1@61", "f=1@x", "f=1@2.5", "f=1@2@3"})
    EXPECT_THAT(refusal(wrong), HasSubstr("is no month from 1 (April) to 60")) << wrong;
}

TEST(SetOption, ThatWouldDiscardWhatTheFileSaysIsRefused) {
  Scenario scenario = parse_scenario("schema = 1\nname = \"s\"\n[[change]]\ndriver = \"d\"\nadd = 1\n", "s.toml");
  EXPECT_EQ(test::message_of([&] { apply_set_option(scenario, "d=3"); }),
            "--set d=3: driver 'd' is already changed in the same months (s.toml:4:10, side 's'), delete one or "
            "separate their months");
}

}  // namespace
}  // namespace uor::scenario
