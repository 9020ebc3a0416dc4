#include "core/uor/tally/summarise.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "core/uor/tally/tally.hpp"
#include "tests/core/small_model.hpp"

namespace uor::tally {
namespace {

TEST(Deviation, IsThatOfASample) {
  EXPECT_NEAR(deviation(10, 30, 4), std::sqrt(5.0 / 3), 1e-15);  // 1, 2, 3, 4
  EXPECT_EQ(deviation(5, 25, 1), 0);
}

/// Trust A of the small model with one changed side.
struct Summarised {
  model::Inputs inputs = test::small_inputs();
  model::Plan plan;
  std::unique_ptr<model::DriverSource> source;
  TrustContext trust;
  std::size_t columns;

  explicit Summarised(const char* driver = "small.level") {
    inputs.scenario.variants = {test::small_variant("up", driver, Operation::add, 1)};
    plan = model::make_plan(inputs);
    source = std::make_unique<model::DriverSource>(plan, inputs, inputs.trusts[0]);
    columns = plan.sides.size() * plan.summarised.size() * 12;
    trust = {0, "A", source.get(), {}, {48}, std::vector<Scale>(columns)};
  }

  /// Trials a side with these values in every column, on the side 3 more; prices 1; all good.
  Tally tally_of(const std::vector<double>& baseline, Distributions& distributions) const {
    const std::size_t trials = baseline.size();
    Tally tally;
    tally.sums.start(plan.sum_columns(), trials);
    std::uint16_t bins[8];
    std::vector<double> changed = baseline;
    for (double& value : changed) value += 3;
    const std::vector<double> prices(trials, 1.0);
    for (std::size_t column = 0; column < columns; ++column) {
      const bool first = column < columns / 2;
      const double* values = first ? baseline.data() : changed.data();
      const Extremes found = tally.sums.add(column, values, first ? nullptr : baseline.data(), {}, 0, trials, bins);
      distributions.add(column, values, bins, trials, found, {});
    }
    tally.sums.add(plan.latent_column(0), baseline.data(), baseline.data(), {}, 0, trials, bins);
    tally.sums.add(plan.latent_column(1), changed.data(), baseline.data(), {}, 0, trials, bins);
    for (std::size_t side = 0; side < 2; ++side)
      tally.sums.add(plan.price_column(side), prices.data(), nullptr, {}, 0, trials, bins);
    tally.counts.resize(2);
    for (SideCounts& counts : tally.counts) {
      counts.start(5, 12, 0, 0, 1);
      counts.rating[2] = trials;
    }
    tally.implausible.assign(plan.wiring.quantities.size(), 0);
    return tally;
  }
};

TEST(Summariser, GivesMeanDeviationAndPairedChangeOfWhatWasAdded) {
  const Summarised made;
  Distributions distributions;
  distributions.start(made.columns);
  Summariser summariser(made.plan, made.trust, Points::random);
  summariser.add(made.tally_of({10, 12, 20, 22}, distributions), 4);
  const Summary summary = summariser.finish(distributions);
  EXPECT_EQ(summary.trials, 4u);
  const SideSummary &baseline = summary.sides[0], &up = summary.sides[1];
  EXPECT_EQ(baseline.moments[0].mean, 16);  // of 10, 12, 20, 22
  EXPECT_NEAR(baseline.moments[0].sd, std::sqrt(104.0 / 3), 1e-12);
  EXPECT_EQ(baseline.moments[0].minimum, 10);
  EXPECT_EQ(baseline.moments[0].maximum, 22);
  EXPECT_EQ(up.mean_change[0], 3);
  EXPECT_EQ(up.mean_change_se[0], 0);
  EXPECT_EQ(up.expected_score_change, 3);
  EXPECT_EQ(baseline.rating[2], 4u);
}

TEST(Summariser, GivesThePolicysBenchmarksAndThePeersOfTheTrust) {
  const Summarised made;
  Distributions distributions;
  distributions.start(made.columns);
  Summariser summariser(made.plan, made.trust, Points::random);
  summariser.add(made.tally_of({10, 12}, distributions), 2);
  EXPECT_EQ(summariser.finish(distributions).sides[0].benchmarks[0], (Benchmarks4{45, 50, 55, 48}));
}

TEST(Summariser, TakesTheBaselinesMomentsWhereASideChangesNothing) {
  const Summarised made("rating.judgement");
  Distributions distributions;
  distributions.start(made.columns);
  Summariser summariser(made.plan, made.trust, Points::random);
  summariser.add(made.tally_of({10, 12}, distributions), 2);
  const Summary summary = summariser.finish(distributions);
  EXPECT_EQ(summary.sides[1].moments[0].mean, 11);  // the side's own column, which nobody reads, has 14
  EXPECT_EQ(summary.sides[1].mean_change[0], 0);
  EXPECT_EQ(summary.sides[1].expected_score_change, 3);
}

}  // namespace
}  // namespace uor::tally
