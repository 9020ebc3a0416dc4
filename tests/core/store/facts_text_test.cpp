#include "core/uor/store/facts_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/store/checked_read.hpp"

namespace uor::store {
namespace {

using model::Fact;
using model::How;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

Fact drawn_share() {
  Fact fact;
  fact.field = "income";
  fact.unit = "GBP m";
  fact.how = How::drawn;
  fact.distribution = {uor::Shape::pert, {0.1, 0.2, 0.35}, 0.0, {}};
  fact.ratio_of = "turnover";
  fact.standing = Standing::assumed;
  fact.source = "a \"guess\"";
  return fact;
}

Fact from_accounts() {
  Fact fact;
  fact.field = "agency_spend";
  fact.how = How::part_drawn;
  fact.from = {"pay"};
  fact.accounts = {"pay_to_date", "agency_to_date"};
  fact.standing = Standing::derived;
  fact.source = "the pay bill";
  return fact;
}

TEST(FactsText, DataComesBackAsItWas) {
  const std::vector<Fact> facts = {drawn_share(), from_accounts()};
  const std::vector<Fact> back = facts_in(data_of(facts), sentences_of(facts));
  EXPECT_EQ(data_of(back), data_of(facts));
  EXPECT_EQ(back[0].how, How::drawn);
  EXPECT_EQ(back[0].distribution.parameters, facts[0].distribution.parameters);
  EXPECT_EQ(back[0].distribution.truncate_lower, 0.0);
  EXPECT_EQ(back[0].standing, Standing::assumed);
  EXPECT_THAT(back[1].accounts, ElementsAre("pay_to_date", "agency_to_date"));
  EXPECT_EQ(facts_in("[]", "").size(), 0u);
}

TEST(FactsText, ASentenceIsALineAndALineBreakInItASpace) {
  Fact fact = drawn_share();
  fact.source = "one\ntwo";
  EXPECT_EQ(sentences_of({fact, fact}).find("one two)\nincome: not reported, pert(0.1, 0.2, 0.35) truncated"),
            sentences_of({fact}).find("one two)"));
}

TEST(FactsText, DataThatSaysAnotherThanTheSentencesIsRefused) {
  const std::vector<Fact> facts = {drawn_share()};
  EXPECT_THAT([&] { facts_in(data_of(facts), "income: reported"); },
              ThrowsMessage<Impossible>(HasSubstr("another than 'trust_assumed'")));
}

TEST(FactsText, WhatNoRunWritesIsRefused) {
  const auto refused = [](const std::string& data, const char* words) {
    EXPECT_THAT([&] { facts_in(data, ""); }, ThrowsMessage<Impossible>(HasSubstr(words))) << data;
  };
  refused("[{", "no list of assumptions");
  refused("[1]", "no list of assumptions");
  refused(R"([{"field": 1, "how": "drawn", "unit": ""}])", "no list of assumptions");
  refused(R"([{"field": "a", "how": "guessed", "unit": ""}])", "does not say how");
  refused(R"([{"field": "a", "how": "drawn", "unit": "", "distribution": {"shape": "oracle", "parameters": []}}])",
          "unknown shape");
  refused(R"([{"field": "a", "how": "drawn", "unit": "", "distribution": {"shape": "pert", "parameters": [3]}}])",
          "a distribution that is none");
  refused(R"([{"field": "a", "how": "rounded", "unit": ""}])", "what no run assumes of 'a'");
  refused(R"([{"field": "a", "how": "published", "unit": "", "value": 1e300}])", "what no run assumes of 'a'");
}

TEST(FactsText, AFileOfAnEarlierProgramHasSentencesAlone) {
  const std::vector<Fact> facts = facts_as_written("cash: not reported, derived (verified: x)\nodd");
  ASSERT_EQ(facts.size(), 2u);
  EXPECT_EQ(facts[0].how, How::as_written);
  EXPECT_EQ(facts[0].field, "cash");
  EXPECT_EQ(facts[0].written, "not reported, derived (verified: x)");
  EXPECT_EQ(to_string(facts[0]), "cash: not reported, derived (verified: x)");
  EXPECT_EQ(facts[1].field, "odd");
}

}  // namespace
}  // namespace uor::store
