#include "core/uor/report/odds.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::report {

namespace {

using analyse::migration_of;

int likeliest_of(const tally::Counts4& counts) {
  return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin()) + 1;
}

Odds odds_of_side(const tally::SideSummary& side, std::size_t index) {
  Odds odds;
  using tally::SideCounts;
  odds.rating = analyse::probabilities(side, &SideCounts::rating);
  odds.combined = analyse::probabilities(side, &SideCounts::combined);
  odds.quality = analyse::probabilities(side, &SideCounts::quality);
  odds.from_to = migration_of(side, index);
  for (std::size_t grade = 0; grade < 4; ++grade) {
    odds.change[grade] =
        analyse::of_side(side, [&](const SideCounts& part) { return change_of(migration_of(part, index), grade); });
  }
  odds.good_or_better = analyse::good_or_better(side);
  odds.below_good = {1 - odds.good_or_better.value, odds.good_or_better.standard_error};
  odds.good_or_better_change = analyse::good_or_better_change(side, index);
  odds.expected_rating = analyse::expected_rating(side);
  odds.expected_rating_change = analyse::expected_rating_change(side, index);
  odds.expected_score = side.expected_score;
  odds.expected_score_change = analyse::expected_change(side);
  for (std::size_t month = 0; month < side.rating_by_month.size(); ++month) {
    Odds4& by_month = odds.by_month.emplace_back();
    for (std::size_t grade = 0; grade < 4; ++grade) {
      by_month[grade] = analyse::of_side(
          side, [&](const SideCounts& part) { return analyse::probabilities(part.rating_by_month[month])[grade]; });
    }
  }
  const analyse::Moves moves = analyse::moves(odds.from_to);
  odds.trials_better = moves.better;
  odds.trials_worse = moves.worse;
  odds.likeliest = likeliest_of(side.rating);
  return odds;
}

}  // namespace

analyse::Estimate change_of(const tally::Migration& migration, std::size_t grade) {
  double in = 0, out = 0, trials = 0;
  for (std::size_t from = 0; from < 4; ++from) {
    for (std::size_t to = 0; to < 4; ++to) {
      const auto count = static_cast<double>(migration[from][to]);
      trials += count;
      if (from != to && to == grade) in += count;
      if (from != to && from == grade) out += count;
    }
  }
  const double net = in - out;
  return {net / trials, std::sqrt(in + out - net * net / trials) / trials};
}

std::vector<Odds> odds_of(const View& view) {
  std::vector<Odds> odds;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    odds.push_back(odds_of_side(view.side(side), side));
    odds.back().latent = analyse::latent_words(odds.back().expected_score, view.header.cuts);
    if (view.summary.trust < view.header.trusts.size())
      odds.back().combined_given = view.header.trusts[view.summary.trust].combined_given;
  }
  return odds;
}

Json json_of(const Odds& odds) {
  return {{"rating", json_of(odds.rating)},
          {"change", json_of(odds.change)},
          {"combined", odds.combined_given ? json_of(odds.combined) : Json()},
          {"quality", json_of(odds.quality)},
          {"good_or_better", json_of(odds.good_or_better)},
          {"below_good", json_of(odds.below_good)},
          {"good_or_better_change", json_of(odds.good_or_better_change)},
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
