#include "core/uor/report/rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"

namespace uor::report {
namespace {

const std::string shipped = UOR_SOURCE_DIR "/policies/report.toml";

std::string shipped_text() {
  std::ostringstream text;
  text << std::ifstream(shipped).rdbuf();
  return text.str();
}

TEST(Rules, SavingsAreColouredByTheShareOfPlanThatIsDelivered) {
  const Rules rules = read_rules(shipped);
  EXPECT_EQ(rules.status(9.5, 10), "green");
  EXPECT_EQ(rules.status(9.4, 10), "amber");
  EXPECT_EQ(rules.status(8.0, 10), "amber");
  EXPECT_EQ(rules.status(7.9, 10), "red");
}

TEST(Rules, NothingPlannedHasNoColour) {
  const Rules rules = read_rules(shipped);
  EXPECT_EQ(rules.status(1, 0), "");
  EXPECT_EQ(rules.status(1, std::nan("")), "");
}

TEST(Rules, ARowWithoutASourceIsRefused) {
  const std::string text =
      std::regex_replace(shipped_text(), std::regex("source = \"as programme offices[^\n]*\n"), "");
  const test::TemporaryFile file(text, ".toml");
  EXPECT_THAT(test::message_of([&] { read_rules(file.path()); }), testing::HasSubstr("source"));
}

TEST(Rules, WordsDifferByHowMuchIsReported) {
  const Rules rules = read_rules(shipped);
  EXPECT_EQ(rules.known({2, 0, 22}).words(),
            "Illustrative: 2 of 22 metrics reported; the others are drawn from national figures.");
  std::set<std::string> names;
  for (const std::size_t reported : {2U, 12U, 21U, 22U}) names.insert(rules.known({reported, 0, 22}).name);
  EXPECT_EQ(names.size(), 4U);
  EXPECT_EQ(rules.known({0, 0, 22}).name, "Illustrative");
  EXPECT_THAT(rules.known({12, 0, 22}).sentence, testing::HasSubstr("12 of 22 metrics reported; 10 drawn"));
}

TEST(Rules, WhatIsDerivedIsKnownAndIsNotDrawn) {
  const Rules rules = read_rules(shipped);
  EXPECT_EQ(rules.known({1, 5, 22}).words(),
            "Illustrative: 1 of 22 metrics reported, 5 derived from other reported figures; the others are drawn from "
            "national figures.");
  EXPECT_EQ(rules.known({6, 5, 22}).name, rules.known({11, 0, 22}).name);
  EXPECT_EQ(rules.known({17, 5, 22}).name, rules.known({22, 0, 22}).name);
  EXPECT_THAT(rules.known({17, 5, 22}).sentence, testing::HasSubstr("17 of 22 metrics reported, 5 derived"));
}

TEST(Rules, ATrustWithoutWordsIsRefused) {
  const std::string text = std::regex_replace(shipped_text(), std::regex("from_percent = 0\\.0"), "from_percent = 1.0");
  const test::TemporaryFile file(text, ".toml");
  EXPECT_THAT(test::message_of([&] { read_rules(file.path()); }), testing::HasSubstr("from_percent = 0"));
}

TEST(Rules, AmberMustNotBeginAboveGreen) {
  const std::string text =
      std::regex_replace(shipped_text(), std::regex("amber_from_percent = 80.0"), "amber_from_percent = 99.0");
  const test::TemporaryFile file(text, ".toml");
  EXPECT_THAT(test::message_of([&] { read_rules(file.path()); }), testing::HasSubstr("amber_from_percent"));
}

}  // namespace
}  // namespace uor::report
