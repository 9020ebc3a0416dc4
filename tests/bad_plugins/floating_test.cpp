// Plugins that change how the processor computes, or end the program as they are loaded.
#include <array>
#include <utility>

#include "core/uor/base/column.hpp"
#include "core/uor/host/foreign_call.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::host {
namespace {

using testing::AllOf;
using testing::HasSubstr;

#ifdef __x86_64__
constexpr std::array changes = {"round", "flush", "trap"};
#else
constexpr std::array changes = {"round"};
#endif

/// 1/3 as this thread computes it now, and a tiny number that it does not flush.
std::pair<double, double> computed() {
  volatile double three = 3, tiny = 1e-300;
  return {1 / three, tiny * 1e-10};
}

void evaluate(const Plugin& plugin) {
  Columns inputs(1, 8), outputs(1, 8);
  const double* in = inputs.row(0);
  double* out = outputs.row(0);
  uor_batch batch{};
  batch.trial_count = 8;
  batch.month = 1;
  batch.inputs = &in;
  batch.outputs = &out;
  plugin.evaluate(0, batch);
}

TEST(Floating, ChangedAtLoadOrInCreateIsRefusedAndPutBack) {
  const auto before = computed();
  for (const char* how : changes) {
    for (const char* where : {"load", "create"}) {
      const Environment asked("UOR_TEST_FLOATING", (std::string(where) + ":" + how).c_str());
      EXPECT_THAT(load_refusal("floating"), AllOf(HasSubstr("floating"), HasSubstr("how the processor rounds"))) << how;
      EXPECT_EQ(computed(), before) << where << ' ' << how;
    }
  }
}

TEST(Floating, ChangedByANodeEndsTheRunAndIsPutBack) {
  const auto before = computed();
  for (const char* how : changes) {
    const Plugin plugin(path_of("floating"));
    const Environment asked("UOR_TEST_FLOATING", (std::string("node:") + how).c_str());
    EXPECT_THAT(refusal([&] { evaluate(plugin); }, Fault::run),
                AllOf(HasSubstr("node 'floating.node'"), HasSubstr("how the processor rounds")));
    EXPECT_EQ(computed(), before) << how;
  }
}

TEST(Floating, EndOfTheProgramAtLoadIsRefusedWithAWord) {
  for (const auto& [how, code] : {std::pair("load:exit", "code 0"), std::pair("load:assertion", "code 127")}) {
    const Environment asked("UOR_TEST_FLOATING", how);
    EXPECT_THAT(load_refusal("floating"),
                AllOf(HasSubstr("uor_floating.so"), HasSubstr("ended the program with exit "), HasSubstr(code)));
  }
}

#ifdef __x86_64__
TEST(Floating, ATrapThatStopsItAsItIsLoadedIsTold) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  const Environment asked("UOR_TEST_FLOATING", "load:divide");
  EXPECT_EXIT(Plugin{path_of("floating")}, testing::ExitedWithCode(exit_plugin_crashed),
              "while it was loaded: crashed \\(SIGFPE");
}
#endif

}  // namespace
}  // namespace uor::host
