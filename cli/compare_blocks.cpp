#include "cli/compare_blocks.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/paired.hpp"

namespace uor::cli {

namespace {

using analyse::Basis;
using analyse::Change;

constexpr std::size_t name_width = 24, title_width = 50;

std::string coloured(const std::string& text, int better, const Style& style) {
  if (better == 0) return text;
  return better > 0 ? style.better(text) : style.worse(text);
}

/// A change in colour where it is more than two standard errors; `better` is what a rise means.
std::string coloured_change(const std::string& text, const Change& change, int better, const Style& style) {
  const bool sure = std::abs(change.change) > 2 * change.standard_error;
  return sure ? coloured(text, change.change > 0 ? better : -better, style) : text;
}

/// A change and its error neither of which shows a digit but nought say nothing else.
std::string or_no_change(const std::string& text) {
  return text.find_first_of("123456789?") == std::string::npos ? "no change" : text;
}

bool no_change(double share, double error, std::uint64_t trials) {
  return analyse::shows_no_change(100 * share, 100 * error, trials < 50000 ? 1 : 2);
}

/// What rounds to nothing has no sign.
std::string points(double share, std::uint64_t trials) {
  const std::string text = percent(std::abs(share), trials);
  if (text.find_first_of("123456789") == std::string::npos) return text;
  return (share > 0 ? "+" : "-") + text;
}

std::vector<std::string> odds_row(const std::string& name, const analyse::Odds4& odds, std::uint64_t trials) {
  std::vector<std::string> cells = {shorten(name, name_width)};
  for (const analyse::Estimate& share : odds)
    cells.push_back(percent(share.value, trials) + " ±" + percent_error(share.standard_error, trials));
  return cells;
}

/// Odds before and after, the change, and where it is paired the error of an unpaired one.
std::vector<std::vector<std::string>> odds_rows(const ComparisonView& view, const analyse::RatingChanges& ratings) {
  const std::uint64_t trials = view.comparison.trials;
  std::vector<std::string> change = {ratings.paired ? "change, paired" : "change, unpaired"};
  std::vector<std::string> unpaired = {"  error if unpaired"};
  for (std::size_t grade = 0; grade < 4; ++grade) {
    constexpr std::size_t middle = 1;
    const Change& moved = ratings.of[grade];
    const std::string error = percent_error(moved.standard_error, trials);
    const std::string text = no_change(moved.change, moved.standard_error, trials)
                                 ? "no change"
                                 : points(moved.change, trials) + " " +
                                       (moved.basis == Basis::bound ? error_text(error, moved.basis) : "±" + error);
    change.push_back(coloured_change(text, moved, grade > middle ? 1 : -1, view.style));
    unpaired.push_back("±" + percent_error(analyse::independent_error(ratings.before[grade].standard_error,
                                                                      ratings.after[grade].standard_error),
                                           trials));
  }
  std::vector<std::vector<std::string>> rows = {odds_row(view.from, ratings.before, trials),
                                                odds_row(view.to, ratings.after, trials), change};
  if (ratings.paired) rows.push_back(unpaired);
  return rows;
}

std::string score_change(const Change& change, const Style& style) {
  if (analyse::shows_no_change(change.change, change.standard_error, 3)) return "no change";
  const std::string text = signed_decimals(change.change, 3) + " " +
                           error_text(analyse::error_figure(change.standard_error, 3), change.basis);
  return coloured_change(text, change, 1, style);
}

std::string share_change_text(const Change& change, std::uint64_t trials) {
  if (no_change(change.change, change.standard_error, trials)) return "no change";
  return points(change.change, trials) + " " + error_text(percent_error(change.standard_error, trials), change.basis);
}

}  // namespace

std::string error_text(const std::string& figure, Basis basis) {
  switch (basis) {
    case Basis::paired:
      return "±" + figure;
    case Basis::bound:
      return "±≤" + figure;
    case Basis::independent:
      return "±~" + figure;
    case Basis::unknown:
      break;
  }
  return "±?";
}

Lines changed_odds_block(const ComparisonView& view) {
  TextTable table(first_left(6), "");
  table.head({"Use of resources,", "", "requires", "", "", "expected"});
  table.head({"percent of trials", "inadequate", "improvement", "good", "outstanding", "rating, 1 to 4"});
  auto rows = odds_rows(view, view.comparison.ratings);
  const Change& rating = view.comparison.ratings.mean_rating;
  rows[0].push_back(fmt::format("{:.3f}", rating.from));
  rows[1].push_back(fmt::format("{:.3f}", rating.to));
  rows[2].push_back(score_change(rating, view.style));
  if (rows.size() > 3) rows[3].emplace_back("");
  for (auto& row : rows) table.row(std::move(row));
  return table.lines(view.style);
}

Lines changed_combined_block(const ComparisonView& view) {
  if (!view.comparison.combined_given)
    return wrap("Combined with quality: ",
                "left out, no combined ratings were given yet in the year and month in which these are struck.", 2);
  TextTable table(first_left(5), "");
  table.head({"Combined with quality,", "", "requires", "", ""});
  table.head({"percent of trials", "inadequate", "improvement", "good", "outstanding"});
  for (auto& row : odds_rows(view, view.comparison.combined_ratings)) table.row(std::move(row));
  return table.lines(view.style);
}

Lines pairs_block(const ComparisonView& view) {
  if (!view.comparison.paired) return {};
  const Lines rating = from_to_block("from \\ to, trials", view.comparison.ratings.pairs, view.style);
  if (!view.comparison.combined_given) return rating;
  const Lines combined = from_to_block("combined", view.comparison.combined_ratings.pairs, view.style);
  Lines lines = side_by_side(rating, combined, 4, view.style);
  for (const std::string& line : lines) {
    if (view.style.plain() || visible_width(line) <= screen_width) continue;
    lines = rating;
    lines.insert(lines.end(), combined.begin(), combined.end());
    break;
  }
  return lines;
}

Lines changed_kloes_block(const ComparisonView& view) {
  TextTable table(first_left(5), "");
  table.head({"Key lines, what moved most", "mean score", "change", "below good, %", "change"});
  for (const analyse::KloeChange& row : view.comparison.kloes) {
    const Change &score = row.score.mean, &low = row.below_good;
    const bool known = row.score.quantity != nullptr;
    table.row({shorten(row.title, 40), known ? fmt::format("{:.2f} -> {:.2f}", score.from, score.to) : "",
               known ? score_change(score, view.style) : "",
               fmt::format("{:.1f} -> {:.1f}", 100 * low.from, 100 * low.to),
               coloured_change(share_change_text(low, view.comparison.trials), low, -1, view.style)});
  }
  return table.lines(view.style);
}

Lines changed_metrics_block(const ComparisonView& view, std::size_t limit) {
  const auto& metrics = view.comparison.metrics;
  if (metrics.empty()) return {"No metric moved."};
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left}, "");
  table.head({"Metrics that moved most, mean", "from", "to", "change", ""});
  for (std::size_t i = 0; i < std::min(metrics.size(), limit); ++i) {
    const Change& mean = metrics[i].mean;
    table.row({shorten(metrics[i].quantity->title + ", " + metrics[i].quantity->unit, title_width), figure(mean.from),
               figure(mean.to),
               or_no_change(signed_figure(mean.change) + " " + error_text(figure(mean.standard_error), mean.basis)),
               verdict(metrics[i].better, view.style)});
  }
  Lines lines = table.lines(view.style);
  if (metrics.size() > limit)
    lines.push_back(view.style.faint(fmt::format("and {} more (--json, --csv)", metrics.size() - limit)));
  return lines;
}

Lines changed_holdings_block(const ComparisonView& view, std::size_t limit) {
  const auto& holdings = view.comparison.holdings;
  if (holdings.empty()) return {};
  constexpr std::size_t holding_width = 50;
  TextTable table(first_left(4), "");
  table.head({"Holds in percent of trials, what moved most", "from", "to", "change"});
  for (std::size_t i = 0; i < std::min(holdings.size(), limit); ++i) {
    const Change& share = holdings[i].share;
    table.row({shorten((holdings[i].limiter ? "Limit: " : "") + holdings[i].title, holding_width),
               percent(share.from, view.comparison.trials), percent(share.to, view.comparison.trials),
               share_change_text(share, view.comparison.trials)});
  }
  Lines lines = table.lines(view.style);
  if (holdings.size() > limit)
    lines.push_back(view.style.faint(fmt::format("and {} more (--json, --csv)", holdings.size() - limit)));
  return lines;
}

}  // namespace uor::cli
