// Two sides of many trusts on a screen.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/compare_blocks.hpp"
#include "cli/compare_screen.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/run/sector.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_trusts = 10;

Lines counts_of(const analyse::SectorComparison& sector, const std::string& from, const std::string& to,
                const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({fmt::format("Of {} trusts, mean", sector.trusts), "inadequate", "requires impr.", "good", "outstanding"});
  std::vector<std::string> before = {shorten(from, 26)}, after = {shorten(to, 26)}, change = {"change, paired"},
                           unpaired = {"  error if unpaired"};
  for (const analyse::CountChange& rating : sector.ratings) {
    before.push_back(fmt::format("{:.2f}", rating.trusts.from));
    after.push_back(fmt::format("{:.2f}", rating.trusts.to));
    change.push_back(fmt::format("{:+.2f} ±{:.2f}", rating.trusts.change, rating.trusts.standard_error));
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
      const std::uint64_t counted = sector.pairs[from][to];
      const std::string text = fmt::format("{:.2f}", run::expected_trusts(counted, sector.trials));
      cells.push_back(from == to || counted == 0 ? text : to > from ? style.better(text) : style.worse(text));
    }
    table.row(std::move(cells));
  }
  return table.lines(style);
}

/// Positions of the trusts whose expected score moved most, those first.
std::vector<std::size_t> movers(const std::vector<analyse::Comparison>& trusts) {
  std::vector<std::size_t> order(trusts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(trusts[a].expected_score.change) > std::abs(trusts[b].expected_score.change);
  });
  order.resize(std::min(order.size(), shown_trusts));
  return order;
}

Lines movers_of(const run::Header& header, const std::vector<analyse::Comparison>& trusts, const Style& style) {
  constexpr int good = 3;
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right}, "");
  table.head({"Moved", "most", "below good, %", "change, paired", "expected score"});
  for (const std::size_t i : movers(trusts)) {
    const analyse::Comparison& trust = trusts[i];
    const auto low = [](const run::Counts4& counts) { return fmt::format("{:.1f}", 100 * below_good(counts)); };
    const analyse::Estimate rise = analyse::change_at_least(trust.rating, good);
    table.row({header.trusts[i].code, shorten(header.trusts[i].name, 36),
               low(analyse::counts_before(trust.rating)) + " -> " + low(analyse::counts_after(trust.rating)),
               fmt::format("{:+.1f} ±{:.1f}", 0.0 - 100 * rise.value, 100 * rise.standard_error),
               fmt::format("{:+.3f} ", trust.expected_score.change) +
                   error_text(fmt::format("{:.3f}", trust.expected_score.standard_error), trust.expected_score.basis)});
  }
  return table.lines(style);
}

}  // namespace

void print_sector_comparison(const ComparedSides& compared, std::size_t to, const ComparedTrusts& trusts,
                             const Style& style) {
  const ComparedSide &from = compared.sides[0], &after = compared.sides[to];
  fmt::print("{}\n", style.bold(fmt::format("{} -> {}", from.label, after.label)));
  print(counts_of(trusts.sector, from.label, after.label, style));
  fmt::print("\n");
  print(expected_from_to(trusts.sector, style));
  fmt::print("\n");
  print(movers_of(from.header(), trusts.trusts, style));
  fmt::print("One trust in full: --trust CODE. All: --csv, --json.\n\n");
}

}  // namespace uor::cli
