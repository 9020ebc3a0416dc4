#include "core/uor/report/odds.hpp"

#include "core/uor/analyse/expected.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::report {

namespace {

Odds odds_of_side(const tally::SideSummary& baseline, const tally::SideSummary& side, std::size_t index,
                  std::uint64_t trials) {
  Odds odds;
  using tally::SideCounts;
  odds.estimator = analyse::estimator_of(side);
  odds.combined_estimator = analyse::combined_estimator_of(side);
  odds.rating = analyse::rating_odds(side);
  odds.combined = analyse::combined_odds(side);
  odds.quality = analyse::probabilities(side, &SideCounts::quality);
  odds.from_to = analyse::from_to(side, index, trials);
  odds.change = analyse::odds_change(side, index);
  odds.good_or_better = analyse::good_or_better(side);
  odds.below_good = {1 - odds.good_or_better.value, odds.good_or_better.standard_error};
  odds.good_or_better_change = analyse::good_or_better_change(side, index);
  odds.fit_range = analyse::fit_range(side);
  if (index > 0) odds.fit_range_of_change = analyse::fit_range_of_change(baseline, side);
  odds.expected_rating = analyse::expected_rating(side);
  odds.expected_rating_change = analyse::expected_rating_change(side, index);
  odds.expected_score = side.expected_score;
  odds.expected_score_change = analyse::expected_change(side);
  odds.by_month = analyse::odds_by_month(side);
  const analyse::ExpectedMoves moves = analyse::expected_moves(odds.from_to);
  odds.trials_better = moves.better;
  odds.trials_worse = moves.worse;
  odds.likeliest = analyse::likeliest(odds.rating);
  return odds;
}

}  // namespace

std::vector<Odds> odds_of(const View& view) {
  std::vector<Odds> odds;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    odds.push_back(odds_of_side(view.side(0), view.side(side), side, view.summary.trials));
    odds.back().latent = analyse::latent_words(odds.back().expected_score, view.header.cuts);
    if (view.summary.trust < view.header.trusts.size())
      odds.back().combined_given = view.header.trusts[view.summary.trust].combined_given;
  }
  return odds;
}

Json json_of(const std::optional<analyse::Range>& range) { return range ? Json{range->low, range->high} : Json(); }

Json json_of(const std::optional<analyse::FitRange>& range) {
  if (!range) return {};
  Json object;
  for (std::size_t grade = 4; grade-- > 0;)
    object[policy::rating_ids[grade]] = json_of(std::optional(range->rating[grade]));
  object["good_or_better"] = json_of(std::optional(range->good_or_better));
  return object;
}

Json json_of(const Odds& odds) {
  return {{"estimator", odds.estimator},
          {"combined_estimator", odds.combined_given ? Json(odds.combined_estimator) : Json()},
          {"rating", json_of(odds.rating)},
          {"change", json_of(odds.change)},
          {"combined", odds.combined_given ? json_of(odds.combined) : Json()},
          {"quality", json_of(odds.quality)},
          {"good_or_better", json_of(odds.good_or_better)},
          {"below_good", json_of(odds.below_good)},
          {"good_or_better_change", json_of(odds.good_or_better_change)},
          {"range", json_of(odds.fit_range)},
          {"good_or_better_change_range", json_of(odds.fit_range_of_change)},
          {"expected_rating", json_of(odds.expected_rating)},
          {"expected_rating_change", json_of(odds.expected_rating_change)},
          {"latent", odds.latent},
          {"expected_score", odds.expected_score},
          {"expected_score_change", json_of(odds.expected_score_change)},
          {"by_month", json_list(odds.by_month)},
          {"from_to", odds.from_to},
          {"trials_better", odds.trials_better},
          {"trials_worse", odds.trials_worse},
          {"likeliest", policy::rating_ids[static_cast<std::size_t>(odds.likeliest - 1)]}};
}

}  // namespace uor::report
