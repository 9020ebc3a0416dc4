// The blocks of one variant against the baseline: from-to table, KLOEs, metrics that moved.
#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/analyse/movers.hpp"
#include "core/uor/report/kloes.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t most_moved_metrics = 6;

std::optional<std::size_t> summarised_index(const model::Header& header, const std::string& id) {
  for (std::size_t i = 0; i < header.summarised.size(); ++i)
    if (header.summarised[i].id == id) return i;
  return std::nullopt;
}

Lines kloe_lines(const TrustView& view, const std::vector<policy::Kloe>& rows, std::size_t side) {
  TextTable table({Align::left, Align::right, Align::right}, "");
  table.head({"KLOE", "mean score", "below good, %"});
  for (std::size_t i = 0; i < view.header.kloes.size(); ++i) {
    const std::string& kloe = view.header.kloes[i];
    const auto index = summarised_index(view.header, kloe + ".score");
    const auto mean = [&](std::size_t which) {
      return index ? fmt::format("{:.2f}", view.side(which).moments[*index * view.months() + view.assessment()].mean)
                   : "";
    };
    const auto low = [&](std::size_t which) {
      return fmt::format("{:.1f}", 100 * below_good(view.side(which).kloe[i]));
    };
    const bool alone = side == 0;
    table.row({shorten(report::short_kloe_title(view.header, rows, kloe), 26),
               alone ? mean(0) : mean(0) + " -> " + mean(side), alone ? low(0) : low(0) + " -> " + low(side)});
  }
  return table.lines(view.style);
}

}  // namespace

std::string verdict(int better, const Style& style) {
  if (better == 0) return "";
  return better > 0 ? style.better("better") : style.worse("worse");
}

Lines from_to_block(const std::string& corner, const analyse::FromTo& pairs, const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  const auto name = [&](const char* word, std::size_t rating) {
    return (style.plain() ? word : "") + std::string(short_ratings[rating]);
  };
  table.head({corner, name("to ", 0), name("to ", 1), name("to ", 2), name("to ", 3)});
  for (std::size_t from = 0; from < 4; ++from) {
    std::vector<std::string> cells = {name("from ", from)};
    for (std::size_t to = 0; to < 4; ++to) {
      const auto trials = static_cast<std::uint64_t>(std::llround(pairs[from][to]));  // of expected ones
      const std::string count = grouped(trials);
      const bool moved = from != to && trials > 0;
      cells.push_back(!moved ? count : to > from ? style.better(count) : style.worse(count));
    }
    table.row(std::move(cells));
  }
  return table.lines(style);
}

Lines movement_block(const TrustView& view, const std::vector<policy::Kloe>& rows, std::size_t side) {
  if (side == 0) return kloe_lines(view, rows, side);
  return side_by_side(
      from_to_block("from \\ to, trials", analyse::from_to(view.side(side), side, view.summary.trials), view.style),
      kloe_lines(view, rows, side), 4, view.style);
}

Lines metrics_block(const TrustView& view, std::size_t side) {
  const auto movers = analyse::biggest_movers(view.header, view.summary, side, most_moved_metrics);
  if (movers.empty()) return {"No metric moved."};
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left}, "");
  table.head({"Metrics that moved most, mean", "baseline", "scenario", "change", ""});
  for (const analyse::Mover& mover : movers) {
    const Quantity& quantity = view.header.summarised[mover.quantity];
    const double after = view.side(side).moments[mover.quantity * view.months() + view.assessment()].mean;
    table.row({shorten(quantity.title + ", " + quantity.unit, 48), figure(mover.baseline_mean), figure(after),
               change_text(mover.change.value, mover.change.standard_error), verdict(mover.better, view.style)});
  }
  return table.lines(view.style);
}

}  // namespace uor::cli
