// Which way a metric is said to move in the forecast, and that money is never said to move by national prices alone.
#include "core/uor/report/metrics.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

/// Lower is better; a change below 7 is steady.
Metric forecast(std::optional<double> change) {
  Metric metric;
  metric.polarity = -1;
  metric.change.threshold = 7;
  metric.forecast_change = {change};
  return metric;
}

TEST(ForecastDirection, IsByTheThresholdThatReportedChangesHave) {
  EXPECT_EQ(forecast_direction(forecast(-7.0), 0), "improving");
  EXPECT_EQ(forecast_direction(forecast(-6.9), 0), "steady");
  EXPECT_EQ(forecast_direction(forecast(6.9), 0), "steady");
  EXPECT_EQ(forecast_direction(forecast(7.0), 0), "worsening");
}

TEST(ForecastDirection, IsNotKnownWhereTheChangeIsNot) {
  EXPECT_EQ(forecast_direction(forecast(std::nullopt), 0), "");
  EXPECT_TRUE(json_of(forecast(std::nullopt)).at("forecast_change").at(0).is_null());
}

/// Two months of a run, a mean of 100 and then of 103; prices rise by 2 %.
class Net : public testing::Test {
 protected:
  Net() {
    summary.trials = 1;
    header.months = header.assessment_month = 2;
    header.sides = {"baseline"};
    metric.id = "pay";
    metric.money = true;
    metric.lower = 90;
    metric.upper = 110;
    context.policy.metrics = {metric};
    context.policy.cost_index = "prices";
    context.policy.steady_share = 0.1;
    add("metric.pay", 100, 103);
  }

  void add(const std::string& id, double first, double second) {
    Quantity quantity;
    quantity.id = id;
    header.summarised.push_back(quantity);
    summary.sides.resize(1);
    tally::SideSummary& side = summary.sides[0];
    for (const double mean : {first, second}) {
      side.moments.emplace_back().mean = mean;
      side.mean_change.push_back(0);
      side.mean_change_se.push_back(0);
    }
  }

  std::optional<double> change() const {
    return metrics_of(View{header, summary}, context, 0).at(0).forecast_change.at(0);
  }

  model::Header header;
  tally::Summary summary;
  policy::Metric metric;
  Context context;
};

TEST_F(Net, MoneyIsNetOfTheIndexOfTheRun) {
  add("prices", 1.0, 1.02);
  EXPECT_NEAR(change().value(), 103 - 102, 1e-12);
}

TEST_F(Net, MoneyIsNotKnownWithoutTheIndex) { EXPECT_FALSE(change()); }

TEST_F(Net, WhatIsNoMoneyNeedsNoIndex) {
  context.policy.metrics[0].money = false;
  EXPECT_NEAR(change().value(), 3, 1e-12);
}

}  // namespace
}  // namespace uor::report
