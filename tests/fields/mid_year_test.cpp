// A change that begins in mid-year acts from its month on: no lever waits for an April that nobody names.
#include <gtest/gtest.h>

#include <map>

#include "core/uor/graph/wiring.hpp"
#include "tests/fields/rated.hpp"

namespace uor {
namespace {

scenario::Adjustment from_month(const std::string& driver, double value, int month) {
  scenario::Adjustment change;
  change.driver = driver;
  change.operation = Operation::set;
  change.value = value;
  change.from_month = month;
  change.dated = true;
  change.decided = true;
  return change;
}

scenario::Variant level(const std::vector<scenario::Adjustment>& changes) {
  scenario::Variant variant;
  variant.name = variant.title = changes.front().driver;
  variant.adjustments = changes;
  return variant;
}

/// What a lever is a part of: without it there is nothing to pay, or to save.
const std::map<std::string, std::pair<std::string, double>> acts_beside = {
    {"people.pay_award_funded_share", {"people.pay_award", 6.0}},
    {"support.network_saving", {"support.network_share", 40.0}}};

/// The lever at both ends of its likely range.
void add_levels(std::vector<scenario::Variant>& levels, const Quantity& lever, int month) {
  for (const double value : {lever.likely_lower, lever.likely_upper}) {
    std::vector<scenario::Adjustment> changes = {from_month(lever.id, value, month)};
    if (const auto beside = acts_beside.find(lever.id); beside != acts_beside.end())
      changes.push_back(from_month(beside->second.first, beside->second.second, month));
    levels.push_back(level(changes));
  }
}

bool differs(const tally::SideSummary& a, const tally::SideSummary& b) {
  for (std::size_t i = 0; i < a.moments.size(); ++i) {
    if (a.moments[i].mean != b.moments[i].mean) return true;
  }
  return false;
}

TEST(MidYear, EveryLeverThatIsChangedInAnOpenMonthMovesSomething) {
  for (const auto& [name, month] : {std::pair{"six_months", 7}, std::pair{"full", 4}}) {
    model::Inputs inputs = test::inputs_of(test::trust_named(name), 64);
    for (const Quantity& quantity : inputs.catalogue->quantities()) {
      if (quantity.kind == Kind::driver && quantity.driver.lever) add_levels(inputs.scenario.variants, quantity, month);
    }
    const test::Rated rated = test::rate(inputs);
    for (std::size_t side = 1; side < rated.summary.sides.size(); side += 2) {
      EXPECT_TRUE(differs(rated.side(side), rated.side(side + 1)))
          << name << ": " << inputs.scenario.variants[side - 1].name;
    }
  }
}

/// Months 4 to 12 at 6 percent, months 1 to 3 at what April gave.
TEST(MidYear, AnAwardOrAnUpliftReplacesTheOneOfAprilFromItsMonthOn) {
  for (const auto& [driver, index] : {std::pair{"people.pay_award", "people.award_index"},
                                      std::pair{"clinical.tariff_uplift", "clinical.tariff_index"}}) {
    model::Inputs inputs = test::inputs_of(test::trust_named("full"), 64);
    inputs.scenario.variants = {level({from_month(driver, 6.0, 1)}), level({from_month(driver, 6.0, 4)})};
    const test::Rated rated = test::rate(inputs, {index});
    const auto mean = [&](std::size_t side) { return rated.mean_of_side[side].at(index); };
    EXPECT_GT(mean(1), mean(0) + 0.03) << driver;
    EXPECT_NEAR(mean(2), (3 * mean(0) + 9 * mean(1)) / 12, 1e-12) << driver;
  }
}

}  // namespace
}  // namespace uor
