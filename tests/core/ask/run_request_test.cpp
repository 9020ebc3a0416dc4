#include "core/uor/ask/run_request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/uor/ask/run_request_json.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::ask {
namespace {

using report::Json;
using test::message_of;
using testing::HasSubstr;

Json schema() { return Json::parse(std::ifstream(std::string(UOR_SOURCE_DIR) + "/schema/run_request.schema.json")); }

/// Every member, each with a value that check() takes but for what excludes another.
Json every_member() {
  return Json::parse(R"({"scenario": "cip_slippage", "scenario_text": "schema = 1", "trust": ["RF4", "mine.toml"],
    "trusts": "national.csv", "skip_bad": true,
    "trials": 20000, "until_se": 0.002, "max_trials": 50000, "points": "sobol", "seed": 18446744073709551615,
    "months": 24, "threads": 3, "batch": 256, "set": ["clinical.dna_rate=*0.9"], "benchmarks": "moving",
    "most_memory": 0.5, "keep": "ratings,scores", "any_scope": true, "no_shipped_facts": true, "policy": "framework",
    "policy_set": ["fit.cuts.good=2.4"], "plugin_path": ["mine"], "plugin": ["people=./libmy.so"]})");
}

TEST(RunRequest, RefusesANumberBeyondAll) {
  EXPECT_THAT(message_of([] { parse_run_request("{\"trials\": 1e3000}"); }), HasSubstr("a number that is beyond"));
}

TEST(RunRequest, ComesBackFromJsonAsItWent) {
  const Json json = every_member();
  const RunRequest request = run_request_of(json);
  EXPECT_EQ(json_of(request), json);
  EXPECT_EQ(parse_run_request(json_of(request).dump()), request);
  EXPECT_EQ(json_of(RunRequest()), Json::object());
}

TEST(RunRequest, HasTheMembersOfItsSchema) {
  const Json root = schema();
  std::vector<std::string> members, described;
  RunRequest request;
  each_member(request, [&](const char* name, const auto&, auto...) { members.emplace_back(name); });
  for (const auto& [name, value] : root["properties"].items()) described.push_back(name);
  EXPECT_EQ(described, members);
  const Json all = every_member();
  for (const auto& [name, value] : all.items()) EXPECT_TRUE(root["properties"].contains(name)) << name;
  EXPECT_EQ(every_member().size(), members.size());
}

/// Bounds of the schema beside those of each_member().
struct SameBounds {
  Json properties;

  template <typename Member>
  void operator()(const char* name, const Member&) const {
    EXPECT_FALSE(properties[name].contains("maximum")) << name;
  }
  template <typename Number>
  void operator()(const char* name, const std::optional<Number>&, Number lower, Number upper) const {
    EXPECT_EQ(properties[name]["minimum"], lower) << name;
    EXPECT_EQ(properties[name]["maximum"], upper) << name;
  }
};

TEST(RunRequest, HasTheBoundsOfItsSchema) {
  RunRequest request;
  each_member(request, SameBounds{schema()["properties"]});
}

TEST(RunRequest, RefusesAnUnknownMemberByName) {
  EXPECT_EQ(message_of([] { parse_run_request(R"({"scenario": "baseline", "trails": 100})"); }),
            "unknown member 'trails' of a run request. Did you mean 'trials'?");
}

TEST(RunRequest, RefusesAMemberOfAnotherTypeByName) {
  EXPECT_EQ(message_of([] { parse_run_request(R"({"trials": "many"})"); }),
            "trials: must be a whole number, nought or more");
  EXPECT_EQ(message_of([] { parse_run_request(R"({"trials": 1.5})"); }),
            "trials: must be a whole number, nought or more");
  EXPECT_EQ(message_of([] { parse_run_request(R"({"trust": "RF4"})"); }), "trust: must be a list of texts");
  EXPECT_EQ(message_of([] { parse_run_request(R"({"any_scope": 1})"); }), "any_scope: must be true or false");
  EXPECT_EQ(message_of([] { parse_run_request("[]"); }), "a run request must be a JSON object");
  EXPECT_EQ(message_of([] { parse_run_request("{"); }), "a run request must be JSON, but at byte 2 it is not");
}

/// What check() says of a baseline with this.
template <typename Change>
std::string said_of(const Change& change) {
  RunRequest request;
  request.scenario = "baseline";
  change(request);
  return message_of([&] { check(request); });
}

TEST(RunRequest, IsCheckedMemberByMember) {
  EXPECT_EQ(said_of([](RunRequest&) {}), "nothing was refused");
  EXPECT_EQ(said_of([](RunRequest& r) { r.months = 61; }), "months '61': must be a number from 1 to 60");
  EXPECT_EQ(said_of([](RunRequest& r) { r.until_se = 0.7; }), "until_se '0.7': must be a number from 1e-06 to 0.5");
  EXPECT_THAT(said_of([](RunRequest& r) { r.points = "sobel"; }), HasSubstr("points 'sobel': unknown. Did you mean"));
  EXPECT_THAT(said_of([](RunRequest& r) { r.keep = "rating"; }), HasSubstr("keep 'rating': unknown 'rating'."));
  EXPECT_THAT(said_of([](RunRequest& r) { r.trials = 10, r.until_se = 0.1; }),
              HasSubstr("until_se and trials are both given"));
  EXPECT_THAT(said_of([](RunRequest& r) { r.trust = {"RF4"}, r.trusts = "n.csv"; }),
              HasSubstr("trusts and trust are both given"));
  EXPECT_THAT(said_of([](RunRequest& r) { r.skip_bad = true; }), HasSubstr("skip_bad is for trusts"));
  EXPECT_THAT(said_of([](RunRequest& r) { r.scenario.reset(); }), HasSubstr("no scenario is named"));
  EXPECT_THAT(said_of([](RunRequest& r) { r.scenario_text = ""; }), HasSubstr("are both given"));
}

TEST(RunRequest, NamesOptionsToWhomeverAsksByOptions) {
  EXPECT_THAT(said_of([](RunRequest& r) { r.points = "", r.model.spelling = Spelling::option; }),
              HasSubstr("--points '': unknown."));
  EXPECT_EQ(spelled(Spelling::option, "no_shipped_facts"), "--no-shipped-facts");
}

}  // namespace
}  // namespace uor::ask
