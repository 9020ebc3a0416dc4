#include "cli/trust_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/text_table.hpp"
#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/fit_range.hpp"
#include "core/uor/analyse/odds.hpp"
#include "core/uor/base/month_names.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t side_name_width = 22;

std::string share_with_error(const analyse::Estimate& share, std::uint64_t trials) {
  return fmt::format("{} ±{}", percent(share.value, trials), percent_error(share.standard_error, trials));
}

/// Coloured when the change is more than two of its own standard errors.
std::string sure_in_colour(const TrustView& view, const std::string& text, const analyse::Estimate& change) {
  if (analyse::within_two_errors(change)) return text;
  return change.value > 0 ? view.style.better(text) : view.style.worse(text);
}

/// With the longest rating as other tables abbreviate it: there is no room for more.
std::string short_latent_words(double latent, const std::array<double, 3>& cuts) {
  constexpr std::string_view whole = "requires improvement", brief = "req. imp.";
  std::string words = analyse::latent_words(latent, cuts);
  if (const std::size_t at = words.find(whole); at != std::string::npos) words.replace(at, whole.size(), brief);
  return words;
}

std::vector<std::string> one_number_row(const TrustView& view, std::size_t side) {
  const tally::SideSummary& of = view.side(side);
  const std::uint64_t trials = view.summary.trials;
  const analyse::Estimate rating = analyse::expected_rating(of);
  std::vector<std::string> cells = {
      shorten(view.header.sides[side], side_name_width),
      share_with_error(analyse::good_or_better(of), trials),
      "",
      fmt::format("{:.3f} ±{}", rating.value, analyse::error_figure(rating.standard_error, 3)),
      "",
      short_latent_words(of.expected_score, view.header.cuts)};
  if (side == 0) return cells;
  const analyse::Estimate odds = analyse::good_or_better_change(of, side);
  const analyse::Estimate change = analyse::expected_rating_change(of, side);
  cells[2] = sure_in_colour(view, share_change(odds, trials), odds);
  cells[4] = sure_in_colour(view, change_text(change.value, change.standard_error, 3), change);
  return cells;
}

std::vector<std::string> side_odds_row(const TrustView& view, std::size_t side, const analyse::Odds4& odds) {
  std::vector<std::string> cells = {shorten(view.header.sides[side], side_name_width)};
  for (const analyse::Estimate& share : odds) cells.push_back(share_with_error(share, view.summary.trials));
  return cells;
}

/// One limiter or characteristic: the share of trials in which it holds, by side.
struct Holding {
  std::string name;
  std::vector<double> shares;

  double highest() const { return *std::max_element(shares.begin(), shares.end()); }
  double largest_move() const {
    double move = 0;
    for (const double share : shares) move = std::max(move, std::abs(share - shares[0]));
    return move;
  }
};

void add_holdings(std::vector<Holding>& holdings, const TrustView& view, const std::string& prefix,
                  const std::vector<std::string>& ids, const std::vector<std::string>& titles,
                  std::vector<std::uint64_t> tally::SideSummary::*counts) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool by_id = view.style.plain() || i >= titles.size();  // to be found by a script, as in JSON
    Holding holding{prefix + (by_id ? ids[i] : titles[i]), {}};
    for (const tally::SideSummary& side : view.summary.sides)
      holding.shares.push_back(analyse::share((side.*counts)[i], view.summary.trials).value);
    if (holding.highest() > 0) holdings.push_back(std::move(holding));
  }
}

/// What moved most first; with the baseline alone, what holds most often.
std::vector<Holding> kept_holdings(const TrustView& view) {
  std::vector<Holding> holdings;
  add_holdings(holdings, view, "Limit: ", view.header.limiters, view.header.limiter_titles,
               &tally::SideSummary::limiter_fired);
  add_holdings(holdings, view, "", view.header.characteristics, view.header.characteristic_titles,
               &tally::SideSummary::characteristic_held);
  const bool alone = view.summary.sides.size() == 1;
  std::stable_sort(holdings.begin(), holdings.end(), [alone](const Holding& a, const Holding& b) {
    return alone ? a.highest() > b.highest() : a.largest_move() > b.largest_move();
  });
  return holdings;
}

/// How many sides stand beside each other where each takes a column: all of them when read aloud, and on a screen no
/// more than leave room for a name, shared evenly between as few tables as will do.
std::size_t sides_beside(const TrustView& view) {
  constexpr std::size_t most = 5;
  const std::size_t sides = view.summary.sides.size();
  if (view.style.plain()) return sides;
  const std::size_t tables = (sides + most - 1) / most;
  return (sides + tables - 1) / tables;
}

/// What lhs or sobol points are worth; nothing with random ones.
Lines gain_lines(const TrustView& view) {
  if (view.header.points == Points::random) return {};
  const analyse::Gain gain = analyse::effective_gain(view.side(0));
  std::string by_rating;
  for (std::size_t i = 0; i < gain.rating.size(); ++i)
    by_rating += fmt::format("{}{} {}", i > 0 ? ", " : "", short_ratings[i],
                             std::isnan(gain.rating[i]) ? "unknown" : fmt::format("{:.1f}", gain.rating[i]));
  return wrap(
      "",
      view.style.faint(fmt::format(
          "Errors are those of {} replicates. In the baseline one trial of {} points is worth {:.1f} random ones "
          "whose grades are counted ({}; each known to about a third).",
          replicate_count, name_of(view.header.points), gain.all, by_rating)),
      2);
}

}  // namespace

double below_good(const tally::Counts4& counts) {
  constexpr int good = 3;
  return 1 - analyse::at_least(counts, good).value;
}

