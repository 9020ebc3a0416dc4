#include "cli/trust_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/text_table.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t side_name_width = 22;
constexpr std::array<const char*, 12> month_names = {"Apr", "May", "Jun", "Jul", "Aug", "Sep",
                                                     "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"};

std::string share_with_error(std::uint64_t count, std::uint64_t trials) {
  const double share = static_cast<double>(count) / static_cast<double>(trials);
  return fmt::format("{} ±{}", percent(share, trials), percent(standard_error(share, trials), trials));
}

/// The change of the expected score, coloured when it is more than two standard errors.
std::string score_change(const TrustView& view, const run::SideSummary& side) {
  const std::string text = fmt::format("{:+.3f} ±{:.3f}", side.expected_score_change, side.expected_score_change_se);
  if (std::abs(side.expected_score_change) <= 2 * side.expected_score_change_se) return text;
  return side.expected_score_change > 0 ? view.style.better(text) : view.style.worse(text);
}

std::vector<std::string> odds_row(const TrustView& view, std::size_t side, const run::Counts4& counts) {
  std::vector<std::string> cells = {shorten(view.header.sides[side], side_name_width)};
  for (const std::uint64_t count : counts) cells.push_back(share_with_error(count, view.summary.trials));
  return cells;
}

std::vector<Align> columns(std::size_t count) {
  std::vector<Align> aligns(count, Align::right);
  aligns[0] = Align::left;
  return aligns;
}

double mean_score(const run::Counts4& counts) {
  double sum = 0, total = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sum += static_cast<double>(i + 1) * static_cast<double>(counts[i]);
    total += static_cast<double>(counts[i]);
  }
  return total > 0 ? sum / total : 0.0;
}

void add_shares(TextTable& table, const TrustView& view, const std::string& id,
                std::vector<std::uint64_t> run::SideSummary::*counts, std::size_t index, std::size_t shown_sides) {
  std::vector<std::string> cells = {id};
  bool ever = false;
  for (std::size_t side = 0; side < shown_sides; ++side) {
    const std::uint64_t count = (view.side(side).*counts)[index];
    ever = ever || count > 0;
    const double share = static_cast<double>(count) / static_cast<double>(view.summary.trials);
    cells.push_back(percent(share, view.summary.trials));
  }
  if (ever) table.row(std::move(cells));
}

}  // namespace

double below_good(const run::Counts4& counts) {
  const double total = static_cast<double>(counts[0] + counts[1] + counts[2] + counts[3]);
  return total > 0 ? static_cast<double>(counts[0] + counts[1]) / total : 0.0;
}

Lines odds_block(const TrustView& view) {
  TextTable table(columns(7), "");
  table.row({"Use of resources,", "", "requires", "", "", "expected", ""});
  table.row({"percent of trials", "inadequate", "improvement", "good", "outstanding", "score", "change"});
  for (std::size_t side = 0; side < view.summary.sides.size(); ++side) {
    std::vector<std::string> cells = odds_row(view, side, view.side(side).rating);
    cells.push_back(fmt::format("{:.3f}", view.side(side).expected_score));
    cells.push_back(side == 0 ? "" : score_change(view, view.side(side)));
    table.row(std::move(cells));
  }
  return table.lines();
}

Lines combined_block(const TrustView& view) {
  TextTable table(columns(5), "");
  table.row({"Combined with quality,", "", "requires", "", ""});
  table.row({"percent of trials", "inadequate", "improvement", "good", "outstanding"});
  for (std::size_t side = 0; side < view.summary.sides.size(); ++side)
    table.row(odds_row(view, side, view.side(side).combined));
  return table.lines();
}

Lines finance_block(const TrustView& view) {
  constexpr std::size_t a_year = 12;
  Lines lines;
  for (std::size_t first = 0; first < view.months(); first += a_year) {
    const std::size_t count = std::min(a_year, view.months() - first);
    TextTable table(columns(count + 1), "");
    std::vector<std::string> head = {fmt::format("Finance score, year {}", first / a_year + 1)};
    head.insert(head.end(), month_names.begin(), month_names.begin() + static_cast<std::ptrdiff_t>(count));
    table.row(std::move(head));
    for (std::size_t side = 0; side < view.summary.sides.size(); ++side) {
      const auto& by_month = view.side(side).finance_score_by_month;
      if (by_month.size() < first + count) continue;
      std::vector<std::string> cells = {shorten(view.header.sides[side], side_name_width)};
      for (std::size_t month = first; month < first + count; ++month)
        cells.push_back(fmt::format("{:.1f}", mean_score(by_month[month])));
      table.row(std::move(cells));
    }
    for (std::string& line : table.lines()) lines.push_back(std::move(line));
  }
  lines.push_back(
      view.style.faint("Mean over trials; 1 is best, 4 worst. Shown beside the rating, not blended with it."));
  return lines;
}

Lines limits_block(const TrustView& view) {
  const std::size_t shown_sides = std::min<std::size_t>(view.summary.sides.size(), 5);
  TextTable table(columns(shown_sides + 1), "");
  std::vector<std::string> head = {"Holds in percent of trials"};
  for (std::size_t side = 0; side < shown_sides; ++side) head.push_back(shorten(view.header.sides[side], 12));
  table.row(std::move(head));
  for (std::size_t i = 0; i < view.header.limiters.size(); ++i)
    add_shares(table, view, "limit: " + view.header.limiters[i], &run::SideSummary::limiter_fired, i, shown_sides);
  for (std::size_t i = 0; i < view.header.characteristics.size(); ++i)
    add_shares(table, view, view.header.characteristics[i], &run::SideSummary::characteristic_held, i, shown_sides);
  const Lines lines = table.lines();
  return lines.size() > 1 ? lines : Lines{};
}

}  // namespace uor::cli
