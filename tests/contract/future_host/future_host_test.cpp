// A host of a later minor and the plugins of today; CMakeLists.txt says how it comes about.
#include "core/uor/host/shared_object.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::host {
namespace {

using testing::HasSubstr;

static_assert(sizeof(uor_plugin::later_field) + sizeof(uor_plugin::later_count) == 16, "the later header is in use");

TEST(FutureHost, LoadsAndRunsAPluginOfToday) {
  const Plugin plugin(path_of("plain"));
  EXPECT_EQ(plugin.id(), "plain");
  alignas(64) const double in[8] = {1, 2, 3, 4, 5, 6, 7, 8};
  alignas(64) double out[8] = {};
  const double* inputs[] = {in};
  double* outputs[] = {out};
  plugin.evaluate(0, {0, 8, 1, 1, 1, 30, 12, nullptr, inputs, outputs});
  EXPECT_THAT(out, testing::ElementsAreArray(in));
}

TEST(FutureHost, LoadsAPluginOfTodayWithVariants) { EXPECT_GE(Plugin(path_of("levels")).isa_level(), 2); }

TEST(FutureHost, FindsNothingInTheFieldsThatAPluginOfTodayDoesNotHave) {
  const SharedObject library(path_of("plain"));
  EXPECT_EQ(library.constant().bytes, sizeof(uor_plugin) - 16);
  const uor_plugin read = contract_of(library.path(), library.constant());
  EXPECT_EQ(read.later_field, nullptr);
  EXPECT_EQ(read.later_count, 0U);
}

TEST(FutureHost, ServesThePluginThatNeedsItsMinor) { EXPECT_EQ(Plugin(path_of("needs_newer")).id(), "needs_newer"); }

TEST(FutureHost, RefusesAPluginThatSaysItIsOfItsMinorAndIsShorter) {
  EXPECT_THAT(load_refusal("newer_minor"), HasSubstr("bytes, too small (ABI 1." + std::to_string(UOR_ABI_MINOR)));
  EXPECT_THAT(load_refusal("small_struct"), HasSubstr("has a uor_plugin of 40 bytes, too small (ABI 1.0"));
}

}  // namespace
}  // namespace uor::host
