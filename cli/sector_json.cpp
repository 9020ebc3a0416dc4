#include "cli/sector_json.hpp"

#include <fmt/format.h>

#include "core/uor/policy/policy.hpp"
#include "core/uor/run/sector.hpp"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::array<std::size_t, 4> best_first = {3, 2, 1, 0};

Json rating_of(const run::SectorSide& side, std::size_t rating) {
  const run::CountSpread spread = run::spread_of(side.count[rating]);
  Json quantiles;
  for (std::size_t i = 0; i < spread.quantiles.size(); ++i)
    quantiles[fmt::format("{}", run::quantile_levels[i])] = spread.quantiles[i];
  return {{"mean", spread.mean},
          {"mean_standard_error", side.mean_se[rating]},
          {"sd", spread.sd},
          {"quantiles", quantiles},
          {"independent_sd", side.independent_sd[rating]},
          {"spread_ratio", run::spread_ratio(side, rating)},
          {"histogram", side.count[rating]}};
}

Json from_to_of(const run::Sector& sector, const run::SectorSide& side) {
  Json rows = Json::array();
  for (const run::Counts4& from : side.migration) {
    Json row = Json::array();
    for (const std::uint64_t count : from) row.push_back(run::expected_trusts(count, sector.trials));
    rows.push_back(row);
  }
  return rows;
}

Json types_of(const run::Sector& sector, const run::SectorSide& side) {
  Json types = Json::object();
  for (std::size_t type = 0; type < sector.types.size(); ++type)
    for (const std::size_t rating : best_first)
      types[sector.types[type]][policy::rating_ids[rating]] =
          run::expected_trusts(side.by_type[type][rating], sector.trials);
  return types;
}

}  // namespace

Json json_of_sector(const run::Header& header, const run::Sector& sector) {
  Json types = Json::object(), sides = Json::array();
  for (std::size_t type = 0; type < sector.types.size(); ++type) types[sector.types[type]] = sector.type_trusts[type];
  for (std::size_t s = 0; s < sector.sides.size(); ++s) {
    const run::SectorSide& side = sector.sides[s];
    Json ratings;
    for (const std::size_t rating : best_first) ratings[policy::rating_ids[rating]] = rating_of(side, rating);
    sides.push_back({{"scenario", header.sides[s]},
                     {"ratings", ratings},
                     {"from_to", from_to_of(sector, side)},
                     {"by_type", types_of(sector, side)}});
  }
  return {{"trusts", sector.trusts}, {"types", types}, {"sides", sides}};
}

}  // namespace uor::cli
