#include "core/uor/report/sector_figures.hpp"

#include <cmath>

#include "core/uor/policy/policy.hpp"

namespace uor::report {

namespace {

HeldCount held_of(const run::Sector& sector, const run::SectorSide& side, std::size_t rating) {
  HeldCount held;
  held.spread = run::spread_of(side.count[rating]);
  held.standard_error = held.spread.sd / std::sqrt(static_cast<double>(sector.trials));
  held.spread_ratio = run::spread_ratio(side, rating);
  held.histogram = side.count[rating];
  return held;
}

std::array<double, 4> expected(const run::Counts4& counts, std::uint64_t trials) {
  std::array<double, 4> trusts{};
  for (std::size_t rating = 0; rating < 4; ++rating) trusts[rating] = run::expected_trusts(counts[rating], trials);
  return trusts;
}

void add_side(SectorFigures& figures, const run::Sector& sector, const run::SectorSide& side) {
  std::array<HeldCount, 4> held;
  std::array<std::array<double, 4>, 4> from_to{};
  for (std::size_t rating = 0; rating < 4; ++rating) {
    held[rating] = held_of(sector, side, rating);
    from_to[rating] = expected(side.migration[rating], sector.trials);
  }
  figures.held.push_back(std::move(held));
  figures.from_to.push_back(from_to);
  figures.by_type.emplace_back();
  for (const run::Counts4& type : side.by_type) figures.by_type.back().push_back(expected(type, sector.trials));
}

}  // namespace

SectorFigures figures_of_sector(const run::Sector& sector) {
  SectorFigures figures;
  figures.trusts = sector.trusts;
  figures.trials = sector.trials;
  figures.types = sector.types;
  figures.type_trusts = sector.type_trusts;
  for (const run::SectorSide& side : sector.sides) add_side(figures, sector, side);
  return figures;
}

std::vector<TrustRow> trust_rows(const run::Header& header, const std::vector<run::Summary>& summaries) {
  std::vector<TrustRow> rows;
  for (const run::Summary& summary : summaries) {
    const run::TrustInfo& trust = header.trusts[summary.trust];
    TrustRow row{trust.code, trust.name, trust.type, trust.metrics_reported, {}, {}, {}, {}};
    for (const run::SideSummary& side : summary.sides) {
      row.rating.push_back(analyse::probabilities(side, &run::SideCounts::rating));
      row.expected_score.push_back(side.expected_score);
      row.expected_change.push_back(analyse::expected_change(side));
      row.below_good.push_back(1 - analyse::at_least(side.rating, 3).value);
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

Json json_of(const SectorFigures& sector) {
  Json held = Json::array();
  for (const auto& side : sector.held) {
    Json ratings;
    for (std::size_t rating = 0; rating < 4; ++rating) ratings[policy::rating_ids[rating]] = json_of(side[rating]);
    held.push_back(std::move(ratings));
  }
  return {{"trusts", sector.trusts},   {"trials", sector.trials}, {"held", held},
          {"from_to", sector.from_to}, {"types", sector.types},   {"type_trusts", sector.type_trusts},
          {"by_type", sector.by_type}};
}

Json json_of(const TrustRow& row) {
  return {{"code", row.code},
          {"name", row.name},
          {"type", row.type},
          {"metrics_reported", row.metrics_reported},
          {"rating", json_list(row.rating)},
          {"expected_score", row.expected_score},
          {"expected_change", json_list(row.expected_change)},
          {"below_good", row.below_good}};
}

}  // namespace uor::report
