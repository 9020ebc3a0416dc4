#include "core/uor/base/toml_scheme.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"

namespace uor {
namespace {

using test::message_of;
using testing::HasSubstr;

std::vector<SavingsScheme> read(const std::string& text) { return read_schemes(TomlTable::parse(text, "f.toml")); }

std::string refusal(const std::string& scheme) {
  return message_of([&] { read("[[scheme]]\n" + scheme + "\n"); });
}

std::string scheme_named(const std::string& name, double plan) {
  return "[[scheme]]\nname = \"" + name + "\"\ncategory = \"pay\"\nplan = " + std::to_string(plan) + "\n";
}

TEST(TomlScheme, AFileWithoutAnyHasNoProgramme) { EXPECT_TRUE(read("schema = 1\n").empty()); }

TEST(TomlScheme, NeedsOnlyNameCategoryAndPlan) {
  const SavingsScheme scheme = read("[[scheme]]\nname = \"Rosters\"\ncategory = \"pay\"\nplan = 2.5\n").at(0);
  EXPECT_EQ(scheme.name, "Rosters");
  EXPECT_EQ(scheme.category, SchemeCategory::pay);
  EXPECT_EQ(scheme.plan_gbp_m, 2.5);
  EXPECT_EQ(scheme.start_month, 1);
  EXPECT_EQ(scheme.recurrent_percent, 100);
  EXPECT_FALSE(scheme.delivery.has_value());
  EXPECT_EQ(scheme.delay_months.parameters[0], 0);
}

TEST(TomlScheme, ReadsDeliveryDelayAndRecurrence) {
  const SavingsScheme scheme = read(R"([[scheme]]
name = "Theatres"
category = "income"
plan = 1
start_month = 4.5
recurrent = false
delivery = {shape = "pert", lower = 40, mode = 80, upper = 100}
delay = {shape = "uniform", lower = 0, upper = 3}
)")
                                   .at(0);
  EXPECT_EQ(scheme.category, SchemeCategory::income);
  EXPECT_EQ(scheme.start_month, 4.5);
  EXPECT_EQ(scheme.recurrent_percent, 0);
  EXPECT_EQ(scheme.delivery->shape, Shape::pert);
  EXPECT_EQ(scheme.delay_months.shape, Shape::uniform);
}

TEST(TomlScheme, MayActThroughADriverInsteadOfHavingMoney) {
  const SavingsScheme scheme =
      read("[[scheme]]\nname = \"Reminders\"\nplan = 0.4\ndriver = \"clinical.dna_rate\"\nadd = -1.5\n").at(0);
  EXPECT_EQ(scheme.category, SchemeCategory::through_driver);
  EXPECT_EQ(scheme.driver, "clinical.dna_rate");
  EXPECT_EQ(scheme.operation, Operation::add);
  EXPECT_EQ(scheme.change, -1.5);
}

TEST(TomlScheme, AddsUpPlanAndRecurrentShare) {
  const auto schemes = read(scheme_named("a", 3) + "recurrent = 50\n" + scheme_named("b", 1));
  EXPECT_EQ(plan_of(schemes), 4);
  EXPECT_EQ(recurrent_percent_of(schemes), 62.5);
}

TEST(TomlScheme, IsRefusedWithItsPlace) {
  EXPECT_THAT(refusal("name = \"x\"\nplan = 1\ncategory = \"wages\""),
              HasSubstr("f.toml:4:12: category is \"wages\" (unknown), write \"pay\""));
  EXPECT_THAT(refusal("name = \"x\"\nplan = 1"), HasSubstr("category"));
  EXPECT_THAT(refusal("name = \"x\"\ncategory = \"pay\"\nplan = -1"), HasSubstr("-1"));
  EXPECT_THAT(refusal("name = \"x\"\ncategory = \"pay\"\nplan = 0"), HasSubstr("add up to 0"));
  EXPECT_THAT(refusal("name = \"x\"\ncategory = \"pay\"\nplan = 1\nstart_month = 13"), HasSubstr("13"));
  EXPECT_THAT(refusal("name = \"x\"\ncategory = \"pay\"\nplan = 1\nstarts = 3"), HasSubstr("start_month"));
}

TEST(TomlScheme, NeverCountsTwice) {
  EXPECT_THAT(refusal("name = \"x\"\ncategory = \"pay\"\nplan = 1\ndriver = \"d\"\nadd = 1"),
              HasSubstr("would count twice"));
  EXPECT_THAT(refusal("name = \"x\"\nplan = 1\ndriver = \"d\""), HasSubstr("none of add and multiply"));
  EXPECT_THAT(refusal("name = \"x\"\nplan = 1\ndriver = \"d\"\nadd = 1\nmultiply = 2"),
              HasSubstr("both of add and multiply"));
  EXPECT_THAT(refusal("name = \"x\"\ncategory = \"pay\"\nplan = 1\nadd = 1"), HasSubstr("no driver to act through"));
  EXPECT_THAT(refusal("name = \"x\"\nplan = 1\ndriver = \"d\"\nadd = 1\ndelay = {shape = \"uniform\", lower = 0, "
                      "upper = 2}"),
              HasSubstr("uncertain, but it acts through a driver"));
}

TEST(TomlScheme, OfOneNameOrTooManyAreRefused) {
  EXPECT_THAT(message_of([&] { read(scheme_named("a", 1) + scheme_named("a", 1)); }), HasSubstr("two schemes"));
  std::string nine;
  for (int i = 0; i < 9; ++i) nine += scheme_named("s" + std::to_string(i), 1);
  EXPECT_THAT(message_of([&] { read(nine); }), HasSubstr("more than 8 schemes"));
}

}  // namespace
}  // namespace uor
