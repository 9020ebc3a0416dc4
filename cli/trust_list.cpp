#include "cli/trust_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "cli/csv_word.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "cli/trust_warnings.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/odds.hpp"

namespace uor::cli {

namespace {

std::vector<std::string> trust_row(const model::Header& header, const tally::Summary& summary, std::size_t side) {
  const model::TrustInfo& trust = header.trusts[summary.trust];
  const tally::SideSummary& shown = summary.sides[side];
  std::vector<std::string> cells = {trust.code, marked_name(trust, side == 0 ? 44 : 26)};
  for (const analyse::Estimate& share : analyse::rating_odds(shown))
    cells.push_back(percent(share.value, summary.trials));
  cells.push_back(percent(analyse::good_or_better(shown).value, summary.trials));
  if (side > 0) {
    const analyse::Estimate change = analyse::good_or_better_change(shown, side);
    cells.push_back(share_change(change, summary.trials) + (analyse::within_two_errors(change) ? " *" : "  "));
  }
  cells.push_back(fmt::format("{:.2f}", analyse::expected_rating(shown).value));
  return cells;
}

Lines trust_lines(const model::Header& header, const std::vector<tally::Summary>& summaries, std::size_t side,
                  const Style& style) {
  std::vector<Align> aligns(side == 0 ? 8 : 9, Align::right);
  aligns[0] = aligns[1] = Align::left;
  TextTable table(aligns, "");
  std::vector<std::string> head = {"Trust", "", "inad.", "req.imp", "good", "outst.", "good +"};
  if (side > 0) head.emplace_back("change  ");
  head.emplace_back("rating");
  table.head(std::move(head));
  for (const std::size_t at : analyse::order_of_trusts(header, summaries, side))
    table.row(trust_row(header, summaries[at], side));
  return table.lines(style);
}

void print_estimate(const analyse::Estimate& estimate) {
  fmt::print(",{},{}", estimate.value, estimate.standard_error);
}

void print_trust_row(const model::Header& header, const tally::Summary& summary, std::size_t side, std::size_t rank) {
  const model::TrustInfo& trust = header.trusts[summary.trust];
  const tally::SideSummary& shown = summary.sides[side];
  fmt::print("{},{},{},{}", csv_word(header.sides[side]), csv_word(trust.code), csv_text(trust.name),
             csv_text(trust.type));
  for (const analyse::Estimate& share : analyse::rating_odds(shown)) fmt::print(",{}", share.value);
  const analyse::Estimate change = analyse::good_or_better_change(shown, side);
  print_estimate(analyse::good_or_better(shown));
  print_estimate(change);
  fmt::print(",{},{}", analyse::within_two_errors(change) ? "yes" : "no", rank);
  print_estimate(analyse::expected_rating(shown));
  print_estimate(analyse::expected_rating_change(shown, side));
  fmt::print(",{},{},{},{},{},{},{}\n", shown.expected_score, shown.expected_score_change,
             shown.expected_score_change_se, trust.in_scope ? "yes" : "no", csv_text(warnings_in_one(trust)),
             csv_text(trust.region), csv_text(trust.stp));
}

}  // namespace

void print_trust_list(const model::Header& header, const std::vector<tally::Summary>& summaries, const Style& style) {
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    fmt::print("{}{}, percent of trials by rating\n", side > 0 ? "\n" : "", style.bold(header.sides[side]));
    print(trust_lines(header, summaries, side, style));
  }
  std::string about = "good +: good or better; rating: the mean rating, 1 inadequate to 4 outstanding.";
  if (header.sides.size() > 1)
    about += " What moved most comes first; * the change of good or better is within two of its own standard errors.";
  print(wrap("", style.faint(about), 2));
  std::vector<std::size_t> all(header.trusts.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  print(warnings_block(header, all, style));
}

void print_trust_csv(const model::Header& header, const std::vector<tally::Summary>& summaries) {
  fmt::print(
      "scenario,trust,name,type,inadequate,requires_improvement,good,outstanding,good_or_better,"
      "good_or_better_standard_error,good_or_better_change,good_or_better_change_standard_error,within_two_errors,rank,"
      "expected_rating,expected_rating_standard_error,expected_rating_change,expected_rating_change_standard_error,"
      "latent,latent_change,latent_change_standard_error,in_scope,warnings,region,stp\n");
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    std::vector<std::size_t> rank(summaries.size());
    const std::vector<std::size_t> order = analyse::order_of_trusts(header, summaries, side);
    for (std::size_t place = 0; place < order.size(); ++place) rank[order[place]] = place + 1;
    for (std::size_t at = 0; at < summaries.size(); ++at) print_trust_row(header, summaries[at], side, rank[at]);
  }
}

}  // namespace uor::cli
