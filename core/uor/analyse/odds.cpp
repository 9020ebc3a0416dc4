#include "core/uor/analyse/odds.hpp"

#include <algorithm>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/paired.hpp"

namespace uor::analyse {

namespace {

constexpr const char *conditional = "conditional", *counted = "counted";

}  // namespace

const char* estimator_of(const tally::SideSummary& side) { return side.conditional ? conditional : counted; }

const char* combined_estimator_of(const tally::SideSummary& side) {
  return side.conditional && side.conditional->combined ? conditional : counted;
}

Odds4 rating_odds(const tally::SideSummary& side) {
  return side.conditional ? side.conditional->rating : probabilities(side, &tally::SideCounts::rating);
}

Odds4 combined_odds(const tally::SideSummary& side) {
  if (side.conditional && side.conditional->combined) return *side.conditional->combined;
  return probabilities(side, &tally::SideCounts::combined);
}

std::vector<Odds4> odds_by_month(const tally::SideSummary& side) {
  if (side.conditional) return side.conditional->by_month;
  std::vector<Odds4> months(side.rating_by_month.size());
  for (std::size_t month = 0; month < months.size(); ++month) {
    for (std::size_t grade = 0; grade < 4; ++grade) {
      months[month][grade] = of_side(
          side, [&](const tally::SideCounts& part) { return probabilities(part.rating_by_month[month])[grade]; });
    }
  }
  return months;
}

Odds4 odds_change(const tally::SideSummary& summary, std::size_t side) {
  if (summary.conditional) return summary.conditional->change;
  Odds4 changes;
  for (std::size_t grade = 0; grade < 4; ++grade) {
    changes[grade] = of_side(summary, [&](const tally::SideCounts& part) {
      return change_of(migration_of(part, side), static_cast<int>(grade) + 1);
    });
  }
  return changes;
}

FromTo as_from_to(const tally::Migration& counted_pairs) {
  FromTo pairs;
  for (std::size_t from = 0; from < 4; ++from) {
    for (std::size_t to = 0; to < 4; ++to) pairs[from][to] = static_cast<double>(counted_pairs[from][to]);
  }
  return pairs;
}

FromTo from_to(const tally::SideSummary& summary, std::size_t side, std::uint64_t trials) {
  if (!summary.conditional) return as_from_to(migration_of(summary, side));
  FromTo pairs = summary.conditional->from_to;
  for (std::array<double, 4>& from : pairs) {
    for (double& share : from) share *= static_cast<double>(trials);
  }
  return pairs;
}

ExpectedMoves expected_moves(const FromTo& pairs) {
  ExpectedMoves moves;
  for (std::size_t from = 0; from < 4; ++from) {
    for (std::size_t to = 0; to < 4; ++to) {
      if (to > from) moves.better += pairs[from][to];
      if (to < from) moves.worse += pairs[from][to];
    }
  }
  return moves;
}

int likeliest(const Odds4& odds) {
  const auto less = [](const Estimate& a, const Estimate& b) { return a.value < b.value; };
  return static_cast<int>(std::max_element(odds.begin(), odds.end(), less) - odds.begin()) + 1;
}

}  // namespace uor::analyse
