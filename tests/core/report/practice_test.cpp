#include "core/uor/report/practice.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

trust::Trust trust_with(const std::string& code, const std::string& region, double dna) {
  trust::Trust trust;
  trust.code = code;
  trust.region = region;
  trust.reported["dna_rate"] = {dna, 0.0, {}};
  return trust;
}

policy::Policy with_metric(int polarity) {
  policy::Policy policy;
  policy::Metric metric;
  metric.id = "dna_rate";
  metric.unit = "percent";
  metric.polarity = polarity;
  policy.metrics = {metric};
  return policy;
}

TEST(Practice, RanksTheBestFirstByTheBetterDirection) {  // M002
  const std::vector<trust::Trust> trusts = {trust_with("A", "East", 8), trust_with("B", "East", 6),
                                            trust_with("C", "West", 7)};
  const Practice low = practice_of(trusts, with_metric(-1), {}).at(0);
  EXPECT_EQ(low.ranking[0].code, "B");
  EXPECT_DOUBLE_EQ(low.median, 7);
  EXPECT_EQ(practice_of(trusts, with_metric(+1), {}).at(0).ranking[0].code, "A");
  EXPECT_TRUE(practice_of(trusts, with_metric(0), {}).empty());
}

TEST(Practice, RegionsStandByTheirMedianWithTheBestOfEach) {
  const Practice practice =
      practice_of({trust_with("A", "East", 8), trust_with("B", "East", 6), trust_with("C", "West", 5)}, with_metric(-1),
                  {})
          .at(0);
  ASSERT_EQ(practice.regions.size(), 2U);
  EXPECT_EQ(practice.regions[0].name, "West");
  EXPECT_EQ(practice.regions[1].best.code, "B");
  EXPECT_DOUBLE_EQ(practice.regions[1].median, 7);
}

TEST(Practice, FiguresOfAnotherBasisAndMetricsOfOneTrustDoNotCount) {
  std::vector<trust::Trust> trusts = {trust_with("A", "", 8), trust_with("B", "", 6)};
  trusts[1].reported["dna_rate"].carried = true;
  EXPECT_TRUE(practice_of(trusts, with_metric(-1), {}).empty());
}

}  // namespace
}  // namespace uor::report
