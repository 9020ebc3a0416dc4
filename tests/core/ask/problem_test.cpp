#include "core/uor/ask/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/ask/run_request_json.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::ask {
namespace {

const Library& shipped() {
  static const Library library(UOR_SOURCE_DIR);
  return library;
}

model::Inputs inputs_of(const std::string& json) { return problem_of(shipped(), parse_run_request(json)); }

TEST(Problem, TakesFromTheRequestWhatItGivesAndFromTheScenarioTheRest) {
  const model::Inputs inputs = inputs_of(
      R"({"scenario": "cip_slippage", "trust": ["RF4"], "trials": 500, "seed": 7, "months": 24, "keep": "scores",
          "points": "random", "threads": 1, "batch": 64, "set": ["clinical.dna_rate=*0.9"]})");
  EXPECT_EQ(inputs.scenario.name, "cip_slippage");
  EXPECT_EQ(inputs.scenario.run.trials, 500U);
  EXPECT_EQ(inputs.scenario.run.seed, 7U);
  EXPECT_EQ(inputs.scenario.run.months, 24);
  EXPECT_TRUE(inputs.keep.scores);
  EXPECT_FALSE(inputs.keep.metrics);
  EXPECT_EQ(inputs.threads, 1);
  EXPECT_EQ(inputs.batch_trials, 64U);
  ASSERT_EQ(inputs.trusts.size(), 1U);
  EXPECT_EQ(inputs.trusts[0].code, "RF4");
  EXPECT_EQ(inputs.policy.name, "framework");
  EXPECT_EQ(inputs.peers[0].size(), trust::peer_count);
}

TEST(Problem, OfAnInlineScenarioIsThatOfItsFile) {
  RunRequest request;
  request.scenario_text = "schema = 1\nname = \"mine\"\n[run]\ntrusts = \"RF4\"\ntrials = 300\n";
  const model::Inputs inputs = problem_of(shipped(), request);
  EXPECT_EQ(inputs.scenario.name, "mine");
  EXPECT_EQ(inputs.scenario.run.trials, 300U);
  EXPECT_EQ(inputs.trusts.at(0).code, "RF4");
  request.scenario_text = "schema = 2\n";
  EXPECT_THAT(test::message_of([&] { problem_of(shipped(), request); }), testing::StartsWith("scenario_text:"));
}

TEST(Problem, SharesPluginsAndPolicyWithOthersOfItsLibrary) {
  const std::string of = R"({"scenario": "baseline", "trust": ["RF4"]})";
  EXPECT_EQ(inputs_of(of).catalogue.get(), inputs_of(of).catalogue.get());
}

TEST(Problem, NamesTheMemberThatIsWrong) {
  const auto said = [](const std::string& members) {
    return test::message_of([&] { inputs_of(R"({"scenario": "baseline", "trust": ["RF4"], )" + members + "}"); });
  };
  EXPECT_THAT(said(R"("max_trials": 20000)"), testing::HasSubstr("max_trials limits until_se, which is not given"));
  EXPECT_THAT(said(R"("plugin": ["people"])"), testing::HasSubstr("plugin 'people': must be KLOE=FILE"));
  EXPECT_THAT(said(R"("plugin_path": ["/nowhere"])"), testing::HasSubstr("plugin_path '/nowhere': no such folder"));
  EXPECT_THAT(said(R"("benchmarks": "still")"), testing::HasSubstr("benchmarks still"));
}

}  // namespace
}  // namespace uor::ask
