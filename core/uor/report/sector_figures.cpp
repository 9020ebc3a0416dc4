#include "core/uor/report/sector_figures.hpp"

#include <cmath>

#include "core/uor/policy/policy.hpp"

namespace uor::report {

namespace {

HeldCount held_of(const tally::Sector& sector, const tally::SectorSide& side, std::size_t rating) {
  HeldCount held;
  held.spread = tally::spread_of(side, rating);
  held.standard_error = side.mean_se[rating];
  held.spread_ratio = tally::spread_ratio(side, rating);
  for (const double share : side.held[rating]) held.histogram.push_back(share * static_cast<double>(sector.trials));
  return held;
}

void add_side(SectorFigures& figures, const tally::Sector& sector, const tally::SectorSide& side) {
  std::array<HeldCount, 4> held;
  for (std::size_t rating = 0; rating < 4; ++rating) held[rating] = held_of(sector, side, rating);
  figures.held.push_back(std::move(held));
  figures.from_to.push_back(side.from_to);
  figures.by_type.push_back(side.by_type);
}

}  // namespace

SectorFigures figures_of_sector(const tally::Sector& sector) {
  SectorFigures figures;
  figures.trusts = sector.trusts;
  figures.trials = sector.trials;
  figures.types = sector.types;
  figures.type_trusts = sector.type_trusts;
  for (const tally::SectorSide& side : sector.sides) add_side(figures, sector, side);
  for (std::size_t side = 0; side < sector.sides.size(); ++side)
    figures.odds.push_back(analyse::sector_odds(sector, side));
  return figures;
}

std::vector<std::size_t> order_of_rows(const std::vector<TrustRow>& rows, std::size_t side) {
  std::vector<analyse::Ranked> ranked;
  for (const TrustRow& row : rows) {
    const auto& key = side == 0 ? row.good_or_better : row.good_or_better_change;
    ranked.push_back({key[side].value, row.name, row.code});
  }
  return side == 0 ? analyse::lowest_first(ranked) : analyse::by_size(ranked);
}

std::vector<TrustRow> trust_rows(const model::Header& header, const std::vector<tally::Summary>& summaries) {
  std::vector<TrustRow> rows;
  for (const std::size_t at : analyse::order_of_trusts(header, summaries, header.sides.size() - 1)) {
    const tally::Summary& summary = summaries[at];
    const model::TrustInfo& trust = header.trusts[summary.trust];
    TrustRow row = row_about(trust);
    for (std::size_t side = 0; side < summary.sides.size(); ++side) {
      const tally::SideSummary& of = summary.sides[side];
      row.rating.push_back(analyse::rating_odds(of));
      row.good_or_better.push_back(analyse::good_or_better(of));
      row.good_or_better_change.push_back(analyse::good_or_better_change(of, side));
      row.expected_rating.push_back(analyse::expected_rating(of));
      row.expected_score.push_back(of.expected_score);
      row.expected_change.push_back(analyse::expected_change(of));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Json json_of(const HeldCount& held) {
  return {
      {"mean", held.spread.mean},        {"standard_error", held.standard_error}, {"sd", held.spread.sd},
      {"p5", held.spread.quantiles[0]},  {"p25", held.spread.quantiles[1]},       {"p50", held.spread.quantiles[2]},
      {"p75", held.spread.quantiles[3]}, {"p95", held.spread.quantiles[4]},       {"spread_ratio", held.spread_ratio},
      {"histogram", held.histogram}};
}

namespace {

Json json_of_odds(const analyse::SectorOdds& odds) {
  return {{"good_or_better", json_of(odds.good_or_better)},
          {"good_or_better_change", json_of(odds.good_or_better_change)},
          {"expected_rating", json_of(odds.expected_rating)},
          {"expected_rating_change", json_of(odds.expected_rating_change)}};
}

Json all_together(const SectorFigures& sector) {
  Json list = Json::array();
  for (const analyse::SectorOdds& odds : sector.odds) list.push_back(json_of_odds(odds));
  return list;
}

}  // namespace

Json json_of(const SectorFigures& sector) {
  Json held = Json::array();
  for (const auto& side : sector.held) {
    Json ratings;
    for (std::size_t rating = 0; rating < 4; ++rating) ratings[policy::rating_ids[rating]] = json_of(side[rating]);
    held.push_back(std::move(ratings));
  }
  return {{"trusts", sector.trusts},   {"trials", sector.trials},     {"held", held},
          {"from_to", sector.from_to}, {"types", sector.types},       {"type_trusts", sector.type_trusts},
          {"by_type", sector.by_type}, {"odds", all_together(sector)}};
}

Json json_of(const TrustRow& row) {
  Json below_good = Json::array(), lost = Json::array();
  for (const analyse::Estimate& odds : row.good_or_better) below_good.push_back(1 - odds.value);
  for (const analyse::Estimate& change : row.good_or_better_change) lost.push_back(analyse::within_two_errors(change));
  return {{"code", row.code},
          {"name", row.name},
          {"type", row.type},
          {"region", row.region},
          {"stp", row.stp},
          {"metrics_reported", row.metrics_reported},
          {"rating", json_list(row.rating)},
          {"in_scope", row.in_scope},
          {"warnings", row.warnings},
          {"good_or_better", json_list(row.good_or_better)},
          {"good_or_better_change", json_list(row.good_or_better_change)},
          {"within_two_errors", lost},
          {"expected_rating", json_list(row.expected_rating)},
          {"expected_score", row.expected_score},
          {"expected_change", json_list(row.expected_change)},
          {"below_good", below_good}};
}

}  // namespace uor::report
