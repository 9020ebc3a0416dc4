#include "cli/sector_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "cli/trust_warnings.hpp"
#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/fit_range.hpp"
#include "core/uor/report/sector_cuts.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_sides = 5, shown_trusts = 5;

std::string mean_with_interval(const tally::SectorSide& side, std::size_t rating) {
  const tally::CountSpread spread = tally::spread_of(side, rating);
  const double ratio = tally::spread_ratio(side, rating);
  return fmt::format("{:.1f} ({:.0f}-{:.0f})", spread.mean, spread.quantiles.front(), spread.quantiles.back()) +
         (std::isnan(ratio) ? std::string("     -") : fmt::format(" x{:.2f}", ratio));
}

std::string expected(double trusts) { return fmt::format("{:.1f}", trusts); }

/// What moved most first, or without variants the lowest odds.
std::vector<const tally::Summary*> movers(const SectorView& view) {
  std::vector<const tally::Summary*> order;
  for (const std::size_t at : analyse::order_of_trusts(view.header, view.summaries, view.last()))
    order.push_back(&view.summaries[at]);
  order.resize(std::min(order.size(), shown_trusts));
  return order;
}

std::vector<std::string> mover_row(const SectorView& view, const tally::Summary& trust) {
  const model::TrustInfo& info = view.header.trusts[trust.trust];
  const tally::SideSummary &before = trust.sides[0], &after = trust.sides[view.last()];
  const auto odds = [&](const tally::SideSummary& side) {
    return percent(analyse::good_or_better(side).value, trust.trials);
  };
  const std::string rating = fmt::format("{:.2f}", analyse::expected_rating(after).value);
  if (view.last() == 0) return {info.code, marked_name(info, 46), odds(after), "", rating};
  const analyse::Estimate change = analyse::good_or_better_change(after, view.last());
  const std::string text = share_change(change, trust.trials);
  const bool lost = analyse::within_two_errors(change);
  return {info.code, marked_name(info, 38), odds(before) + " -> " + odds(after),
          lost ? text + " *" : (change.value > 0 ? view.style.better(text) : view.style.worse(text)) + "  ", rating};
}

/// Of many sides the baseline and the last ones, or all that were asked for.
std::vector<std::size_t> shown_of(const SectorView& view) {
  const std::size_t sides = view.header.sides.size();
  std::vector<std::size_t> shown = {0};
  const std::size_t first = view.all_levels || sides <= shown_sides ? 1 : sides - (shown_sides - 1);
  for (std::size_t side = first; side < sides; ++side) shown.push_back(side);
  return shown;
}

}  // namespace

Lines counts_block(const SectorView& view) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({fmt::format("Of {} trusts", view.sector.trusts), "inadequate", "requires impr.", "good", "outstanding"});
  const std::vector<std::size_t> shown = shown_of(view);
  for (const std::size_t side : shown) {
    std::vector<std::string> cells = {shorten(view.header.sides[side], 20)};
    for (std::size_t rating = 0; rating < 4; ++rating)
      cells.push_back(mean_with_interval(view.sector.sides[side], rating));
    table.row(std::move(cells));
  }
  Lines lines = table.lines(view.style);
  if (const std::size_t more = view.header.sides.size() - shown.size(); more > 0)
    lines.push_back(fmt::format("... {} more {}: --all-levels shows them here, the file and its report have them all",
                                more, more == 1 ? "level" : "levels"));
  return lines;
}