std::string share_change(const analyse::Estimate& change, std::uint64_t trials) {
  const int decimals = trials < 50000 ? 1 : 2;
  if (analyse::shows_no_change(100 * change.value, 100 * change.standard_error, decimals)) return "no change";
  return signed_decimals(100 * change.value, decimals) + " ±" + percent_error(change.standard_error, trials);
}

Lines one_number_block(const TrustView& view) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::left}, "");
  table.head({"Good or better, and", "good or", "", "expected", "", ""});
  table.head({"mean rating, 1 to 4", "better, %", "change", "rating", "change", "latent, before limits"});
  for (std::size_t side = 0; side < view.summary.sides.size(); ++side) table.row(one_number_row(view, side));
  return table.lines(view.style);
}

Lines fit_range_block(const TrustView& view) {
  TextTable table({Align::left, Align::right, Align::right}, "");
  table.head({"Allowing for the fit: 5 to 95 %", "good or", "change,"});
  table.head({"of draws around its numbers", "better, %", "points"});
  for (std::size_t side = 0; side < view.summary.sides.size(); ++side) {
    const auto range = analyse::fit_range(view.side(side));
    if (!range) return {};
    const auto change = analyse::fit_range_of_change(view.side(0), view.side(side));
    table.row({shorten(view.header.sides[side], side_name_width), analyse::percent_range(range->good_or_better),
               side == 0 ? "" : analyse::points_range(*change)});
  }
  return table.lines(view.style);
}

Lines odds_block(const TrustView& view) {
  TextTable table(first_left(5), "");
  table.head({"Use of resources,", "", "requires", "", ""});
  table.head({"percent of trials", "inadequate", "improvement", "good", "outstanding"});
  for (std::size_t side = 0; side < view.summary.sides.size(); ++side)
    table.row(side_odds_row(view, side, analyse::rating_odds(view.side(side))));
  Lines lines = table.lines(view.style);
  for (std::string& line : gain_lines(view)) lines.push_back(std::move(line));
  return lines;
}

Lines combined_block(const TrustView& view) {
  if (!view.trust().combined_given)
    return wrap("Combined with quality: ",
                "left out, no combined ratings were given yet in the year and month in which this one is struck.", 2);
  TextTable table(first_left(5), "");
  table.head({"Combined with quality,", "", "requires", "", ""});
  table.head({"percent of trials", "inadequate", "improvement", "good", "outstanding"});
  for (std::size_t side = 0; side < view.summary.sides.size(); ++side)
    table.row(side_odds_row(view, side, analyse::combined_odds(view.side(side))));
  return table.lines(view.style);
}

namespace {

void add_score_beside(const TrustView& view, std::size_t row, const std::string& title, Lines& lines) {
  constexpr std::size_t a_year = 12;
  if (!analyse::has_score_beside(view.side(0), row)) return;  // no plugin of the run gives it
  for (std::size_t first = 0; first < view.months(); first += a_year) {
    const std::size_t count = std::min(a_year, view.months() - first);
    TextTable table(first_left(count + 1), "");
    std::vector<std::string> head = {fmt::format("{}, year {}", title, first / a_year + 1)};
    for (std::size_t month = first; month < first + count; ++month) head.push_back(short_month_name(month));
    table.head(std::move(head));
    for (std::size_t side = 0; side < view.summary.sides.size(); ++side) {
      const auto by_month = analyse::score_beside(view.side(side), row);
      if (by_month.size() < first + count) continue;
      std::vector<std::string> cells = {shorten(view.header.sides[side], side_name_width)};
      for (std::size_t month = first; month < first + count; ++month)
        cells.push_back(fmt::format("{:.1f}", analyse::mean_grade(by_month[month])));
      table.row(std::move(cells));
    }
    for (std::string& line : table.lines(view.style)) lines.push_back(std::move(line));
  }
}

}  // namespace

Lines finance_block(const TrustView& view) {
  Lines lines;
  add_score_beside(view, 0, "Finance score", lines);
  for (std::size_t row = 0; row < view.header.more_beside.size(); ++row)
    add_score_beside(view, row + 1, shorten(view.header.more_beside_titles[row], 20), lines);
  if (!lines.empty())
    lines.push_back(
        view.style.faint("Mean over trials; 1 is best, 4 worst. Shown beside the rating, not blended with it."));
  return lines;
}

Lines limits_block(const TrustView& view) {
  constexpr std::size_t most_rows = 8;
  const std::vector<Holding> holdings = kept_holdings(view);
  if (holdings.empty()) return {};
  const std::size_t rows = std::min(holdings.size(), most_rows);
  const std::size_t sides = view.summary.sides.size(), per_table = sides_beside(view);
  Lines lines;
  for (std::size_t first = 0; first < sides; first += per_table) {
    const std::size_t count = std::min(per_table, sides - first);
    TextTable table(first_left(count + 1), "");
    std::vector<std::string> head = {"Holds in percent of trials"};
    for (std::size_t side = first; side < first + count; ++side) head.push_back(shorten(view.header.sides[side], 11));
    table.head(std::move(head));
    for (std::size_t row = 0; row < rows; ++row) {
      std::vector<std::string> cells = {shorten(holdings[row].name, screen_width - 13 * count)};
      for (std::size_t side = first; side < first + count; ++side)
        cells.push_back(counted_percent(holdings[row].shares[side], view.summary.trials));
      table.row(std::move(cells));
    }
    for (std::string& line : table.lines(view.style)) lines.push_back(std::move(line));
  }
  if (holdings.size() > most_rows)
    lines.push_back(view.style.faint(
        fmt::format("and {} more limits and ratings characteristics in the result file", holdings.size() - most_rows)));
  return lines;
}

}  // namespace uor::cli
