#include "core/uor/report/changes.hpp"

#include <algorithm>

#include "core/uor/report/kloes.hpp"

namespace uor::report {

namespace {

using analyse::Change;

constexpr std::string_view metric_prefix = "metric.";

Change whole_change(const analyse::Estimate& from, const analyse::Estimate& to, const analyse::Estimate& change) {
  return {from.value, to.value, change.value, change.standard_error, analyse::Basis::paired};
}

Moved moved_of(const analyse::QuantityChange& row) {
  const Quantity& quantity = *row.quantity;
  const bool metric = quantity.id.starts_with(metric_prefix);
  return {metric ? quantity.id.substr(metric_prefix.size()) : quantity.id,
          quantity.title,
          quantity.unit,
          row.mean,
          row.standardised,
          row.better};
}

template <typename Row>
std::string title_in(const std::vector<Row>& rows, const std::string& id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? id : found->title;
}

}  // namespace

Changes changes_of(const analyse::Comparison& comparison, const model::Header& header, const policy::Policy& policy) {
  Changes changes;
  changes.trials = comparison.trials;
  changes.from_to = comparison.ratings.pairs;
  changes.rating = comparison.ratings.of;
  changes.good_or_better = comparison.ratings.good_or_better;
  changes.expected_rating = comparison.ratings.mean_rating;
  changes.expected_score = comparison.expected_score;
  for (const analyse::KloeChange& row : comparison.kloes) {
    MovedKloe kloe{row.kloe, kloe_title(header, policy.rating.kloes, row.kloe), {}, row.below_good};
    if (row.score.quantity != nullptr) kloe.score = moved_of(row.score);
    changes.kloes.push_back(std::move(kloe));
  }
  for (const analyse::QuantityChange& row : comparison.metrics) changes.metrics.push_back(moved_of(row));
  for (const analyse::HoldingChange& row : comparison.holdings) {
    const std::string title =
        row.limiter ? title_in(policy.rating.limiters, row.id) : title_in(policy.rating.characteristics, row.id);
    changes.rules.push_back({row.id, title, row.limiter, row.share});
  }
  return changes;
}

std::vector<Changes> changes_of(const View& view, const std::vector<Odds>& odds, const policy::Policy& policy) {
  std::vector<Changes> all;
  for (std::size_t side = 1; side < view.sides(); ++side) {
    const analyse::Comparison comparison =
        analyse::compare({view.header, view.summary, 0}, {view.header, view.summary, side}, view.side(side).migration,
                         tally::Migration{});
    Changes changes = changes_of(comparison, view.header, policy);
    for (std::size_t grade = 0; grade < 4; ++grade)
      changes.rating[grade] = whole_change(odds[0].rating[grade], odds[side].rating[grade], odds[side].change[grade]);
    changes.expected_rating =
        whole_change(odds[0].expected_rating, odds[side].expected_rating, odds[side].expected_rating_change);
    changes.good_or_better =
        whole_change(odds[0].good_or_better, odds[side].good_or_better, odds[side].good_or_better_change);
    changes.from_to = odds[side].from_to;
    all.push_back(std::move(changes));
  }
  return all;
}

const char* verdict(int better) { return better == 0 ? "" : better > 0 ? "better" : "worse"; }

Json json_of(const analyse::Change& change) {
  return {{"from", change.from},
          {"to", change.to},
          {"change", change.change},
          {"standard_error", change.standard_error},
          {"standard_error_is", analyse::name_of(change.basis)}};
}

Json json_of(const Moved& moved) {
  Json json = {{"id", moved.id}, {"title", moved.title}, {"unit", moved.unit}};
  json.update(json_of(moved.change));
  json["standardised"] = moved.standardised;
  json["better"] = moved.better;
  return json;
}

Json json_of(const MovedKloe& kloe) {
  return {{"id", kloe.id},
          {"title", kloe.title},
          {"score", kloe.score ? json_of(*kloe.score) : Json()},
          {"below_good", json_of(kloe.below_good)}};
}

Json json_of(const MovedRule& rule) {
  Json json = {{"id", rule.id}, {"title", rule.title}, {"limit", rule.limit}};
  json.update(json_of(rule.share));
  return json;
}

Json json_of(const Changes& changes) {
  Json rating;
  for (std::size_t grade = 0; grade < 4; ++grade) rating[policy::rating_ids[grade]] = json_of(changes.rating[grade]);
  return {{"trials", changes.trials},
          {"rating", rating},
          {"good_or_better", json_of(changes.good_or_better)},
          {"expected_rating", json_of(changes.expected_rating)},
          {"expected_score", json_of(changes.expected_score)},
          {"from_to", changes.from_to},
          {"kloes", json_list(changes.kloes)},
          {"metrics", json_list(changes.metrics)},
          {"rules", json_list(changes.rules)}};
}

}  // namespace uor::report
