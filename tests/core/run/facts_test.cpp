#include "core/uor/run/facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uor::run {
namespace {

using testing::HasSubstr;

trust::Field sickness() {
  trust::Field field;
  field.id = "sickness_absence_rate";
  field.unit = "percent";
  field.lower = 0.5;
  field.upper = 15;
  return field;
}

policy::Policy policy_with_quartiles() {
  policy::Policy policy;
  policy::Metric metric;
  metric.id = "sickness_absence_rate";
  metric.lower = 3.6;
  metric.median = 4.0;
  metric.upper = 4.5;
  policy.metrics.push_back(metric);
  return policy;
}

TEST(Fact, ReportedExactlyIsAConstantAndNotAssumed) {
  trust::Trust trust;
  trust.reported["sickness_absence_rate"] = {4.2, 0.0, {}};
  const Fact fact = resolve_fact(sickness(), trust, policy_with_quartiles());
  EXPECT_TRUE(fact.reported);
  EXPECT_EQ(fact.distribution.parameters[0], 4.2);
  EXPECT_TRUE(fact.assumed.empty());
}

TEST(Fact, RoundedIsDrawnInsideItsIntervalCutAtTheFieldsBounds) {
  trust::Trust trust;
  trust.reported["sickness_absence_rate"] = {0.8, 0.5, {}};
  const Fact fact = resolve_fact(sickness(), trust, policy_with_quartiles());
  EXPECT_EQ(fact.distribution.shape, Shape::uniform);
  EXPECT_EQ(fact.distribution.parameters, (std::vector<double>{0.5, 1.3}));
  EXPECT_THAT(fact.assumed, HasSubstr("rounded"));
}

TEST(Fact, MissingMetricIsDrawnFromTheNationalQuartilesNeverSetToTheMedian) {
  const Fact fact = resolve_fact(sickness(), {}, policy_with_quartiles());
  EXPECT_FALSE(fact.reported);
  EXPECT_EQ(fact.distribution.shape, Shape::quartiles);
  EXPECT_EQ(fact.distribution.truncate_lower, 0.5);
  EXPECT_THAT(fact.assumed, HasSubstr("not reported, drawn from the national"));
}

TEST(Fact, AFieldDefaultComesBeforeQuartiles) {
  policy::Policy policy = policy_with_quartiles();
  policy::FieldDefault rule;
  rule.field = "sickness_absence_rate";
  rule.derive = true;
  rule.source = "test";
  policy.field_defaults.push_back(rule);
  EXPECT_TRUE(resolve_fact(sickness(), {}, policy).unknown);
}

TEST(Fact, WhatNothingGivesIsUnknownAndNotZero) { EXPECT_TRUE(resolve_fact(sickness(), {}, {}).unknown); }

}  // namespace
}  // namespace uor::run
