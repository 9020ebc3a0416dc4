#include "core/uor/study/orders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/core/study/draws.hpp"

namespace uor::study {
namespace {

constexpr std::size_t players = 15;

/// Odds in each trial; the last player does nothing, and the first two help each other.
std::vector<double> odds_of(const std::vector<bool>& in) {
  static const Values luck = normals(1, 0, 256);
  std::vector<double> odds;
  for (const double z : luck) {
    double latent = -1 + 0.5 * z;
    for (std::size_t i = 0; i + 1 < in.size(); ++i) latent += in[i] ? 0.03 * static_cast<double>(i + 1) : 0.0;
    if (in[0] && in[1]) latent += 0.4;
    odds.push_back(sample::normal_cdf(latent));
  }
  return odds;
}

TEST(Orders, HoldEachPlayerOnceAndDependOnSeedAndNumberAlone) {
  std::vector<std::size_t> order = order_of_joining(players, 7, 3);
  EXPECT_EQ(order, order_of_joining(players, 7, 3));
  EXPECT_NE(order, order_of_joining(players, 7, 4));
  EXPECT_NE(order, order_of_joining(players, 8, 3));
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i < players; ++i) EXPECT_EQ(order[i], i);
}

TEST(Orders, SharesAddUpAndTheIdlePlayerHasNothing) {
  const OrdersAttribution found = shapley_by_orders(players, odds_of, {0.003, 8, 400, 1});
  const Attribution& made = found.attribution;
  EXPECT_TRUE(found.settled);
  double sum = 0;
  for (const Figure& share : made.shares) sum += share.value;
  EXPECT_NEAR(sum, made.total.value, 1e-12);
  EXPECT_EQ(made.shares.back().value, 0);
  EXPECT_EQ(made.shares.back().error, 0);
}

// Four times the error that the orders are stopped at.
TEST(Orders, AgreeWithAllCoalitions) {
  ShapleySum sum(8, 256);
  const auto in = [](Coalition set) {
    std::vector<bool> made(8);
    for (std::size_t i = 0; i < 8; ++i) made[i] = takes_part(set, i);
    return made;
  };
  for (Coalition set = 0; set < 256; ++set) sum.add(set, odds_of(in(set)));
  const Attribution exact = sum.result();
  const OrdersAttribution found = shapley_by_orders(8, odds_of, {0.0005, 8, 400, 3});
  for (std::size_t i = 0; i < 8; ++i) EXPECT_NEAR(found.attribution.shares[i].value, exact.shares[i].value, 4 * 0.0005);
}

TEST(Orders, EndWhereTheyAreTold) {
  const OrdersAttribution found = shapley_by_orders(players, odds_of, {0, 2, 5, 1});
  EXPECT_EQ(found.pairs, 5u);
  EXPECT_FALSE(found.settled);
}

}  // namespace
}  // namespace uor::study
