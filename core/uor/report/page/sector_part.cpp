#include <fmt/format.h>

#include <cmath>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

std::string tenth(double value) { return fmt::format("{:.1f}", value); }

std::string held_cell(const HeldCount& held) {
  return fmt::format("{:.1f} ± {} ({:.0f} to {:.0f})", held.spread.mean, analyse::error_figure(held.standard_error, 1),
                     held.spread.quantiles.front(), held.spread.quantiles.back());
}

std::string counts_table(const Figures& run) {
  Table table("Number of trusts with each rating: mean ± standard error (5 to 95 % of trials)");
  table.head({"Side", "Inadequate", "Requires improvement", "Good", "Outstanding"}).with("data-counts");
  for (std::size_t side = 0; side < run.sector->held.size(); ++side) {
    std::vector<std::string> cells = {run.origin.side_titles[side]};
    for (const HeldCount& held : run.sector->held[side]) cells.push_back(held_cell(held));
    table.row(cells);
  }
  return table.html();
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

std::string together_table(const Figures& run) {
  Table table("Of all trusts together, ± standard error; changes are paired trial by trial");
  table.head({"Side", "Good or better, %", "Change in points", "Expected rating, 1 to 4", "Change"})
      .with("data-together");
  for (std::size_t side = 0; side < run.sector->odds.size(); ++side) {
    const analyse::SectorOdds& odds = run.sector->odds[side];
    const analyse::Estimate &good = odds.good_or_better, &rating = odds.expected_rating;
    table.row({run.origin.side_titles[side],
               fmt::format("{:.1f} ± {}", 100 * good.value, analyse::error_figure(100 * good.standard_error, 1)),
               side == 0 ? "\u2013" : points_with_error(odds.good_or_better_change),
               fmt::format("{:.3f} ± {}", rating.value, analyse::error_figure(rating.standard_error, 3)),
               side == 0 ? "\u2013" : rating_change_with_error(odds.expected_rating_change)});
  }
  return table.html();
}

std::string histograms() {
  std::string html = "<div class=\"two\">";
  for (std::size_t grade = 0; grade < 4; ++grade) {
    const std::string name = rating_name(static_cast<int>(grade) + 1);
    html += chart_html(
        {"sector-counts", "",
         "Distribution over trials of the number of trusts rated " + name + "; the table above has mean and range", "",
         "", policy::rating_ids[grade], "medium"});
  }
  return html + "</div>";
}

std::string from_to_table(const Figures& run, std::size_t side) {
  Table table(fmt::format("From the baseline's rating (rows) to that of \u201c{}\u201d (columns): expected trusts",
                          run.origin.side_titles[side]));
  table.head({"From", "Inadequate", "Requires improvement", "Good", "Outstanding"});
  for (std::size_t from = 0; from < 4; ++from) {
    std::vector<std::string> cells = {rating_name(static_cast<int>(from) + 1)};
    for (const double trusts : run.sector->from_to[side][from]) cells.push_back(tenth(trusts));
    table.row(cells);
  }
  return table.html();
}

std::string types_table(const Figures& run) {
  Table table("Expected number of trusts by type", 2);
  table.head(
      {"Type", "Side", "Trusts", "Inadequate", "Requires improvement", "Good", "Outstanding", "Good or better, %"});
  for (std::size_t type = 0; type < run.sector->types.size(); ++type) {
    for (std::size_t side = 0; side < run.sector->by_type.size(); ++side) {
      std::vector<std::string> cells = {run.sector->types[type], run.origin.side_titles[side],
                                        std::to_string(run.sector->type_trusts[type])};
      const auto& held = run.sector->by_type[side][type];
      for (const double trusts : held) cells.push_back(tenth(trusts));
      cells.push_back(tenth(100 * (held[2] + held[3]) / static_cast<double>(run.sector->type_trusts[type])));
      table.row(cells);
    }
  }
  return table.html();
}

class TrustTable {
 public:
  TrustTable(const Figures& run, std::size_t side) : run_(run), side_(side) {}

  std::string html() const {
    const std::string order = side_ > 0 ? "what moved most first" : "the lowest odds first";
    Table table(fmt::format("Trusts, \u201c{}\u201d: percent of trials, {}", run_.origin.side_titles[side_], order), 3);
    std::vector<std::string> head = {"Trust", "Name", "Type", "Inad.", "Requires impr.", "Good", "Outst."};
    if (side_ > 0) {
      head.insert(head.end(), {"Good or better, baseline", "Good or better", "Change in points"});
    } else {
      head.emplace_back("Good or better");
    }
    head.emplace_back("Expected rating");
    table.head(head).with("data-sortable");
    for (const std::size_t row : order_of_rows(run_.rows, side_)) table.row(cells(run_.rows[row]));
    return table.html() + (side_ > 0 ? paragraph(mark_in_words, "note") : "");
  }

 private:
  std::vector<std::string> cells(const TrustRow& row) const {
    std::vector<std::string> cells = {
        row.code,
        row.name + (row.in_scope ? "" : " (outside the framework's scope)") + (row.warnings.empty() ? "" : " \u2020"),
        row.type.empty() ? "not stated" : row.type};
    for (const analyse::Estimate& share : row.rating[side_]) cells.push_back(tenth(100 * share.value));
    if (side_ > 0) cells.push_back(tenth(100 * row.good_or_better[0].value));
    cells.push_back(tenth(100 * row.good_or_better[side_].value));
    if (side_ > 0) {
      const analyse::Estimate& change = row.good_or_better_change[side_];
      cells.push_back(points_with_error(change) + mark(change));
    }
    cells.push_back(fmt::format("{:.2f}", row.expected_rating[side_].value));
    return cells;
  }

  const Figures& run_;
  std::size_t side_;
};

}  // namespace

std::string sector_part(const Figures& run, const Figures& whole) {
  if (!run.sector) return "";
  const std::size_t sides = run.origin.sides.size();
  std::string tables;
  for (std::size_t side = 1; side < sides; ++side) tables += from_to_table(run, side);
  std::string html =
      counts_table(whole) + paragraph(common_spread_in_words(run), "note") + together_table(whole) + histograms();
  if (sides > 1)
    html += chart_html({"sector-from-to", "Trusts from the baseline's rating (left) to the scenario's (right)",
                        "Flows of expected trusts between ratings; the table below has the figures", "", tables});
  return html +
         chart_html({"sector-types", "Odds by type of trust",
                     "Bars: for each type of trust the expected share of its trusts with each rating, the baseline "
                     "above the scenario; the table below has the figures",
                     "", types_table(run), "", "medium"});
}

std::string trusts_part(const Figures& run) {
  if (run.rows.empty()) return "";
  std::string html = paragraph("Press a heading to sort by it.", "note screen-only");
  const std::size_t sides = run.origin.sides.size();
  for (std::size_t side = sides > 1 ? 1 : 0; side < sides; ++side)
    html += for_side(side, side + 1 == sides, TrustTable(run, side).html());
  for (const TrustRow& row : run.rows)
    for (const std::string& warning : row.warnings) html += paragraph("\u2020 " + row.code + ": " + warning, "note");
  return html;
}

}  // namespace uor::report::page
