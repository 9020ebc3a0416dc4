#include "core/uor/model/host_quantities.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

const Quantity* find(const std::vector<Quantity>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Quantity& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

TEST(HostQuantities, OffersFactsPublishedFiguresAndBenchmarks) {
  const std::vector<Quantity> all = host_quantities(test::small_policy(), test::small_fields());
  for (const char* id : {"trust.beds", "published.load", "published_year_ago.load", "benchmark.load.lower",
                         "benchmark.load.median", "benchmark.load.upper", "benchmark.load.peer", "rating.judgement"}) {
    ASSERT_NE(find(all, id), nullptr) << id;
    EXPECT_EQ(find(all, id)->plugin, "host") << id;
  }
  EXPECT_EQ(find(all, "trust.beds")->driver.fact, "beds");
  EXPECT_EQ(find(all, "trust.beds")->upper, 5000);
  EXPECT_EQ(find(all, "published.load")->unit, "percent");
}

TEST(HostQuantities, DrawsAJudgementOnlyWherePolicyGivesItASpread) {
  policy::Policy policy = test::small_policy();
  EXPECT_TRUE(find(host_quantities(policy, {}), "rating.judgement")->driver.distribution.is_constant());
  policy.rating.judgement_sd = 0.3;
  const std::vector<Quantity> all = host_quantities(policy, {});
  EXPECT_EQ(find(all, "rating.judgement")->driver.distribution.shape, Shape::normal);
  EXPECT_EQ(find(all, "rating.judgement")->driver.distribution.parameters[1], 0.3);
}

TEST(HostQuantities, DrawsTheChanceOfALimiterThatIsNotCertain) {
  policy::Policy policy = test::small_policy();
  policy::Limiter sure, likely;
  sure.id = "sure";
  likely.id = "likely";
  likely.probability = 0.8;
  policy.rating.limiters = {sure, likely};
  const std::vector<Quantity> all = host_quantities(policy, {});
  EXPECT_TRUE(find(all, "limiter.sure")->driver.distribution.is_constant());
  EXPECT_EQ(find(all, "limiter.likely")->driver.distribution.shape, Shape::uniform);
}

TEST(HostQuantities, NamesTheFieldOfAYearAgo) { EXPECT_EQ(year_ago_field("load"), "load_year_ago"); }

}  // namespace
}  // namespace uor::model
