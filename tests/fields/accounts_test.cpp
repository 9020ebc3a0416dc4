// The baseline starts from the accounts of the last closed year.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/uor/model/today.hpp"
#include "tests/fields/rated.hpp"

namespace uor::test {
namespace {

constexpr std::uint64_t trials = 64;

/// Within 1 % of the income that the accounts state, but for two: a margin and expenses that stand in other accounts
/// than that income.
TEST(Accounts, OfEveryTrustAreTheStatementThatItsBaselineStartsFrom) {
  std::vector<std::string> off;
  for (const trust::Trust& trust : trust::sector_trusts(data_folder, shipped_fields())) {
    model::Inputs inputs = model::as_of_today(inputs_of(trust, trials));
    const Rated rated = rate(std::move(inputs), {"finance.income_base", "metric.ie_margin"});
    EXPECT_NEAR(rated.at_rating.at("metric.ie_margin"), trust.reported.at("ie_margin").value, 1e-9) << trust.code;
    const double income = trust.reported.at("total_income").value;
    if (std::abs(12 * rated.at_rating.at("finance.income_base") - income) > 0.01 * income) off.push_back(trust.code);
  }
  EXPECT_EQ(off, (std::vector<std::string>{"RK5", "RXK"}));
}

TEST(Accounts, AreKnownWithTheirYear) {
  for (const trust::Trust& trust : trust::sector_trusts(data_folder, shipped_fields()))
    EXPECT_EQ(trust.figures_year, "2018/19") << trust.code;
}

}  // namespace
}  // namespace uor::test