Lines sector_odds_block(const SectorView& view) {
  const bool ranged = analyse::fit_range_of_all(view.summaries, 0).has_value();
  TextTable table(first_left(ranged ? 7 : 5), "");
  std::vector<std::string> head = {"Of all trusts together", "good or better, %", "change", "expected rating",
                                   "change"};
  if (ranged) head = {"Of all trusts together", "good +, %", "with fit", "change", "with fit", "exp. rating", "change"};
  table.head(head);
  const std::uint64_t trials = view.sector.trials;
  for (const std::size_t side : shown_of(view)) {
    const analyse::SectorOdds odds = analyse::sector_odds(view.sector, side);
    const analyse::Estimate &good = odds.good_or_better, &mean = odds.expected_rating;
    std::vector<std::string> cells = {
        shorten(view.header.sides[side], 22),
        fmt::format("{} ±{}", percent(good.value, trials), percent_error(good.standard_error, trials))};
    if (ranged) cells.push_back(analyse::percent_range(*analyse::fit_range_of_all(view.summaries, side)));
    cells.push_back(side == 0 ? "" : share_change(odds.good_or_better_change, trials));
    if (ranged)
      cells.push_back(side == 0 ? "" : analyse::points_range(*analyse::fit_range_of_all_changes(view.summaries, side)));
    cells.push_back(fmt::format("{:.3f} ±{}", mean.value, analyse::error_figure(mean.standard_error, 3)));
    const analyse::Estimate& change = odds.expected_rating_change;
    cells.push_back(side == 0 ? "" : change_text(change.value, change.standard_error, 3));
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
      const double trusts = view.sector.sides[view.last()].from_to[from][to];
      const std::string text = expected(trusts);
      cells.push_back(from == to || trusts == 0 ? text : to > from ? view.style.better(text) : view.style.worse(text));
    }
    table.row(std::move(cells));
  }
  return table.lines(view.style);
}

Lines types_block(const SectorView& view) {
  const std::size_t last = view.last();
  std::vector<Align> aligns(last == 0 ? 6 : 3, Align::right);
  aligns[0] = Align::left;
  TextTable table(aligns, "");
  const auto odds = [&](std::size_t side, std::size_t type) {
    return fmt::format("{:.1f}", 100 * analyse::good_or_better_of_type(view.sector, side, type));
  };
  if (last == 0) {
    table.head({"by type", short_ratings[0], short_ratings[1], short_ratings[2], short_ratings[3], "good +, %"});
  } else {
    table.head({"good or better, %", "baseline", shorten(view.header.sides[last], 12)});
  }
  for (std::size_t type = 0; type < view.sector.types.size(); ++type) {
    std::vector<std::string> cells = {
        fmt::format("{} ({})", shorten(view.sector.types[type], 14), view.sector.type_trusts[type])};
    if (last == 0) {
      for (const double trusts : view.sector.sides[0].by_type[type]) cells.push_back(expected(trusts));
    }
    cells.push_back(odds(0, type));
    if (last > 0) cells.push_back(odds(last, type));
    table.row(std::move(cells));
  }
  return table.lines(view.style);
}

Lines regions_block(const SectorView& view) {
  const std::vector<report::TrustRow> rows = report::trust_rows(view.header, view.summaries);
  std::vector<report::SectorCut> cuts = report::cuts_of(rows, &report::TrustRow::region);
  const bool by_region = !cuts.empty();
  if (!by_region) cuts = report::cuts_of(rows, &report::TrustRow::stp);
  if (cuts.empty()) return {};
  std::string text;
  for (const report::SectorCut& cut : cuts)
    text += fmt::format("{}{} ({}) {:.1f}", text.empty() ? "" : ", ", cut.name, cut.trusts,
                        100 * cut.good_or_better(view.last()));
  return wrap(by_region ? "Good or better by region, %: " : "Good or better by STP, %: ", text, 2);
}

Lines trust_movers_block(const SectorView& view) {
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right}, "");
  if (view.last() == 0) {
    table.head({"Lowest", "", "good or better, %", "", "expected rating"});
  } else {
    table.head({"Moved most", "", "good or better, %", "change  ", "expected rating"});
  }
  for (const tally::Summary* trust : movers(view)) table.row(mover_row(view, *trust));
  Lines lines = table.lines(view.style);
  std::string below = "Each trust's odds: uor inspect RESULT --trusts";
  std::size_t lost = 0;
  for (const tally::Summary& trust : view.summaries)
    lost += analyse::within_two_errors(analyse::good_or_better_change(trust.sides[view.last()], view.last())) ? 1 : 0;
  if (view.last() > 0 && lost > 0)
    below += fmt::format(". * within two of its own errors: {} of {} trusts", lost, view.summaries.size());
  lines.push_back(below);
  for (std::string& line : warnings_block(view.header, {}, view.style)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace uor::cli
