#include "core/uor/analyse/comparable.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

model::Header header() {
  model::Header h;
  for (const auto& [code, name] : {std::pair{"RF4", "One"}, {"R1F", "Two"}}) {
    model::TrustInfo& trust = h.trusts.emplace_back();
    trust.code = code;
    trust.name = name;
    trust.text = "facts";
    trust.path = "trusts.csv";
    trust.metrics_reported = 2;
  }
  h.months = h.assessment_month = 12;
  h.trials = 1000;
  h.seed = 1;
  h.version = "1.0.0";
  h.commit = "abc";
  h.plugins = {{"clinical", "1.0.0", "clinical.so", "0123456789abcdef"}};
  h.inputs = {{"scenario", "one.toml", "11", "one"}, {"policy", "framework.toml", "22", "two"}};
  return h;
}

class TwoHeaders : public testing::Test {
 protected:
  void expect_obstacle(const std::string& text, SharedTrusts scope = SharedTrusts::all_trusts) {
    EXPECT_THAT(obstacles(from_, to_, scope), ElementsAre(HasSubstr(text)));
  }
  model::Header from_ = header(), to_ = header();
};

TEST_F(TwoHeaders, OfOtherScenariosAndOrderOfTrustsAreComparable) {
  to_.scenario_name = "another";
  to_.inputs[0].sha256 = "33";
  std::swap(to_.trusts[0], to_.trusts[1]);
  EXPECT_THAT(obstacles(from_, to_, SharedTrusts::all_trusts), IsEmpty());
  EXPECT_THAT(cautions(from_, to_), IsEmpty());
}

TEST_F(TwoHeaders, OfOtherSeedsAreNot) {
  to_.seed = 2;
  expect_obstacle("its seed is 2, not 1, so that its draws are others; run it again with --seed 1");
}

TEST_F(TwoHeaders, OfOtherMonthsAreNot) {
  to_.months = 24;
  expect_obstacle("it has 24 months, not 12; run it again with --months 12");
}

TEST_F(TwoHeaders, RatedInOtherMonthsAreNot) {
  to_.assessment_month = 9;
  expect_obstacle("it is rated in month 9, not 12");
}

TEST_F(TwoHeaders, OfOtherNumbersOfTrialsAreNot) {
  to_.trials = 500;
  expect_obstacle("it has 500 trials a trust, not 1000");
}

TEST_F(TwoHeaders, OfOtherTrustsAreComparableInOneTrustOnly) {
  to_.trusts[1].code = "RTH";
  EXPECT_THAT(obstacles(from_, to_, SharedTrusts::all_trusts),
              ElementsAre(HasSubstr("it lacks the trust R1F"), HasSubstr("it has the trust RTH besides")));
  EXPECT_THAT(obstacles(from_, to_, SharedTrusts::one_trust), IsEmpty());
}

TEST_F(TwoHeaders, OfOtherProgramsAreNot) {
  to_.version = "1.1.0";
  expect_obstacle("it was written by uor 1.1.0, not 1.0.0; run both again with one program");
}

TEST_F(TwoHeaders, OfOtherPluginsAreNot) {
  to_.plugins[0].sha256 = "fedcba9876543210";
  expect_obstacle("its plugin 'clinical' 1.0.0 has SHA-256 fedcba987654, not 0123456789ab (1.0.0)");
  to_ = header();
  to_.plugins.push_back({"extra", "1.0.0", "extra.so", "00"});
  expect_obstacle("it was run with the plugin 'extra' besides");
  std::swap(from_, to_);
  expect_obstacle("it was run without the plugin 'extra'");
}

TEST_F(TwoHeaders, TellEveryObstacle) {
  to_.seed = 2;
  to_.trials = 500;
  EXPECT_EQ(obstacles(from_, to_, SharedTrusts::all_trusts).size(), 2U);
}

TEST_F(TwoHeaders, WithAnotherPolicyFactsOrCommitCallForCaution) {
  to_.inputs[1].sha256 = "44";
  to_.trusts[1].text = "newer facts";
  to_.commit = "def";
  EXPECT_THAT(obstacles(from_, to_, SharedTrusts::all_trusts), IsEmpty());
  EXPECT_THAT(cautions(from_, to_),
              ElementsAre(HasSubstr("the policies differ"), HasSubstr("what is known of R1F differs"),
                          HasSubstr("commits differ (abc and def)")));
}

TEST(FindTrust, IsByCode) {
  EXPECT_EQ(find_trust(header(), "R1F"), 1U);
  EXPECT_EQ(find_trust(header(), "RXX"), 2U);
}

}  // namespace
}  // namespace uor::analyse
