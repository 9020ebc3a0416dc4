#include "cli/compare_json.hpp"

#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/sector.hpp"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::array<std::size_t, 4> best_first = {3, 2, 1, 0};

Json json_of_change(const analyse::Change& change) {
  return {{"from", change.from},
          {"to", change.to},
          {"change", change.change},
          {"standard_error", change.standard_error},
          {"standard_error_is", name_of(change.basis)}};
}

Json json_of_paired(analyse::Estimate from, analyse::Estimate to, analyse::Estimate change) {
  return {{"from", from.value},
          {"to", to.value},
          {"change", change.value},
          {"standard_error", change.standard_error},
          {"independent_standard_error", analyse::independent_error(from.standard_error, to.standard_error)}};
}

Json ratings_of(const run::Migration& pairs) {
  const auto before = analyse::probabilities(analyse::counts_before(pairs));
  const auto after = analyse::probabilities(analyse::counts_after(pairs));
  Json object;
  for (const std::size_t rating : best_first)
    object[policy::rating_ids[rating]] =
        json_of_paired(before[rating], after[rating], analyse::change_of(pairs, static_cast<int>(rating) + 1));
  return object;
}

Json good_or_better(const run::Migration& pairs) {
  constexpr int good = 3;
  return json_of_paired(analyse::at_least(analyse::counts_before(pairs), good),
                        analyse::at_least(analyse::counts_after(pairs), good), analyse::change_at_least(pairs, good));
}

Json mean_grade(const run::Migration& pairs) {
  const analyse::Estimate change = analyse::change_of_mean_grade(pairs);
  return json_of_change({analyse::mean_grade(analyse::counts_before(pairs)),
                         analyse::mean_grade(analyse::counts_after(pairs)), change.value, change.standard_error});
}

Json quantity_of(const analyse::QuantityChange& moved) {
  Json object = json_of_change(moved.mean);
  object["standardised"] = moved.standardised;
  object["better"] = moved.better;
  return object;
}

Json kloes_of(const std::vector<analyse::KloeChange>& kloes) {
  Json list = Json::array();
  for (const analyse::KloeChange& row : kloes)
    list.push_back(
        {{"kloe", row.kloe}, {"score", quantity_of(row.score)}, {"below_good", json_of_change(row.below_good)}});
  return list;
}

Json metrics_of(const std::vector<analyse::QuantityChange>& metrics) {
  Json list = Json::array();
  for (const analyse::QuantityChange& row : metrics) {
    Json object = {{"metric", row.quantity->id}, {"title", row.quantity->title}, {"unit", row.quantity->unit}};
    object.update(quantity_of(row));
    list.push_back(object);
  }
  return list;
}

Json holdings_of(const std::vector<analyse::HoldingChange>& holdings, bool limiters) {
  Json list = Json::array();
  for (const analyse::HoldingChange& row : holdings) {
    if (row.limiter != limiters) continue;
    Json object = {{"id", row.id}};
    object.update(json_of_change(row.share));
    list.push_back(object);
  }
  return list;
}

}  // namespace

Json json_of_side(const ComparedSide& side) {
  return {{"file", side.file->path}, {"scenario", side.name()}, {"title", side.title()}};
}

Json json_of_comparison(const run::TrustInfo& trust, const analyse::Comparison& comparison) {
  return {{"trust", trust.code},
          {"name", trust.name},
          {"trials", comparison.trials},
          {"same_baseline", comparison.same_baseline},
          {"ratings", ratings_of(comparison.rating)},
          {"combined", comparison.combined_given ? ratings_of(comparison.combined) : Json()},
          {"good_or_better", good_or_better(comparison.rating)},
          {"within_two_errors",
           analyse::within_two_errors({comparison.good_or_better.change, comparison.good_or_better.standard_error})},
          {"expected_rating", json_of_change(comparison.expected_rating)},
          {"mean_grade", mean_grade(comparison.rating)},
          {"expected_score", json_of_change(comparison.expected_score)},
          {"from_to", comparison.rating},
          {"from_to_combined", comparison.combined_given ? Json(comparison.combined) : Json()},
          {"kloe", kloes_of(comparison.kloes)},
          {"metrics", metrics_of(comparison.metrics)},
          {"limiters", holdings_of(comparison.holdings, true)},
          {"characteristics", holdings_of(comparison.holdings, false)}};
}

Json json_of_sector_comparison(const analyse::SectorComparison& sector) {
  Json ratings, rows = Json::array();
  for (const std::size_t rating : best_first) {
    ratings[policy::rating_ids[rating]] = json_of_change(sector.ratings[rating].trusts);
    ratings[policy::rating_ids[rating]]["independent_standard_error"] = sector.ratings[rating].independent_error;
  }
  for (const run::Counts4& from : sector.pairs) {
    Json row = Json::array();
    for (const std::uint64_t count : from) row.push_back(run::expected_trusts(count, sector.trials));
    rows.push_back(row);
  }
  return {{"trusts", sector.trusts},
          {"good_or_better", json_of_change(sector.good_or_better)},
          {"expected_rating", json_of_change(sector.expected_rating)},
          {"ratings", ratings},
          {"from_to", rows}};
}

}  // namespace uor::cli
