#include "cli/compare_json.hpp"

#include "cli/result_json.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

Json json_of_change(const analyse::Change& change) {
  return {{"from", change.from},
          {"to", change.to},
          {"change", change.change},
          {"standard_error", change.standard_error},
          {"standard_error_is", name_of(change.basis)}};
}

Json json_of_odds(const analyse::OddsChange& odds, bool paired) {
  return {{"from", odds.from.value},
          {"to", odds.to.value},
          {"change", odds.change.value},
          {"standard_error", odds.change.standard_error},
          {"standard_error_is", name_of(paired ? analyse::Basis::paired : analyse::Basis::independent)},
          {"independent_standard_error", analyse::independent_error(odds.from.standard_error, odds.to.standard_error)}};
}

Json ratings_of(const analyse::RatingCounts& ratings) {
  Json object;
  for (const std::size_t rating : best_first)
    object[policy::rating_ids[rating]] = json_of_odds(ratings.of(static_cast<int>(rating) + 1), ratings.paired);
  return object;
}

Json good_or_better(const analyse::RatingCounts& ratings) {
  constexpr int good = 3;
  return json_of_odds(ratings.at_least(good), ratings.paired);
}

Json mean_grade(const analyse::RatingCounts& ratings) {
  const analyse::OddsChange grade = ratings.mean_grade();
  return json_of_change({grade.from.value, grade.to.value, grade.change.value, grade.change.standard_error,
                         ratings.paired ? analyse::Basis::paired : analyse::Basis::independent});
}

Json quantity_json(const analyse::QuantityChange& moved) {
  Json object = json_of_change(moved.mean);
  object["standardised"] = moved.standardised;
  object["better"] = moved.better;
  return object;
}

Json kloes_of(const std::vector<analyse::KloeChange>& kloes) {
  Json list = Json::array();
  for (const analyse::KloeChange& row : kloes)
    list.push_back({{"kloe", row.kloe},
                    {"title", row.title},
                    {"score", quantity_json(row.score)},
                    {"below_good", json_of_change(row.below_good)}});
  return list;
}

Json metrics_json(const std::vector<analyse::QuantityChange>& metrics) {
  Json list = Json::array();
  for (const analyse::QuantityChange& row : metrics) {
    Json object = {{"metric", row.quantity->id}, {"title", row.quantity->title}, {"unit", row.quantity->unit}};
    object.update(quantity_json(row));
    list.push_back(object);
  }
  return list;
}

Json holdings_json(const std::vector<analyse::HoldingChange>& holdings, bool limiters) {
  Json list = Json::array();
  for (const analyse::HoldingChange& row : holdings) {
    if (row.limiter != limiters) continue;
    Json object = {{"id", row.id}, {"title", row.title}};
    object.update(json_of_change(row.share));
    list.push_back(object);
  }
  return list;
}

}  // namespace

Json json_of_side(const ask::ComparedSide& side) {
  return {{"file", side.file->path}, {"scenario", side.name()}, {"title", side.title()}};
}

Json json_of_comparison(const model::TrustInfo& trust, const analyse::Comparison& comparison) {
  return {{"trust", trust.code},
          {"name", trust.name},
          {"in_scope", trust.in_scope},
          {"warnings", trust.warnings},
          {"trials", comparison.trials},
          {"same_baseline", comparison.same_baseline},
          {"paired", comparison.paired},
          {"estimator", "counted"},
          {"ratings", ratings_of(comparison.ratings)},
          {"combined", comparison.combined_given ? ratings_of(comparison.combined_ratings) : Json()},
          {"good_or_better", good_or_better(comparison.ratings)},
          {"within_two_errors",
           analyse::within_two_errors({comparison.good_or_better.change, comparison.good_or_better.standard_error})},
          {"expected_rating", json_of_change(comparison.expected_rating)},
          {"mean_grade", mean_grade(comparison.ratings)},
          {"expected_score", json_of_change(comparison.expected_score)},
          {"from_to", comparison.paired ? Json(comparison.rating) : Json()},
          {"from_to_combined", comparison.paired && comparison.combined_given ? Json(comparison.combined) : Json()},
          {"kloe", kloes_of(comparison.kloes)},
          {"metrics", metrics_json(comparison.metrics)},
          {"limiters", holdings_json(comparison.holdings, true)},
          {"characteristics", holdings_json(comparison.holdings, false)}};
}

Json json_of_sector_comparison(const analyse::SectorComparison& sector) {
  Json ratings, rows = Json::array();
  for (const std::size_t rating : best_first) {
    ratings[policy::rating_ids[rating]] = json_of_change(sector.ratings[rating].trusts);
    ratings[policy::rating_ids[rating]]["independent_standard_error"] = sector.ratings[rating].independent_error;
  }
  for (const tally::Counts4& from : sector.pairs) {
    Json row = Json::array();
    for (const std::uint64_t count : from) row.push_back(tally::expected_trusts(count, sector.trials));
    rows.push_back(row);
  }
  return {{"trusts", sector.trusts},
          {"good_or_better", json_of_change(sector.good_or_better)},
          {"expected_rating", json_of_change(sector.expected_rating)},
          {"ratings", ratings},
          {"from_to", rows}};
}

}  // namespace uor::cli
