// The node language, used as a plugin uses it; the nodes here are called directly, without a host.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/uor/sdk/plugin.hpp"

namespace {

using namespace uor::sdk;

UOR_NODE(reads_of_all_kinds, "t.reads",
         (UOR_READ(now, "t.a", "u") UOR_READ_ANCHOR(start, "t.a", "u") UOR_READ_LAG(before, "t.b", "v", 3)
              UOR_READ_SUM(year, "t.c", "w", 1, 12) UOR_READ_YTD(to_date, "t.d", "x")
                  UOR_PARAMETER(second, "t.second")),
         (UOR_WRITE(sum, "t.sum") UOR_WRITE(scaled, "t.scaled")), {
           const double first = now + start + before, rest = year + to_date;
           sum = first + rest;
           scaled = second * now * batch.month + batch.assessment_month;
         })
UOR_ANCHOR_NODE(without_reads, "t.start", (), (UOR_WRITE(sum, "t.sum")), { sum = 3.0; })
UOR_SCORE_NODE(scored, "t.scored", (UOR_READ(x, "t.sum", "u")), (UOR_WRITE(result, "t.score")),
               { result = clamp(x, 1.0, 4.0); })
UOR_NODE(forgets_an_output, "t.forgets", (UOR_READ(x, "t.a", "u")),
         (UOR_WRITE(written, "t.written") UOR_WRITE(forgotten, "t.forgotten")), { written = x; })

double fails_above_one(double x) { return x > 1.0 ? throw std::runtime_error("more than 1") : x; }
UOR_NODE(throws, "t.throws", (UOR_READ(x, "t.a", "u")), (UOR_WRITE(y, "t.y")), { y = fails_above_one(x); })
double fails_with_a_number(double x) { return x > 1.0 ? throw 7 : x; }
UOR_NODE(throws_a_number, "t.throws_a_number", (UOR_READ(x, "t.a", "u")), (UOR_WRITE(y, "t.y")),
         { y = fails_with_a_number(x); })

constexpr uor_parameter parameters[] = {
    parameter({.id = "t.first", .unit = "u", .title = "First", .value = 1, .source = "test"}),
    parameter({.id = "t.second", .unit = "u", .title = "Second", .value = 2, .source = "test"})};
constexpr uor_node nodes[] = {
    UOR_NODE_ENTRY(reads_of_all_kinds), UOR_NODE_ENTRY(without_reads), UOR_NODE_ENTRY(scored),
    UOR_NODE_ENTRY(forgets_an_output),  UOR_NODE_ENTRY(throws),        UOR_NODE_ENTRY(throws_a_number)};

struct alignas(64) Column {
  std::array<double, 16> values{};
};

/// Calls a node on 16 trials; input i of trial t is 10^i * (t + 1).
struct Call {
  std::vector<Column> inputs, outputs;
  uor_message message{};
  uor_status status;

  explicit Call(const uor_node& node, std::size_t trials = 16) : inputs(node.input_count), outputs(node.output_count) {
    std::vector<const double*> in;
    std::vector<double*> out;
    double scale = 1;
    for (Column& column : inputs) {
      for (std::size_t t = 0; t < 16; ++t) column.values[t] = scale * static_cast<double>(t + 1);
      in.push_back(column.values.data());
      scale *= 10;
    }
    for (Column& column : outputs) out.push_back(column.values.data());
    const std::array<double, 2> values = {1.0, 2.0};
    const uor_batch batch = {0, trials, 5, 5, 1, 31, 12, values.data(), in.data(), out.data()};
    status = node.evaluate(nullptr, &batch, &message);
  }
};

TEST(NodeLanguage, DeclaresEachReadAsWritten) {
  const uor_node& node = nodes[0];
  ASSERT_EQ(node.input_count, 5u);  // the parameter is no input
  EXPECT_EQ(std::string(node.inputs[0].id), "t.a");
  EXPECT_EQ(std::string(node.inputs[3].unit), "w");
  const std::array<std::array<int, 2>, 5> lags_and_windows = {
      {{0, 1}, {UOR_AT_ANCHOR, 1}, {3, 1}, {1, 12}, {0, UOR_YEAR_TO_DATE}}};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(node.inputs[i].lag, lags_and_windows[i][0]) << i;
    EXPECT_EQ(node.inputs[i].window, lags_and_windows[i][1]) << i;
  }
  ASSERT_EQ(node.output_count, 2u);
  EXPECT_EQ(std::string(node.outputs[1]), "t.scaled");
}

TEST(NodeLanguage, AnchorAndScoreNodesSayWhatTheyAre) {
  EXPECT_EQ(nodes[0].anchor, 0);
  EXPECT_EQ(nodes[0].phase, 1);
  EXPECT_EQ(nodes[1].anchor, 1);
  EXPECT_EQ(nodes[1].input_count, 0u);
  EXPECT_EQ(nodes[2].phase, 2);
}

TEST(NodeLanguage, AppliesTheFormulaToEveryTrial) {
  const Call call(nodes[0]);
  ASSERT_EQ(call.status, UOR_OK);
  for (std::size_t t = 0; t < 16; ++t) {
    EXPECT_EQ(call.outputs[0].values[t], 11111.0 * static_cast<double>(t + 1));
    EXPECT_EQ(call.outputs[1].values[t], 2.0 * static_cast<double>(t + 1) * 5 + 12);  // parameter 2, month 5
  }
}

TEST(NodeLanguage, ANodeMayReadNothing) {
  const Call call(nodes[1]);
  EXPECT_EQ(call.outputs[0].values[15], 3.0);
}

TEST(NodeLanguage, AnOutputThatTheBodyForgetsIsNotANumber) {
  const Call call(nodes[3]);
  EXPECT_EQ(call.outputs[0].values[7], 8.0);
  EXPECT_TRUE(std::isnan(call.outputs[1].values[7]));
}

TEST(NodeLanguage, AnExceptionBecomesAnErrorWithItsMessage) {
  const Call call(nodes[4]);
  EXPECT_EQ(call.status, UOR_ERROR);
  EXPECT_STREQ(call.message.text, "node t.throws: more than 1");
}

TEST(NodeLanguage, AnythingElseThatIsThrownBecomesAnErrorToo) {
  const Call call(nodes[5]);
  EXPECT_EQ(call.status, UOR_ERROR);
  EXPECT_STREQ(call.message.text, "node t.throws_a_number: threw something that is no std::exception");
}

TEST(NodeLanguage, RefusesABatchThatIsNoMultipleOfEight) {
  const Call call(nodes[0], 12);
  EXPECT_EQ(call.status, UOR_ERROR);
  EXPECT_STREQ(call.message.text, "node t.reads: 12 trials, which is no multiple of 8");
}

}  // namespace
