#include "core/uor/analyse/expected.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "core/uor/analyse/paired.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::analyse {

namespace {

constexpr int good = 3;

/// Mean grade of n trials: the same formula as for a paired change, from a baseline in which every trial is the same.
Estimate mean_of_grades(const tally::Counts4& counts) {
  tally::Migration from_one{};
  from_one[0] = counts;
  const Estimate above_one = change_of_mean_grade(from_one);
  return {1 + above_one.value, above_one.standard_error};
}

template <typename Less>
std::vector<std::size_t> sorted(const std::vector<Ranked>& trusts, Less less) {
  std::vector<std::size_t> order(trusts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (less(trusts[a].key, trusts[b].key) || less(trusts[b].key, trusts[a].key))
      return less(trusts[a].key, trusts[b].key);
    return std::tie(trusts[a].name, trusts[a].code) < std::tie(trusts[b].name, trusts[b].code);
  });
  return order;
}

std::string rating_words(int grade) {
  std::string words = policy::rating_ids[static_cast<std::size_t>(grade - 1)];
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace

tally::Migration migration_of(const tally::SideCounts& counts, std::size_t side) {
  if (side > 0) return counts.migration;
  tally::Migration identity{};
  for (std::size_t grade = 0; grade < 4; ++grade) identity[grade][grade] = counts.rating[grade];
  return identity;
}

Estimate expected_rating(const tally::SideSummary& side) {
  if (side.conditional) return side.conditional->expected_rating;
  return of_side(side, [](const tally::SideCounts& part) { return mean_of_grades(part.rating); });
}

Estimate expected_rating_change(const tally::SideSummary& summary, std::size_t side) {
  if (summary.conditional) return summary.conditional->expected_rating_change;
  return of_side(summary,
                 [side](const tally::SideCounts& part) { return change_of_mean_grade(migration_of(part, side)); });
}

Estimate good_or_better(const tally::SideSummary& side) {
  if (side.conditional) return side.conditional->good_or_better;
  return of_side(side, [](const tally::SideCounts& part) { return at_least(part.rating, good); });
}

Estimate good_or_better_change(const tally::SideSummary& summary, std::size_t side) {
  if (summary.conditional) return summary.conditional->good_or_better_change;
  return of_side(summary,
                 [side](const tally::SideCounts& part) { return change_at_least(migration_of(part, side), good); });
}

bool within_two_errors(const Estimate& change) { return !(std::abs(change.value) > 2 * change.standard_error); }

LatentPlace place_of(double latent, const std::array<double, 3>& cuts) {
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (latent < cuts[i] || i + 1 == cuts.size()) return {latent, static_cast<int>(i) + 2, latent - cuts[i]};
    if (std::isnan(cuts[i])) break;
  }
  return {latent, 0, std::numeric_limits<double>::quiet_NaN()};
}

std::string latent_words(double latent, const std::array<double, 3>& cuts) {
  const LatentPlace place = place_of(latent, cuts);
  if (!std::isfinite(place.distance)) return fmt::format("{:.2f}", latent);
  return fmt::format("{:.2f}, {:.2f} {} {}", latent, std::abs(place.distance), place.distance < 0 ? "below" : "above",
                     rating_words(place.cut));
}

SectorOdds sector_odds(const tally::Sector& sector, std::size_t side) {
  const double trusts = static_cast<double>(sector.trusts);
  const auto odds = [&](std::size_t of) { return (sector.sides[of].mean[2] + sector.sides[of].mean[3]) / trusts; };
  const auto mean = [&](std::size_t of) {
    const std::array<double, 4>& held = sector.sides[of].mean;
    return (held[0] + 2 * held[1] + 3 * held[2] + 4 * held[3]) / trusts;
  };
  const tally::SectorErrors& error = sector.sides[side].error;
  return {{odds(side), error.good_or_better},
          {odds(side) - odds(0), error.good_or_better_change},
          {mean(side), error.expected_rating},
          {mean(side) - mean(0), error.expected_rating_change}};
}

double good_or_better_of_type(const tally::Sector& sector, std::size_t side, std::size_t type) {
  const std::array<double, 4>& held = sector.sides[side].by_type[type];
  return (held[2] + held[3]) / static_cast<double>(sector.type_trusts[type]);
}

std::vector<std::size_t> by_size(const std::vector<Ranked>& trusts) {
  return sorted(trusts, [](double a, double b) { return std::abs(a) > std::abs(b); });
}

std::vector<std::size_t> lowest_first(const std::vector<Ranked>& trusts) {
  return sorted(trusts, [](double a, double b) { return a < b; });
}

std::vector<std::size_t> order_of_trusts(const model::Header& header, const std::vector<tally::Summary>& summaries,
                                         std::size_t side) {
  std::vector<Ranked> trusts;
  for (const tally::Summary& summary : summaries) {
    const model::TrustInfo& info = header.trusts[summary.trust];
    const tally::SideSummary& of = summary.sides[side];
    trusts.push_back({(side == 0 ? good_or_better(of) : good_or_better_change(of, side)).value, info.name, info.code});
  }
  return side == 0 ? lowest_first(trusts) : by_size(trusts);
}

}  // namespace uor::analyse
