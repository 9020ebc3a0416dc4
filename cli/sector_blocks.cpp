#include "cli/sector_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/run/sector.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_sides = 5, shown_trusts = 10;

std::string mean_with_interval(const run::SectorSide& side, std::size_t rating) {
  const run::CountSpread spread = run::spread_of(side.count[rating]);
  const double ratio = run::spread_ratio(side, rating);
  return fmt::format("{:.1f} ({:.0f}-{:.0f})", spread.mean, spread.quantiles.front(), spread.quantiles.back()) +
         (std::isnan(ratio) ? std::string("     -") : fmt::format(" x{:.2f}", ratio));
}

std::string expected(const SectorView& view, std::uint64_t counted) {
  return fmt::format("{:.1f}", run::expected_trusts(counted, view.sector.trials));
}

/// What moved most first, or without variants what scores lowest.
std::vector<const run::Summary*> movers(const SectorView& view) {
  std::vector<const run::Summary*> order;
  for (const run::Summary& summary : view.summaries) order.push_back(&summary);
  const auto rank = [&](const run::Summary* trust) {
    const run::SideSummary& side = trust->sides[view.last()];
    return view.last() == 0 ? side.expected_score : -std::abs(side.expected_score_change);
  };
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
  order.resize(std::min(order.size(), shown_trusts));
  return order;
}

std::vector<std::string> mover_row(const SectorView& view, const run::Summary& trust) {
  const run::TrustInfo& info = view.header.trusts[trust.trust];
  const run::SideSummary &before = trust.sides[0], &after = trust.sides[view.last()];
  const auto low = [](const run::SideSummary& side) { return fmt::format("{:.1f}", 100 * below_good(side.rating)); };
  std::vector<std::string> cells = {info.code, shorten(info.name, 46)};
  if (view.last() == 0) {
    cells.insert(cells.end(), {low(after), fmt::format("{:.3f}", after.expected_score)});
  } else {
    cells.insert(cells.end(),
                 {low(before) + " -> " + low(after),
                  fmt::format("{:+.3f} ±{:.3f}", after.expected_score_change, after.expected_score_change_se)});
  }
  return cells;
}

}  // namespace

Lines counts_block(const SectorView& view) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({fmt::format("Of {} trusts", view.sector.trusts), "inadequate", "requires impr.", "good", "outstanding"});
  const std::size_t sides = view.header.sides.size();
  for (std::size_t side = 0; side < sides; ++side) {
    if (side > 0 && sides > shown_sides && side + shown_sides <= sides) continue;  // the baseline and the last ones
    std::vector<std::string> cells = {shorten(view.header.sides[side], 20)};
    for (std::size_t rating = 0; rating < 4; ++rating)
      cells.push_back(mean_with_interval(view.sector.sides[side], rating));
    table.row(std::move(cells));
  }
  return table.lines(view.style);
}

Lines sector_from_to_block(const SectorView& view) {
  if (view.last() == 0) return {};
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({"from \\ to", short_ratings[0], short_ratings[1], short_ratings[2], short_ratings[3]});
  for (std::size_t from = 0; from < 4; ++from) {
    std::vector<std::string> cells = {short_ratings[from]};
    for (std::size_t to = 0; to < 4; ++to) {
      const std::uint64_t counted = view.sector.sides[view.last()].migration[from][to];
      const std::string text = expected(view, counted);
      cells.push_back(from == to || counted == 0 ? text : to > from ? view.style.better(text) : view.style.worse(text));
    }
    table.row(std::move(cells));
  }
  return table.lines(view.style);
}

Lines types_block(const SectorView& view) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({"by type", short_ratings[0], short_ratings[1], short_ratings[2], short_ratings[3]});
  const run::SectorSide& side = view.sector.sides[view.last()];
  for (std::size_t type = 0; type < view.sector.types.size(); ++type) {
    std::vector<std::string> cells = {
        fmt::format("{} ({})", shorten(view.sector.types[type], 14), view.sector.type_trusts[type])};
    for (const std::uint64_t counted : side.by_type[type]) cells.push_back(expected(view, counted));
    table.row(std::move(cells));
  }
  return table.lines(view.style);
}

Lines trust_movers_block(const SectorView& view) {
  TextTable table({Align::left, Align::left, Align::right, Align::right}, "");
  if (view.last() == 0) {
    table.head({"Lowest", "", "below good, %", "expected score"});
  } else {
    table.head({"Moved", "most", "below good, %", "change of expected score"});
  }
  for (const run::Summary* trust : movers(view)) table.row(mover_row(view, *trust));
  return table.lines(view.style);
}

}  // namespace uor::cli
