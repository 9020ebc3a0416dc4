#include "cli/trust_list.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/csv_word.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/analyse/probability.hpp"

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

Lines trust_lines(const run::Header& header, const std::vector<run::Summary>& summaries, std::size_t side,
                  const Style& style) {
  std::vector<Align> aligns(side == 0 ? 7 : 9, Align::right);
  aligns[0] = aligns[1] = Align::left;
  TextTable table(aligns, "");
  std::vector<std::string> head = {"Trust", "", "inad.", "req.imp", "good", "outst.", "score"};
  if (side > 0) head.insert(head.end(), {"change", "base <good"});
  table.head(std::move(head));
  for (const run::Summary* summary : lowest_first(summaries, side)) table.row(trust_row(header, *summary, side));
  return table.lines(style);
}

}  // namespace

void print_trust_list(const run::Header& header, const std::vector<run::Summary>& summaries, const Style& style) {
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    fmt::print("{}{}, percent of trials by rating\n", side > 0 ? "\n" : "", style.bold(header.sides[side]));
    print(trust_lines(header, summaries, side, style));
  }
}

void print_trust_csv(const run::Header& header, const std::vector<run::Summary>& summaries) {
  fmt::print(
      "scenario,trust,name,type,inadequate,requires_improvement,good,outstanding,expected_score,change,"
      "change_standard_error\n");
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    for (const run::Summary& summary : summaries) {
      const run::TrustInfo& trust = header.trusts[summary.trust];
      const run::SideSummary& shown = summary.sides[side];
      fmt::print("{},{},{},{}", csv_word(header.sides[side]), csv_word(trust.code), csv_text(trust.name),
                 csv_text(trust.type));
      for (const std::uint64_t count : shown.rating) fmt::print(",{}", analyse::share(count, summary.trials).value);
      fmt::print(",{},{},{}\n", shown.expected_score, shown.expected_score_change, shown.expected_score_change_se);
    }
  }
}

}  // namespace uor::cli
