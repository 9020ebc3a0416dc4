#include "core/uor/report/result_json.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/odds.hpp"

namespace uor::report {

Json json_of_shares(const analyse::Shares4& shares) {
  Json object;
  for (const std::size_t grade : best_first) object[policy::rating_ids[grade]] = shares[grade];
  return object;
}

Json json_of_shares(const analyse::Odds4& odds) {
  return json_of_shares(analyse::Shares4{odds[0].value, odds[1].value, odds[2].value, odds[3].value});
}

Json json_of_shares(const tally::Counts4& counts) { return json_of_shares(analyse::probabilities(counts)); }

Json json_of_standard_errors(const analyse::Odds4& odds, const analyse::Estimate& good_or_better) {
  Json object;
  for (const std::size_t grade : best_first) object[policy::rating_ids[grade]] = odds[grade].standard_error;
  object["good_or_better"] = good_or_better.standard_error;
  return object;
}

namespace {

Json metric_values(const model::Header& header, const tally::SideSummary& side) {
  const auto months = static_cast<std::size_t>(header.months);
  const auto month = static_cast<std::size_t>(header.assessment_month - 1);
  Json object = Json::object();
  for (std::size_t i = 0; i < header.summarised.size(); ++i) {
    const Quantity& quantity = header.summarised[i];
    if (quantity.kind != Kind::metric) continue;
    const tally::Moments& moments = side.moments[i * months + month];
    object[quantity.id.substr(quantity.id.find('.') + 1)] = {
        {"unit", quantity.unit},
        {"mean", moments.mean},
        {"sd", moments.sd},
        {"change", side.mean_change[i * months + month]},
        {"change_standard_error", side.mean_change_se[i * months + month]}};
  }
  return object;
}

Json rates(const std::vector<std::string>& ids, const std::vector<std::uint64_t>& counts, std::uint64_t trials) {
  Json object = Json::object();
  for (std::size_t i = 0; i < std::min(ids.size(), counts.size()); ++i)
    object[ids[i]] = analyse::share(counts[i], trials).value;
  return object;
}

Json by_month(std::span<const tally::Counts4> counts) {
  Json list = Json::array();
  for (const tally::Counts4& month : counts) list.push_back(month);
  return list;
}

Json ratings_by_month(const tally::SideSummary& side) {
  Json list = Json::array();
  for (const analyse::Odds4& month : analyse::odds_by_month(side)) list.push_back(json_of_shares(month));
  return list;
}

/// How many random trials one trial is worth; null with random points.
Json json_of_gain(const tally::SideSummary& side) {
  if (side.replicates.empty()) return nullptr;
  const analyse::Gain gain = analyse::effective_gain(side);
  Json object = {{"all", gain.all}};
  for (const std::size_t grade : best_first) object[policy::rating_ids[grade]] = gain.rating[grade];
  return object;
}

/// Of the odds of good or better, to the baseline.
Json json_of_change(const tally::Summary& summary, std::size_t index) {
  const tally::SideSummary& side = summary.sides[index];
  const analyse::Estimate change = analyse::good_or_better_change(side, index);
  return {{"value", change.value},
          {"standard_error", change.standard_error},
          {"range", json_of(analyse::fit_range_of_change(summary.sides[0], side))}};
}

}  // namespace

Json json_of_side(const model::Header& header, const tally::Summary& summary, std::size_t side_index) {
  const tally::SideSummary& side = summary.sides[side_index];
  const std::uint64_t trials = summary.trials;
  Json kloe;
  for (std::size_t i = 0; i < header.kloes.size(); ++i) kloe[header.kloes[i]] = json_of_shares(side.kloe[i]);
  const model::TrustInfo& trust = header.trusts[summary.trust];
  Json result = {{"trust", trust.code},
                 {"scenario", header.sides[side_index]},
                 {"title", header.side_titles[side_index]},
                 {"trials", trials},
                 {"estimator", analyse::estimator_of(side)},
                 {"ratings", json_of_shares(analyse::rating_odds(side))},
                 {"standard_error", json_of_standard_errors(analyse::rating_odds(side), analyse::good_or_better(side))},
                 {"range", json_of(analyse::fit_range(side))},
                 {"change", {{"good_or_better", json_of_change(summary, side_index)}}},
                 {"effective_gain", json_of_gain(side)},
                 {"combined", trust.combined_given ? json_of_shares(analyse::combined_odds(side)) : Json()},
                 {"combined_estimator", trust.combined_given ? Json(analyse::combined_estimator_of(side)) : Json()},
                 {"quality", json_of_shares(side.quality)},
                 {"kloe", kloe},
                 {"migration", analyse::from_to(side, side_index, trials)},
                 {"expected_score", side.expected_score},
                 {"expected_score_change", side.expected_score_change},
                 {"expected_score_change_standard_error", side.expected_score_change_se},
                 {"ratings_by_month", ratings_by_month(side)},
                 {"rating_counts_by_month", by_month(side.rating_by_month)},
                 {"finance_score_counts_by_month", by_month(analyse::score_beside(side, 0))},
                 {"limiters", rates(header.limiters, side.limiter_fired, trials)},
                 {"characteristics", rates(header.characteristics, side.characteristic_held, trials)},
                 {"metrics", metric_values(header, side)}};
  for (std::size_t row = 0; row < header.more_beside.size(); ++row)
    result["scores_beside_counts_by_month"][header.more_beside[row]] = by_month(analyse::score_beside(side, row + 1));
  add_one_numbers(result, side, side_index);
  result["latent"] = json_of_latent(side.expected_score, header.cuts);
  return result;
}

void add_one_numbers(Json& object, const tally::SideSummary& summary, std::size_t side) {
  const auto add = [&](const std::string& name, const analyse::Estimate& value, const analyse::Estimate& change) {
    object[name] = value.value;
    object[name + "_standard_error"] = value.standard_error;
    object[name + "_change"] = change.value;
    object[name + "_change_standard_error"] = change.standard_error;
  };
  add("good_or_better", analyse::good_or_better(summary), analyse::good_or_better_change(summary, side));
  add("expected_rating", analyse::expected_rating(summary), analyse::expected_rating_change(summary, side));
}

Json json_of_latent(double latent, const std::array<double, 3>& cuts) {
  const analyse::LatentPlace place = analyse::place_of(latent, cuts);
  const bool known = std::isfinite(place.distance);
  return {
      {"mean", latent},
      {"cut", known ? Json(policy::rating_ids[static_cast<std::size_t>(place.cut - 1)]) : Json()},
      {"distance", place.distance},
      {"words", analyse::latent_words(latent, cuts)},
      {"cuts", {{policy::rating_ids[1], cuts[0]}, {policy::rating_ids[2], cuts[1]}, {policy::rating_ids[3], cuts[2]}}}};
}

}  // namespace uor::report
