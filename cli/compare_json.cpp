#include "cli/compare_json.hpp"

#include "cli/result_json.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/policy/policy.hpp"

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

Json json_of_odds(const analyse::Change& change, const analyse::Estimate& before, const analyse::Estimate& after) {
  Json object = json_of_change(change);
  object["independent_standard_error"] = analyse::independent_error(before.standard_error, after.standard_error);
  return object;
}

Json ratings_of(const analyse::RatingChanges& ratings) {
  Json object;
  for (const std::size_t rating : report::best_first)
    object[policy::rating_ids[rating]] =
        json_of_odds(ratings.of[rating], ratings.before[rating], ratings.after[rating]);
  return object;
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
          {"estimator", comparison.ratings.estimator},
          {"ratings", ratings_of(comparison.ratings)},
          {"combined", comparison.combined_given ? ratings_of(comparison.combined_ratings) : Json()},
          {"good_or_better", json_of_odds(comparison.ratings.good_or_better, comparison.ratings.good_before,
                                          comparison.ratings.good_after)},
          {"within_two_errors", analyse::within_two_errors({comparison.ratings.good_or_better.change,
                                                            comparison.ratings.good_or_better.standard_error})},
          {"expected_rating", json_of_change(comparison.ratings.mean_rating)},
          {"mean_grade", json_of_change(comparison.ratings.mean_rating)},
          {"expected_score", json_of_change(comparison.expected_score)},
          {"from_to", comparison.paired ? Json(comparison.ratings.pairs) : Json()},
          {"from_to_combined",
           comparison.paired && comparison.combined_given ? Json(comparison.combined_ratings.pairs) : Json()},
          {"kloe", kloes_of(comparison.kloes)},
          {"metrics", metrics_json(comparison.metrics)},
          {"limiters", holdings_json(comparison.holdings, true)},
          {"characteristics", holdings_json(comparison.holdings, false)}};
}

Json json_of_sector_comparison(const analyse::SectorComparison& sector) {
  Json ratings;
  for (const std::size_t rating : report::best_first) {
    ratings[policy::rating_ids[rating]] = json_of_change(sector.ratings[rating].trusts);
    ratings[policy::rating_ids[rating]]["independent_standard_error"] = sector.ratings[rating].independent_error;
  }
  return {{"trusts", sector.trusts},
          {"estimator", sector.estimator},
          {"good_or_better", json_of_change(sector.good_or_better)},
          {"expected_rating", json_of_change(sector.expected_rating)},
          {"ratings", ratings},
          {"from_to", sector.pairs}};
}

}  // namespace uor::cli
