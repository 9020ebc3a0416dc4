#include "core/uor/model/facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uor::model {
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
  EXPECT_EQ(fact.how, How::reported);
  EXPECT_EQ(fact.distribution.parameters[0], 4.2);
}

TEST(Fact, RoundedIsDrawnInsideItsIntervalCutAtTheFieldsBounds) {
  trust::Trust trust;
  trust.reported["sickness_absence_rate"] = {0.8, 0.5, {}};
  const Fact fact = resolve_fact(sickness(), trust, policy_with_quartiles());
  EXPECT_EQ(fact.distribution.shape, Shape::uniform);
  EXPECT_EQ(fact.distribution.parameters, (std::vector<double>{0.5, 1.3}));
  EXPECT_EQ(fact.how, How::rounded);
  EXPECT_TRUE(fact.is_reported());
}

TEST(Fact, MissingMetricIsDrawnFromTheNationalQuartilesNeverSetToTheMedian) {
  const Fact fact = resolve_fact(sickness(), {}, policy_with_quartiles());
  EXPECT_EQ(fact.how, How::national);
  EXPECT_EQ(fact.distribution.shape, Shape::quartiles);
  EXPECT_EQ(fact.distribution.truncate_lower, 0.5);
  EXPECT_FALSE(fact.is_reported());
}

TEST(Fact, AFieldDefaultComesBeforeQuartiles) {
  policy::Policy policy = policy_with_quartiles();
  policy::FieldDefault rule;
  rule.field = "sickness_absence_rate";
  rule.derive = true;
  rule.source = "test";
  policy.field_defaults.push_back(rule);
  EXPECT_EQ(resolve_fact(sickness(), {}, policy).how, How::part_drawn);
}

trust::Field percentage(const std::string& id) {
  trust::Field field;
  field.id = id;
  field.unit = "percent";
  field.upper = 100;
  return field;
}

policy::Policy policy_with(policy::FromFields::Form form, const std::vector<std::string>& fields) {
  policy::FieldDefault rule;
  rule.field = "share";
  rule.derive = true;
  rule.from = {form, fields};
  policy::Policy policy;
  policy.field_defaults.push_back(rule);
  return policy;
}

TEST(Fact, OtherReportedFieldsGiveItAndItSaysHow) {
  using Form = policy::FromFields::Form;
  trust::Trust trust;
  trust.reported["a"] = {12.0, 0.0, {}};
  trust.reported["b"] = {48.0, 0.0, {}};
  const Fact percent = resolve_fact(percentage("share"), trust, policy_with(Form::percent, {"a", "b"}));
  EXPECT_EQ(percent.how, How::derived);
  EXPECT_EQ(percent.distribution.parameters[0], 25.0);
  EXPECT_EQ(to_string(percent), "share: not reported, derived as 100 a / b = 25 percent");
  const Fact rest = resolve_fact(percentage("share"), trust, policy_with(Form::rest, {"a"}));
  EXPECT_EQ(rest.distribution.parameters[0], 88.0);
  const Fact difference = resolve_fact(percentage("share"), trust, policy_with(Form::difference, {"a", "b"}));
  EXPECT_EQ(difference.distribution.parameters[0], 0.0);
  EXPECT_THAT(to_string(difference), HasSubstr("a - b = -36 percent, held at 0"));
  trust.reported["b"].value = 480000.0;
  const Fact unit_cost = resolve_fact(percentage("share"), trust, policy_with(Form::unit_cost, {"a", "b"}));
  EXPECT_EQ(unit_cost.distribution.parameters[0], 25.0);
  EXPECT_EQ(unit_cost.equation, "10^6 a / b");
  trust.reported["b"].value = 25.0;
  const Fact over = resolve_fact(percentage("share"), trust, policy_with(Form::percent_over, {"a", "b"}));
  EXPECT_EQ(over.distribution.parameters[0], 15.0);
  EXPECT_EQ(over.equation, "a (1 + b/100)");
}

TEST(Fact, AMetricWithAnEquationAloneIsDrawnFromItsQuartilesOtherwise) {
  policy::Policy policy = policy_with(policy::FromFields::Form::percent, {"a", "b"});
  policy.field_defaults[0].derive = false;
  policy.field_defaults[0].only_from = true;
  policy::Metric metric;
  metric.id = "share";
  metric.lower = 10;
  metric.median = 20;
  metric.upper = 30;
  policy.metrics.push_back(metric);
  EXPECT_EQ(resolve_fact(percentage("share"), {}, policy).distribution.shape, Shape::quartiles);
}

TEST(Fact, AnEquationWithAnUnknownOrWithoutAnAnswerIsNotUsed) {
  using Form = policy::FromFields::Form;
  trust::Trust trust;
  trust.reported["a"] = {0.0, 0.0, {}};
  EXPECT_TRUE(resolve_fact(percentage("share"), trust, policy_with(Form::percent, {"a", "b"})).is_unknown());
  trust.reported["b"] = {0.0, 0.0, {}};
  EXPECT_TRUE(resolve_fact(percentage("share"), trust, policy_with(Form::percent, {"a", "b"})).is_unknown());
}

TEST(Fact, WhatNothingGivesIsUnknownAndNotZero) { EXPECT_EQ(resolve_fact(sickness(), {}, {}).how, How::unknown); }

}  // namespace
}  // namespace uor::model
