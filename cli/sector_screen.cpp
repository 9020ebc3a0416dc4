#include "cli/sector_screen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/analyse/probability.hpp"
#include "core/uor/analyse/sector.hpp"

namespace uor::cli {

namespace {

std::vector<const run::Summary*> lowest_first(const std::vector<run::Summary>& summaries, std::size_t side) {
  std::vector<const run::Summary*> order;
  for (const run::Summary& summary : summaries) order.push_back(&summary);
  std::stable_sort(order.begin(), order.end(), [side](const run::Summary* a, const run::Summary* b) {
    return a->sides[side].expected_score < b->sides[side].expected_score;
  });
  return order;
}

std::vector<std::string> trust_row(const run::Header& header, const run::Summary& summary, std::size_t side) {
  const run::TrustInfo& trust = header.trusts[summary.trust];
  const run::SideSummary& shown = summary.sides[side];
  std::vector<std::string> cells = {trust.code, shorten(trust.name, side == 0 ? 44 : 26)};
  for (const std::uint64_t count : shown.rating)
    cells.push_back(percent(analyse::share(count, summary.trials).value, summary.trials));
  cells.push_back(fmt::format("{:.2f}", shown.expected_score));
  if (side > 0) {
    cells.push_back(fmt::format("{:+.3f} ±{:.3f}", shown.expected_score_change, shown.expected_score_change_se));
    cells.push_back(percent(below_good(summary.sides[0].rating), summary.trials));
  }
  return cells;
}

Lines trust_lines(const run::Header& header, const std::vector<run::Summary>& summaries, std::size_t side) {
  std::vector<Align> aligns(side == 0 ? 7 : 9, Align::right);
  aligns[0] = aligns[1] = Align::left;
  TextTable table(aligns, "");
  std::vector<std::string> head = {"Trust", "", "inad.", "req.imp", "good", "outst.", "score"};
  if (side > 0) head.insert(head.end(), {"change", "base <good"});
  table.row(std::move(head));
  for (const run::Summary* summary : lowest_first(summaries, side)) table.row(trust_row(header, *summary, side));
  return table.lines();
}

Lines total_lines(const run::Header& header, const std::vector<run::Summary>& summaries) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right}, "");
  table.row({"Expected number of trusts", "inadequate", "requires improvement", "good", "outstanding", "mean score"});
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    double score = 0;
    for (const run::Summary& summary : summaries)
      score += summary.sides[side].expected_score / static_cast<double>(summaries.size());
    std::vector<std::string> cells = {shorten(header.sides[side], 25)};
    for (const analyse::ExpectedTrusts& trusts : analyse::expected_trusts(summaries, side))
      cells.push_back(fmt::format("{:.1f} ±{:.1f}", trusts.count, trusts.standard_error_together));
    cells.push_back(fmt::format("{:.3f}", score));
    table.row(std::move(cells));
  }
  return table.lines();
}

}  // namespace

void print_sector_screen(const run::Header& header, const std::vector<run::Summary>& summaries, const Style& style) {
  const std::size_t side = header.sides.size() - 1;
  const std::string shown = header.sides.size() > 2 ? " (the last level; all are in the result file)" : "";
  fmt::print("{}{}, percent of trials by rating\n", style.bold(header.sides[side]), shown);
  print(trust_lines(header, summaries, side));
  fmt::print("\n");
  print(total_lines(header, summaries));
  int reported = 0;
  for (const run::TrustInfo& trust : header.trusts) reported += trust.metrics_reported;
  fmt::print("\n");
  print(wrap("",
             style.warning(fmt::format("Illustrative: on average {:.1f} of {} metrics reported a trust; the others are "
                                       "drawn from national figures.",
                                       static_cast<double>(reported) / static_cast<double>(header.trusts.size()),
                                       header.metrics.size())),
             2));
}

}  // namespace uor::cli
