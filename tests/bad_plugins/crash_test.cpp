#include <thread>

#include "core/uor/base/column.hpp"
#include "core/uor/host/foreign_call.hpp"
#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::host {
namespace {

/// Loads and calls the plugin that crashes as the environment asks for.
void call_it() {
  const Plugin plugin(path_of("crashes"));
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

class Crashing : public testing::TestWithParam<std::pair<const char*, const char*>> {
 protected:
  void SetUp() override { testing::FLAGS_gtest_death_test_style = "threadsafe"; }
};

TEST_P(Crashing, EndsWithACodeAndNamesPluginNodeAndSignal) {
  const auto [how, said] = GetParam();
  const Environment asked("UOR_TEST_CRASH", how);
  EXPECT_EXIT(call_it(), testing::ExitedWithCode(exit_plugin_crashed), said);
}

TEST_P(Crashing, IsToldOnAnyThread) {
  const auto [how, said] = GetParam();
  const Environment asked("UOR_TEST_CRASH", how);
  EXPECT_EXIT(std::thread(call_it).join(), testing::ExitedWithCode(exit_plugin_crashed), said);
}

INSTANTIATE_TEST_SUITE_P(
    EverySignal, Crashing,
    testing::Values(std::pair("node:segv", "plugin 'crashes', node 'crashes.node': crashed \\(SIGSEGV"),
                    std::pair("node:abort", "plugin 'crashes', node 'crashes.node': crashed \\(SIGABRT"),
                    std::pair("node:bus", "plugin 'crashes', node 'crashes.node': crashed \\(SIGBUS"),
                    std::pair("node:fpe", "plugin 'crashes', node 'crashes.node': crashed \\(SIGFPE"),
                    std::pair("node:ill", "plugin 'crashes', node 'crashes.node': crashed \\(SIGILL"),
                    std::pair("node:stack", "plugin 'crashes', node 'crashes.node': crashed \\(SIGSEGV"),
                    std::pair("create:segv", "plugin 'crashes', while it was created: crashed \\(SIGSEGV"),
                    std::pair("create:abort", "plugin 'crashes', while it was created: crashed \\(SIGABRT")));

TEST(Crashes, OfOurOwnStayWhatTheyAre) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT((call_it(), std::abort()), testing::KilledBySignal(SIGABRT), "");
}

}  // namespace
}  // namespace uor::host
