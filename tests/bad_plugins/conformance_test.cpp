#include "core/uor/lab/conformance.hpp"

#include <algorithm>

#include "tests/bad_plugins/bad_plugin.hpp"

namespace uor::lab {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> failed_checks(const std::string& name) {
  std::vector<std::string> names;
  for (const Check& check : check_file(host::path_of(name))) {
    if (!check.passed) names.push_back(check.name);
  }
  return names;
}

std::string detail_of(const std::vector<Check>& checks, const std::string& name) {
  const auto found = std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
  return found == checks.end() ? "no such check" : found->detail;
}

TEST(Conformance, PassesAPluginThatIsRight) {
  const std::vector<Check> checks = check_file(host::path_of("plain"));
  EXPECT_EQ(checks.size(), 11U);
  EXPECT_THAT(failed_checks("plain"), IsEmpty());
  EXPECT_EQ(detail_of(checks, "loads"), "plugin 'plain' 1.0.0");
  EXPECT_EQ(detail_of(checks, "evaluates without error"), "1 nodes; every input known");
}

TEST(Conformance, ReportsARefusalToLoad) {
  const std::vector<Check> checks = check_file(host::path_of("wrong_major"));
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_FALSE(checks[0].passed);
  EXPECT_EQ(checks[0].name, "loads");
  EXPECT_THAT(checks[0].detail, HasSubstr("is built for plugin ABI 7.3"));
}

TEST(Conformance, FindsWritesPastTheEnd) {
  EXPECT_THAT(failed_checks("writes_past_end"), ElementsAre("writes nothing outside the batch"));
  EXPECT_THAT(detail_of(check_file(host::path_of("writes_past_end")), "writes nothing outside the batch"),
              HasSubstr("writes_past_end.node: wrote outside the batch of 'writes_past_end.result'"));
}

TEST(Conformance, FindsMemoryBetweenCalls) {
  EXPECT_THAT(failed_checks("impure"), ElementsAre("same result when called twice", "same result in two halves",
                                                   "same result on two threads at once"));
}

TEST(Conformance, FindsTrialsThatDependOnTheirBatch) {
  EXPECT_THAT(failed_checks("knows_batch"), ElementsAre("same result in two halves"));
}

TEST(Conformance, FindsChangedInputs) {
  EXPECT_THAT(failed_checks("changes_input"), testing::Contains("leaves its inputs alone"));
}

TEST(Conformance, FindsOutputsThatAreNotWritten) {
  EXPECT_THAT(failed_checks("unwritten"), testing::Contains("writes every output"));
  EXPECT_THAT(detail_of(check_file(host::path_of("unwritten")), "writes every output"),
              HasSubstr("'unwritten.result' was not written in trial 255"));
}

TEST(Conformance, FindsImpossibleValues) {
  EXPECT_THAT(failed_checks("out_of_range"), ElementsAre("possible at nominal values"));
  EXPECT_THAT(detail_of(check_file(host::path_of("out_of_range")), "finite over the likely ranges"),
              HasSubstr("not judged, inputs made up: out_of_range.node: 'out_of_range.result' is"));
}

TEST(Conformance, FindsValuesThatAreNotFinite) {
  EXPECT_THAT(detail_of(check_file(host::path_of("not_finite")), "possible at nominal values"),
              HasSubstr("'not_finite.result' is infinite"));
}

TEST(Conformance, ReportsErrorsAndExceptions) {
  EXPECT_THAT(failed_checks("returns_error"), ElementsAre("evaluates without error"));
  EXPECT_THAT(detail_of(check_file(host::path_of("throws_in_evaluate")), "evaluates without error"),
              HasSubstr("an exception left the plugin: the ledger is closed"));
}

TEST(Conformance, FindsPluginsThatAreTooSlowToSimulate) {
  EXPECT_THAT(failed_checks("slow"), ElementsAre("fast enough to be simulated"));
  EXPECT_THAT(detail_of(check_file(host::path_of("slow")), "fast enough to be simulated"),
              AllOf(HasSubstr("ns for each value that it writes, more than"), HasSubstr("docs/plugins/fast.md")));
}

TEST(Conformance, SaysWhichInputsWereMadeUp) {
  EXPECT_THAT(detail_of(check_file(host::path_of("early_benchmark")), "evaluates without error"),
              HasSubstr("generic values for benchmark.dna_rate.median"));
}

TEST(Conformance, UsesWhatIsKnownOfOtherPlugins) {
  Quantity metric;
  metric.id = "metric.dna_rate";
  metric.plugin = "clinical";
  metric.lower = metric.likely_lower = 5;
  metric.upper = metric.likely_upper = 10;
  metric.nominal = 7;
  Supplies supplies;
  supplies.quantities = {metric};
  const std::vector<Check> checks = check_file(host::path_of("early_benchmark"), supplies);
  EXPECT_THAT(detail_of(checks, "evaluates without error"), HasSubstr("every input known"));
}

}  // namespace
}  // namespace uor::lab
