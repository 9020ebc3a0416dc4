// What evidence moves: each class its way, within the caps, and nothing without figures or a finding.
#include "core/uor/model/evidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"

namespace uor::model {
namespace {

using testing::HasSubstr;
using Evidence = trust::Evidence;

policy::Policy policy_of() {
  policy::Policy policy;
  policy::Kloe people;
  people.id = "people";
  policy.rating.kloes = {people};
  policy::Metric metric;
  metric.id = "sickness";
  metric.kloe = "people";
  metric.polarity = -1;
  metric.lower = 3;
  metric.median = 4;
  metric.upper = 5;
  policy.metrics = {metric};
  policy.steady_share = 0.1;
  policy.evidence = {0.25, 0.6, 0.15, 20};
  return policy;
}

Evidence piece(Evidence::Kind kind, const std::string& about) {
  Evidence one;
  one.kind = kind;
  one.about = about;
  one.where = {"t.toml", 3, 1};
  return one;
}

double moves(Evidence one, double reported = 4) {
  trust::Trust trust;
  trust.reported["sickness"].value = reported;
  trust.evidence = {std::move(one)};
  return weighed_evidence(trust, policy_of()).at(0).moves;
}

TEST(Evidence, OfAFindingGoesItsWay) {
  Evidence one = piece(Evidence::Kind::local, "people");
  EXPECT_EQ(moves(one), 0);
  one.finding = 4;
  EXPECT_DOUBLE_EQ(moves(one), 0.25);
  one.finding = 1;
  EXPECT_DOUBLE_EQ(moves(one), -0.25);
  EXPECT_EQ(moves(piece(Evidence::Kind::commentary, "people")), 0);
}

TEST(Evidence, OfAnInterventionCountsWhereItWorked) {
  Evidence one = piece(Evidence::Kind::intervention, "sickness");
  one.before = 4.5;
  one.after = 4.0;
  EXPECT_DOUBLE_EQ(moves(one), 0.125);
  one.after = 4.45;  // steady
  EXPECT_EQ(moves(one), 0);
  one.after = 5.0;
  EXPECT_EQ(moves(one), 0);
}

TEST(Evidence, OfContextCountsForAnOutlierAlone) {
  EXPECT_DOUBLE_EQ(moves(piece(Evidence::Kind::context, "sickness"), 5.1), 0.15);
  EXPECT_EQ(moves(piece(Evidence::Kind::context, "sickness"), 4.9), 0);
}

TEST(Evidence, OfAnAdditionalMetricIsItsDistanceFromTheBenchmark) {
  Evidence one = piece(Evidence::Kind::additional, "own");
  one.kloe = "people";
  one.polarity = 1;
  one.value = 110;
  EXPECT_EQ(moves(one), 0);
  one.benchmark = 100;
  EXPECT_DOUBLE_EQ(moves(one), 0.125);
  one.value = 1000;
  EXPECT_DOUBLE_EQ(moves(one), 0.25);
}

TEST(Evidence, OfAKeyLineIsCappedTogether) {
  trust::Trust trust;
  Evidence one = piece(Evidence::Kind::local, "people");
  one.finding = 1;
  trust.evidence.assign(9, one);
  EXPECT_DOUBLE_EQ(evidence_moves(weighed_evidence(trust, policy_of()), policy_of()).at("people"), -0.6);
  trust.evidence.clear();
  EXPECT_TRUE(evidence_moves(weighed_evidence(trust, policy_of()), policy_of()).empty());
}

TEST(Evidence, MovesAJudgementInsideTheScale) {
  EXPECT_EQ(moved_judgement(Distribution::constant(3.9), 0.25).parameters[0], 4);
  EXPECT_EQ(moved_judgement(Distribution::constant(1.1), -0.25).parameters[0], 1);
}

TEST(Evidence, OfWhatThePolicyDoesNotKnowIsRefused) {
  const auto refusal = [](Evidence one) { return test::message_of([&] { moves(std::move(one)); }); };
  EXPECT_THAT(refusal(piece(Evidence::Kind::local, "peopel")),
              HasSubstr("t.toml:3:1: local intelligence is about 'peopel'"));
  EXPECT_THAT(refusal(piece(Evidence::Kind::context, "sicknes")), HasSubstr("Did you mean 'sickness'"));
  EXPECT_THAT(refusal(piece(Evidence::Kind::additional, "own")), HasSubstr("Give its kloe"));
}

}  // namespace
}  // namespace uor::model
