#include <string>
#include <vector>

#include "core/uor/store/facts_text.hpp"
#include "tests/core/store/written_result.hpp"

namespace uor::store {
namespace {

using MetadataRead = WrittenResult;

TEST_F(MetadataRead, HeaderComesBackAsItWas) {
  const model::Header in = made_up_header();
  write(in);
  const Result result = read_result(path_);
  const model::Header& out = result.header;
  EXPECT_EQ(out.scenario_name, in.scenario_name);
  EXPECT_EQ(out.scenario_title, in.scenario_title);
  EXPECT_EQ(out.question, in.question);
  EXPECT_EQ(out.sides, in.sides);
  EXPECT_EQ(out.side_titles, in.side_titles);
  EXPECT_EQ(out.months, 3);
  EXPECT_EQ(out.assessment_month, 2);
  EXPECT_EQ(out.trials, 20u);
  EXPECT_EQ(out.seed, 0xFFFFFFFFFFFFFFF1ULL);
  EXPECT_TRUE(out.moving_benchmarks);
  EXPECT_TRUE(out.in_closed_form);
  EXPECT_TRUE(out.keep.ratings && out.keep.scores && out.keep.metrics && out.keep.metrics_by_month &&
              out.keep.drivers && out.keep.quantities);
  EXPECT_EQ(out.kloes, in.kloes);
  EXPECT_EQ(out.driver_monthly, in.driver_monthly);
  EXPECT_EQ(out.limiters, in.limiters);
  EXPECT_EQ(out.characteristics, in.characteristics);
  EXPECT_EQ(out.notes, in.notes);
  EXPECT_EQ(out.version, in.version);
  EXPECT_EQ(out.commit, in.commit);
  EXPECT_EQ(out.host, in.host);
  EXPECT_EQ(out.cuts, in.cuts);
  EXPECT_EQ(result.seconds, 1.5);
  EXPECT_EQ(result.path, path_);
  EXPECT_EQ(result.started.size(), std::string("2018-04-01T00:00:00Z").size());
  EXPECT_LE(result.started, result.finished);
}

TEST_F(MetadataRead, TrustsComeBackWithWhatWasAssumedOfThem) {
  const model::Header in = made_up_header();
  write(in);
  const model::Header out = read_result(path_).header;
  ASSERT_EQ(out.trusts.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(out.trusts[i].code, in.trusts[i].code);
    EXPECT_EQ(out.trusts[i].name, in.trusts[i].name);
    EXPECT_EQ(out.trusts[i].type, in.trusts[i].type);
    EXPECT_EQ(out.trusts[i].text, in.trusts[i].text);
    EXPECT_EQ(out.trusts[i].path, in.trusts[i].path);
    EXPECT_EQ(out.trusts[i].metrics_reported, in.trusts[i].metrics_reported);
    EXPECT_EQ(data_of(out.trusts[i].assumed), data_of(in.trusts[i].assumed));
    EXPECT_EQ(out.trusts[i].warnings, in.trusts[i].warnings);
  }
}

TEST_F(MetadataRead, ALineBreakInAnEntryBecomesASpace) {
  model::Header header = made_up_header();
  header.trusts[0].warnings = {"one\nline", "another"};
  write(header);
  EXPECT_EQ(read_result(path_).header.trusts[0].warnings, (std::vector<std::string>{"one line", "another"}));
}

void expect_same(const std::vector<Quantity>& in, const std::vector<Quantity>& out) {
  ASSERT_EQ(in.size(), out.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    EXPECT_EQ(out[i].id, in[i].id);
    EXPECT_EQ(out[i].unit, in[i].unit);
    EXPECT_EQ(out[i].title, in[i].title);
    EXPECT_EQ(out[i].kind, in[i].kind);
    EXPECT_EQ(out[i].behaviour, in[i].behaviour);
    EXPECT_EQ(out[i].polarity, in[i].polarity);
    EXPECT_EQ(out[i].lower, in[i].lower);
    EXPECT_EQ(out[i].upper, in[i].upper);
    EXPECT_EQ(out[i].likely_lower, in[i].likely_lower);
    EXPECT_EQ(out[i].likely_upper, in[i].likely_upper);
    EXPECT_EQ(out[i].nominal, in[i].nominal);
    EXPECT_EQ(out[i].standing, in[i].standing);
    EXPECT_EQ(out[i].source, in[i].source);
    EXPECT_EQ(out[i].plugin, in[i].plugin);
  }
}

TEST_F(MetadataRead, QuantitiesComeBackWithUnitTitleAndPolarity) {
  const model::Header in = made_up_header();
  write(in);
  const model::Header out = read_result(path_).header;
  expect_same(in.metrics, out.metrics);
  expect_same(in.summarised, out.summarised);
  expect_same(in.drivers, out.drivers);
  expect_same(in.quantities, out.quantities);
}

TEST_F(MetadataRead, ProvenanceComesBackVerbatim) {
  const model::Header in = made_up_header();
  write(in);
  const model::Header out = read_result(path_).header;
  ASSERT_EQ(out.inputs.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(out.inputs[i].role, in.inputs[i].role);
    EXPECT_EQ(out.inputs[i].path, in.inputs[i].path);
    EXPECT_EQ(out.inputs[i].sha256, in.inputs[i].sha256);
    EXPECT_EQ(out.inputs[i].text, in.inputs[i].text);
  }
  ASSERT_EQ(out.plugins.size(), 1u);
  EXPECT_EQ(out.plugins[0].id, "clinical");
  EXPECT_EQ(out.plugins[0].version, "1.0.0");
  EXPECT_EQ(out.plugins[0].path, "plugins/kloe_clinical.so");
  EXPECT_EQ(out.plugins[0].sha256, "ab12");
}

}  // namespace
}  // namespace uor::store
