#include "core/uor/report/tables/sector.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

/// Programs find sides in the second column, as in tables of one trust.
Column no_trust() { return text("", 12).in_numbers(); }

Cell held_of(const HeldCount& held) {
  const tally::CountSpread& of = held.spread;
  return Spread{
      of.mean, of.quantiles.front(), of.quantiles[2], of.quantiles.back(), 1, held.standard_error, of.sd, true, true};
}

double widest(const Figures& run, std::size_t side) {
  double ratio = 0;
  for (const HeldCount& held : run.sector->held[side])
    if (std::isfinite(held.spread_ratio)) ratio = std::max(ratio, held.spread_ratio);
  return ratio;
}

/// With the digits that the screen has.
std::string common_spread_in_words(const Figures& run) {
  std::string with_scenario;
  const std::size_t last = run.sector->held.size() - 1;
  if (last > 0)
    with_scenario = fmt::format(" in the baseline, and up to {:.2f} times with \u201c{}\u201d", widest(run, last),
                                run.origin.side_titles[last]);
  return fmt::format(
      "Trusts share the luck of a year, so their ratings move together: the number of trusts with a rating "
      "varies up to {:.2f} times as much as if they were independent{}.",
      widest(run, 0), with_scenario);
}

}  // namespace

Table sector_counts(const Figures& run) {
  Table table{"counts",
              "Number of trusts with each rating: mean ± standard error (5 to 95 % of trials)",
              common_spread_in_words(run),
              {no_trust(), of_side(34)}};
  for (const char* rating : rating_names)
    table.columns.push_back(figures(rating, {{Part::value, rating, "", 15}, {Part::sd, "±", "sd", 9}}));
  for (std::size_t side = 0; side < run.sector->held.size(); ++side) {
    std::vector<Cell> cells = {std::monostate{}, run.origin.side_titles[side]};
    for (const HeldCount& held : run.sector->held[side]) cells.push_back(held_of(held));
    table.add(std::move(cells));
  }
  return table;
}

Table together(const Figures& run) {
  Table table{"together",
              "Of all trusts together, ± standard error; changes are paired trial by trial",
              "",
              {no_trust(), of_side(34), figures("Good or better, %", with_error("Good or better", "", "")),
               figures("Change in points", with_error("Change", "paired", "")),
               figures("Expected rating, 1 to 4", with_error("Expected rating", "1 to 4", "")),
               figures("Change", with_error("Change", "paired", ""))}};
  for (std::size_t side = 0; side < run.sector->odds.size(); ++side) {
    const analyse::SectorOdds& odds = run.sector->odds[side];
    table.add({std::monostate{}, run.origin.side_titles[side], share(odds.good_or_better),
               change_of_share(odds.good_or_better_change, side == 0), amount(odds.expected_rating, 3),
               change_of_rating(odds.expected_rating_change, side == 0)});
  }
  return table;
}

Table types(const Figures& run) {
  const SectorFigures& sector = *run.sector;
  Table table{"types", "Expected number of trusts by type", "", {text("Type"), of_side(), figures("Trusts")}};
  for (const char* rating : rating_names) table.columns.push_back(figures(rating));
  table.columns.push_back(figures("Good or better, %"));
  for (std::size_t type = 0; type < sector.types.size(); ++type)
    for (std::size_t side = 0; side < sector.by_type.size(); ++side) {
      const auto& held = sector.by_type[side][type];
      std::vector<Cell> cells = {sector.types[type], run.origin.side_titles[side], Count{sector.type_trusts[type]}};
      for (const double trusts : held) cells.emplace_back(Amount{trusts, 1});
      table.add(joined(cells, {Share{(held[2] + held[3]) / static_cast<double>(sector.type_trusts[type])}}));
    }
  return table;
}

Table regions(const Figures& run) {
  Table table{"regions",
              "Expected number of trusts by region and local partnership (STP)",
              "",
              {text("By"), text("Where"), of_side(), figures("Trusts")}};
  for (const char* rating : rating_names) table.columns.push_back(figures(rating));
  table.columns.push_back(figures("Good or better, %"));
  const auto add = [&](const char* by, const std::vector<SectorCut>& cuts) {
    for (const SectorCut& cut : cuts)
      for (std::size_t side = 0; side < cut.sides.size(); ++side) {
        std::vector<Cell> cells = {std::string(by), cut.name, run.origin.side_titles[side], Count{cut.trusts}};
        for (const double trusts : cut.sides[side]) cells.emplace_back(Amount{trusts, 1});
        table.add(joined(cells, {Share{cut.good_or_better(side)}}));
      }
  };
  add("Region", run.regions);
  add("STP", run.stps);
  return table;
}

}  // namespace uor::report::tables
