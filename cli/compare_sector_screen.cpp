// Two sides of many trusts on a screen.
#include <fmt/format.h>

#include <algorithm>

#include "cli/compare_blocks.hpp"
#include "cli/compare_screen.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "cli/trust_warnings.hpp"
#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/base/decimals.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_changed_trusts = 10;

bool lost(const analyse::Comparison& trust) {
  return analyse::within_two_errors({trust.ratings.good_or_better.change, trust.ratings.good_or_better.standard_error});
}

Lines counts_of(const analyse::SectorComparison& sector, const std::string& from, const std::string& to,
                const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({fmt::format("Of {} trusts, mean", sector.trusts), "inadequate", "requires impr.", "good", "outstanding"});
  std::vector<std::string> before = {shorten(from, 26)}, after = {shorten(to, 26)}, change = {"change, paired"},
                           unpaired = {"  error if unpaired"};
  for (const analyse::CountChange& rating : sector.ratings) {
    before.push_back(fmt::format("{:.2f}", rating.trusts.from));
    after.push_back(fmt::format("{:.2f}", rating.trusts.to));
    change.push_back(fmt::format("{} {}", signed_decimals(rating.trusts.change, 2),
                                 error_text(fmt::format("{:.2f}", rating.trusts.standard_error), rating.trusts.basis)));
    unpaired.push_back(fmt::format("±{:.2f}", rating.independent_error));
  }
  for (auto* row : {&before, &after, &change, &unpaired}) table.row(std::move(*row));
  return table.lines(style);
}

Lines expected_from_to(const analyse::SectorComparison& sector, const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({"from \\ to, trusts", short_ratings[0], short_ratings[1], short_ratings[2], short_ratings[3]});
  for (std::size_t from = 0; from < 4; ++from) {
    std::vector<std::string> cells = {short_ratings[from]};
    for (std::size_t to = 0; to < 4; ++to) {
      const double trusts = sector.pairs[from][to];
      const std::string text = fmt::format("{:.2f}", trusts);
      cells.push_back(from == to || trusts == 0 ? text : to > from ? style.better(text) : style.worse(text));
    }
    table.row(std::move(cells));
  }
  return table.lines(style);
}

Lines together_of(const analyse::SectorComparison& sector, const std::string& from, const std::string& to,
                  const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right}, "");
  table.head({"Of all trusts together", shorten(from, 20), shorten(to, 20), "change, paired"});
  const analyse::Change &odds = sector.good_or_better, &rating = sector.expected_rating;
  table.row({"good or better, %", percent(odds.from, sector.trials), percent(odds.to, sector.trials),
             share_change({odds.change, odds.standard_error}, sector.trials)});
  table.row({"expected rating, 1 to 4", fmt::format("{:.3f}", rating.from), fmt::format("{:.3f}", rating.to),
             change_text(rating.change, rating.standard_error, 3)});
  return table.lines(style);
}

Lines movers_of(const model::Header& header, const std::vector<analyse::Comparison>& trusts, const Style& style) {
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right}, "");
  table.head({"Moved most", "", "good or better, %", "change, paired", "expected rating"});
  std::vector<std::size_t> order = moved_most(header, trusts);
  order.resize(std::min(order.size(), shown_changed_trusts));
  for (const std::size_t i : order) {
    const analyse::Change &odds = trusts[i].ratings.good_or_better, &rating = trusts[i].ratings.mean_rating;
    const std::uint64_t trials = trusts[i].trials;
    table.row({header.trusts[i].code, marked_name(header.trusts[i], 36),
               percent(odds.from, trials) + " -> " + percent(odds.to, trials),
               share_change({odds.change, odds.standard_error}, trials) + (lost(trusts[i]) ? " *" : "  "),
               fmt::format("{:.2f} -> {:.2f}", rating.from, rating.to)});
  }
  Lines lines = table.lines(style);
  const auto among = std::count_if(trusts.begin(), trusts.end(), lost);
  if (among > 0)
    lines.push_back(style.faint(
        fmt::format("* within two standard errors of its own; so are {} of {} trusts.", among, trusts.size())));
  for (std::string& line : warnings_block(header, order, style)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace

std::vector<std::size_t> moved_most(const model::Header& header, const std::vector<analyse::Comparison>& trusts) {
  std::vector<analyse::Ranked> ranked;
  for (std::size_t i = 0; i < trusts.size(); ++i)
    ranked.push_back({trusts[i].ratings.good_or_better.change, header.trusts[i].name, header.trusts[i].code});
  return analyse::by_size(ranked);
}

void print_sector_comparison(const ask::ComparedSides& compared, std::size_t to, const ask::ComparedTrusts& trusts,
                             const Style& style) {
  const ask::ComparedSide &from = compared.sides[0], &after = compared.sides[to];
  fmt::print("{}\n", style.bold(fmt::format("{} -> {}", from.label, after.label)));
  print(counts_of(trusts.sector, from.label, after.label, style));
  fmt::print("\n");
  print(together_of(trusts.sector, from.label, after.label, style));
  fmt::print("\n");
  print(expected_from_to(trusts.sector, style));
  fmt::print("\n");
  print(movers_of(from.header(), trusts.trusts, style));
  fmt::print("One trust in full: --trust CODE. All: --csv, --json.\n\n");
}

}  // namespace uor::cli
