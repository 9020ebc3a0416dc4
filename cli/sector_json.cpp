#include "cli/sector_json.hpp"

#include <fmt/format.h>

#include "cli/result_json.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/fit_range.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/odds.hpp"
#include "core/uor/report/sector_cuts.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

/// Whole numbers where trials are counted.
Json expected_trials(const std::vector<double>& shares, std::uint64_t trials) {
  Json list = Json::array();
  for (const double share : shares) list.push_back(share * static_cast<double>(trials));
  return list;
}

Json rating_of(const tally::SectorSide& side, std::size_t rating, std::uint64_t trials) {
  const tally::CountSpread spread = tally::spread_of(side, rating);
  Json quantiles;
  for (std::size_t i = 0; i < spread.quantiles.size(); ++i)
    quantiles[fmt::format("{}", tally::quantile_levels[i])] = spread.quantiles[i];
  return {{"mean", spread.mean},
          {"mean_standard_error", side.mean_se[rating]},
          {"sd", spread.sd},
          {"quantiles", quantiles},
          {"independent_sd", side.independent_sd[rating]},
          {"spread_ratio", tally::spread_ratio(side, rating)},
          {"histogram", expected_trials(side.held[rating], trials)}};
}

Json types_of(const tally::Sector& sector, std::size_t s) {
  const tally::SectorSide& side = sector.sides[s];
  Json types = Json::object();
  for (std::size_t type = 0; type < sector.types.size(); ++type)
    for (const std::size_t rating : report::best_first)
      types[sector.types[type]][policy::rating_ids[rating]] = side.by_type[type][rating];
  for (std::size_t type = 0; type < sector.types.size(); ++type)
    types[sector.types[type]]["good_or_better"] = analyse::good_or_better_of_type(sector, s, type);
  return types;
}

Json moved_most_of(const model::Header& header, const std::vector<tally::Summary>& summaries, std::size_t side) {
  Json list = Json::array();
  for (const std::size_t at : analyse::order_of_trusts(header, summaries, side)) {
    const model::TrustInfo& trust = header.trusts[summaries[at].trust];
    const tally::SideSummary& of = summaries[at].sides[side];
    Json row = {{"trust", trust.code}, {"name", trust.name}, {"type", trust.type}, {"rank", list.size() + 1}};
    report::add_one_numbers(row, of, side);
    row["warnings"] = trust.warnings;
    row["within_two_errors"] = analyse::within_two_errors(analyse::good_or_better_change(of, side));
    list.push_back(std::move(row));
  }
  return list;
}

void add_all_together(Json& object, const analyse::SectorOdds& odds) {
  const auto add = [&](const std::string& name, const analyse::Estimate& value, const analyse::Estimate& change) {
    object[name] = value.value;
    object[name + "_standard_error"] = value.standard_error;
    object[name + "_change"] = change.value;
    object[name + "_change_standard_error"] = change.standard_error;
  };
  add("good_or_better", odds.good_or_better, odds.good_or_better_change);
  add("expected_rating", odds.expected_rating, odds.expected_rating_change);
}

}  // namespace

Json json_of_sector(const model::Header& header, const std::vector<tally::Summary>& summaries,
                    const tally::Sector& sector) {
  Json types = Json::object(), sides = Json::array();
  for (std::size_t type = 0; type < sector.types.size(); ++type) types[sector.types[type]] = sector.type_trusts[type];
  for (std::size_t s = 0; s < sector.sides.size(); ++s) {
    const tally::SectorSide& side = sector.sides[s];
    Json ratings;
    for (const std::size_t rating : report::best_first)
      ratings[policy::rating_ids[rating]] = rating_of(side, rating, sector.trials);
    Json object = {{"scenario", header.sides[s]}};
    add_all_together(object, analyse::sector_odds(sector, s));
    object["range"] = {{"good_or_better", report::json_of(analyse::fit_range_of_all(summaries, s))},
                       {"good_or_better_change", report::json_of(analyse::fit_range_of_all_changes(summaries, s))}};
    object["ratings"] = ratings;
    object["from_to"] = side.from_to;
    object["by_type"] = types_of(sector, s);
    object["moved_most"] = moved_most_of(header, summaries, s);
    sides.push_back(std::move(object));
  }
  const std::vector<report::TrustRow> rows = report::trust_rows(header, summaries);
  return {{"trusts", sector.trusts},
          {"types", types},
          {"sides", sides},
          {"regions", report::json_list(report::cuts_of(rows, &report::TrustRow::region))},
          {"stps", report::json_list(report::cuts_of(rows, &report::TrustRow::stp))}};
}

}  // namespace uor::cli
