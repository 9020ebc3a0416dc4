#include "core/uor/lab/cost.hpp"

#include "core/uor/lab/allocations.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::lab {
namespace {

Cost cost_of_plugin(const std::string& name, bool count_operations = false) {
  const host::Plugin plugin(host::path_of(name));
  return cost_of(plugin, {}, count_operations);
}

TEST(Cost, CountsTheColumnsThatNodesReadAndWrite) {
  const Cost cost = cost_of_plugin("allocates");
  EXPECT_EQ(cost.nodes, 1U);
  EXPECT_EQ(cost.bytes_read(), 16.0);
  EXPECT_EQ(cost.bytes_written(), 8.0);
  EXPECT_GT(cost.ns, 0.0);
  EXPECT_EQ(cost.ns_a_value(), cost.ns);
}

TEST(Cost, CountsAllocationsInsideAPlugin) {
  if (!counts_allocations()) GTEST_SKIP() << "a sanitizer allocates";
  EXPECT_EQ(cost_of_plugin("allocates").allocations, 3U);
  EXPECT_EQ(cost_of_plugin("plain").allocations, 0U);
}

TEST(Cost, DoesNotCountOperationsUnlessAsked) {
  const Operations operations = cost_of_plugin("allocates").operations;
  EXPECT_EQ(operations.packed + operations.scalar, 0U);
}

TEST(Cost, PassesOnWhatANodeRefuses) {
  EXPECT_THAT(host::refusal([] { cost_of_plugin("returns_error"); }, Fault::run), testing::HasSubstr("returns_error"));
}

}  // namespace
}  // namespace uor::lab
