#include "core/uor/model/make_header.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Header header_of(const Inputs& inputs) {
  const Plan plan = make_plan(inputs);
  std::vector<std::unique_ptr<DriverSource>> sources;
  for (const trust::Trust& trust : inputs.trusts)
    sources.push_back(std::make_unique<DriverSource>(plan, inputs, trust));
  return make_header(inputs, plan, sources);
}

TEST(MakeHeader, NamesTrustsSidesAndWhatIsSummarised) {
  Inputs inputs = test::small_inputs(2000);
  inputs.scenario.variants = {test::small_variant("calm", "small.noise", Operation::multiply, 0.5)};
  const Header header = header_of(inputs);
  EXPECT_THAT(header.sides, ElementsAre("baseline", "calm"));
  ASSERT_EQ(header.trusts.size(), 2u);
  EXPECT_EQ(header.trusts[1].code, "B");
  EXPECT_EQ(header.trials, 2000u);
  EXPECT_EQ(header.metrics.at(0).id, "metric.load");
  EXPECT_EQ(header.summarised.size(), 9u);
  EXPECT_EQ(header.cuts[1], 2.5);
  EXPECT_EQ(header.plugins.at(0).path, "memory");
  EXPECT_FALSE(header.moving_benchmarks);
}

TEST(MakeHeader, KeepsTheTextsOfWhatWentInWithTheirDigests) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.text = "abc";
  inputs.scenario.path = "s.toml";
  const Header header = header_of(inputs);
  ASSERT_FALSE(header.inputs.empty());
  EXPECT_EQ(header.inputs[0].role, "scenario");
  EXPECT_EQ(header.inputs[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(MakeHeader, WarnsOfTooFewTrialsAndOfTrustsWithLuckOfTheirOwn) {
  Inputs inputs = test::small_inputs(8);
  inputs.scenario.run.common_factors = false;
  EXPECT_THAT(header_of(inputs).notes, Contains(HasSubstr("8 trials are fewer")));
  EXPECT_THAT(header_of(inputs).notes, Contains(HasSubstr("common factors are off")));
  EXPECT_THAT(header_of(test::small_inputs()).notes, Not(Contains(HasSubstr("fewer"))));
}

TEST(MakeHeader, SaysOfALimitThatNothingReaches) {
  Inputs inputs = test::small_inputs();
  scenario::Variant capped = test::small_variant("capped", "small.beds", Operation::set, 0);
  capped.adjustments[0].operates = false;
  capped.adjustments[0].limits.at_most = 4000;
  inputs.scenario.variants = {capped};
  EXPECT_THAT(header_of(inputs).notes, Contains(HasSubstr("small.beds never lies beyond 4000")));
}

TEST(PublishedOf, LooksUpTheTrustInWhatTheHeaderHolds) {
  const trust::PublishedRatings published = published_of(Header{}, "A");
  EXPECT_TRUE(published.looked_up);
  EXPECT_TRUE(published.date.empty());
}

}  // namespace
}  // namespace uor::model
