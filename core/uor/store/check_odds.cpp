#include "core/uor/store/check_odds.hpp"

#include <cmath>

#include "core/uor/store/checked_read.hpp"

namespace uor::store {

namespace {

constexpr double odds_hair = 1e-9;  // what rounding of sums leaves

using tally::Estimate;
using tally::Estimates4;

struct OddsCheck {
  const std::string& who;

  void require(bool sound, const std::string& array, const std::string& problem) const {
    if (!sound) throw Impossible("'" + array + "' of " + who + " " + problem);
  }
  void within(const std::string& array, const Estimate& estimate, double lower, double upper) const {
    require(estimate.value >= lower - odds_hair && estimate.value <= upper + odds_hair, array,
            "is " + std::to_string(estimate.value));
    const double error = estimate.standard_error;
    require(error >= 0 && error <= upper - lower, array + "_se", "is " + std::to_string(error));
  }
  void add_up(const std::string& array, const Estimates4& odds) const {
    double sum = 0;
    for (const Estimate& one : odds) {
      within(array, one, 0, 1);
      sum += one.value;
    }
    require(std::abs(sum - 1) < odds_hair, array, "adds up to " + std::to_string(sum));
  }
  void change(const std::string& array, const Estimate& change, const Estimate& to, const Estimate& from,
              double most) const {
    within(array, change, -most, most);
    require(std::abs(change.value - (to.value - from.value)) < odds_hair, array, "is not the change of the odds");
  }
  void margins(const tally::ConditionalOdds& odds, const tally::ConditionalOdds& baseline) const {
    for (std::size_t grade = 0; grade < 4; ++grade) {
      double row = 0, column = 0;
      for (std::size_t other = 0; other < 4; ++other) {
        require(odds.from_to[grade][other] >= 0, "from_to_odds", "has a share below zero");
        row += odds.from_to[grade][other];
        column += odds.from_to[other][grade];
      }
      const bool sound = std::abs(row - baseline.rating[grade].value) < odds_hair &&
                         std::abs(column - odds.rating[grade].value) < odds_hair;
      require(sound, "from_to_odds", "has other margins than 'rating_odds'");
    }
  }
};

}  // namespace

void check_odds(const tally::SideSummary& side, const tally::SideSummary& baseline, const std::string& who) {
  if (!side.conditional) return;
  const OddsCheck check{who};
  const tally::ConditionalOdds &odds = *side.conditional, &before = *baseline.conditional;
  check.add_up("rating_odds", odds.rating);
  for (const Estimates4& month : odds.by_month) check.add_up("rating_odds_by_month", month);
  if (odds.combined) check.add_up("combined_odds", *odds.combined);
  for (std::size_t grade = 0; grade < 4; ++grade)
    check.change("rating_odds_change", odds.change[grade], odds.rating[grade], before.rating[grade], 1);
  check.within("good_or_better", odds.good_or_better, 0, 1);
  check.change("good_or_better_change", odds.good_or_better_change, odds.good_or_better, before.good_or_better, 1);
  check.within("expected_rating", odds.expected_rating, 1, 4);
  check.change("expected_rating_change", odds.expected_rating_change, odds.expected_rating, before.expected_rating, 3);
  for (const auto& above : odds.fit_draws) {
    for (const double one : above) check.require(one >= 0 && one <= 1, "fit_draw_odds", "is " + std::to_string(one));
  }
  check.margins(odds, before);
}

}  // namespace uor::store
