#include "core/uor/report/holding.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

policy::Policy small_policy() {
  policy::Policy policy;
  policy.metrics.resize(1);
  policy.metrics[0].id = "dna_rate";
  policy.metrics[0].kloe = "clinical";
  policy::Characteristic low;
  low.id = "good_dna";
  low.title = "Few missed appointments";
  low.rating = "good";
  low.conditions.resize(1);
  low.conditions[0].quantity = "metric.dna_rate";
  policy.rating.characteristics.push_back(low);
  return policy;
}

TEST(Holding, HasTheShareOfTrialsAndTheKloeOfItsMetric) {
  model::Header header;
  header.characteristics = {"good_dna"};
  tally::Summary summary;
  summary.trials = 100;
  summary.sides.resize(1);
  summary.sides[0].characteristic_held = {25};
  const std::vector<Holding> holdings = characteristics_of({header, summary}, small_policy());
  ASSERT_EQ(holdings.size(), 1U);
  EXPECT_EQ(holdings[0].title, "Few missed appointments");
  EXPECT_EQ(holdings[0].rating, "good");
  EXPECT_EQ(holdings[0].kloe, "clinical");
  EXPECT_DOUBLE_EQ(holdings[0].share[0].value, 0.25);
}

TEST(Holding, OneThatThePolicyDoesNotHaveKeepsItsId) {
  model::Header header;
  header.characteristics = {"of_an_older_policy"};
  tally::Summary summary;
  summary.trials = 2;
  summary.sides.resize(1);
  summary.sides[0].characteristic_held = {1};
  EXPECT_EQ(characteristics_of({header, summary}, small_policy())[0].title, "of_an_older_policy");
}

}  // namespace
}  // namespace uor::report
