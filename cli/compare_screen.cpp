#include "cli/compare_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/compare_blocks.hpp"
#include "cli/differs_block.hpp"
#include "cli/pounds_block.hpp"
#include "cli/text_table.hpp"
#include "cli/trust_blocks.hpp"
#include "cli/trust_warnings.hpp"
#include "core/uor/analyse/comparable.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/ask/compared_trusts.hpp"
#include "core/uor/ask/what_differs.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_metrics = 8, shown_holdings = 6;

std::string described(const ask::ComparedSide& side) {
  const std::string title = side.title() == side.name() ? "" : ": " + side.title();
  return fmt::format("{}{} ({})", side.label, title, side.file->path);
}

bool rests_on(const analyse::Comparison& comparison, analyse::Basis basis) {
  const auto has = [basis](const analyse::Change& change) { return change.basis == basis; };
  return std::any_of(comparison.metrics.begin(), comparison.metrics.end(),
                     [&](const auto& row) { return has(row.mean); }) ||
         std::any_of(comparison.kloes.begin(), comparison.kloes.end(),
                     [&](const auto& row) { return has(row.score.mean) || has(row.below_good); }) ||
         std::any_of(comparison.holdings.begin(), comparison.holdings.end(),
                     [&](const auto& row) { return has(row.share); });
}

Lines overview(const ask::ComparedSides& compared, const std::vector<analyse::Comparison>& comparisons,
               const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right}, "");
  const bool paired = std::all_of(comparisons.begin(), comparisons.end(), [](const auto& one) { return one.paired; });
  table.head({"Good or better", "percent of trials", paired ? "change, paired" : "change", "expected rating"});
  const analyse::Comparison& first = comparisons.front();
  const auto share = [&](const analyse::Estimate& odds) {
    return fmt::format("{} ±{}", percent(odds.value, first.trials), percent_error(odds.standard_error, first.trials));
  };
  table.row({compared.sides[0].label, share(first.ratings.good_before), "",
             fmt::format("{:.3f}", first.ratings.mean_rating.from)});
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    const analyse::Change& change = comparisons[i].ratings.good_or_better;
    table.row({compared.sides[i + 1].label, share(comparisons[i].ratings.good_after),
               share_change({change.change, change.standard_error}, first.trials),
               fmt::format("{:.3f}", comparisons[i].ratings.mean_rating.to)});
  }
  return table.lines(style);
}

/// What any of the files says of the trust, once.
std::vector<std::string> warnings_of(const ask::ComparedSides& compared, const std::string& code) {
  std::vector<std::string> all;
  for (const ask::ComparedSide& side : compared.sides)
    for (const std::string& warning : side.header().trusts[analyse::find_trust(side.header(), code)].warnings)
      if (std::find(all.begin(), all.end(), warning) == all.end()) all.push_back(warning);
  return all;
}

}  // namespace

void print_comparison_heading(const ask::ComparedSides& compared, const Style& style) {
  const model::Header& header = compared.sides[0].header();
  const std::string from = style.plain() ? "From: " : style.bold("From  ");
  const std::string to = style.plain() ? "To: " : style.bold("To    "), next = style.plain() ? to : "      ";
  print(wrap(from, described(compared.sides[0]), 6));
  for (std::size_t i = 1; i < compared.sides.size(); ++i)
    print(wrap(i == 1 ? to : next, described(compared.sides[i]), 6));
  fmt::print("{} months from April, rated in month {}; {} a trust, seed {}\n", header.months, header.assessment_month,
             counted(header.trials, "trial"), header.seed);
  const bool paired = std::all_of(compared.sides.begin(), compared.sides.end(),
                                  [](const ask::ComparedSide& side) { return side.unpaired.empty(); });
  if (paired)
    print(wrap(
        "", "The same draws on all sides: changes are taken trial by trial, and ± is their paired standard error.", 2));
  for (const std::string& note : compared.notes) print(wrap(style.warning("Note: "), note, 2));
  fmt::print("\n");
}

void print_trust_comparison(const ask::Library& library, const ask::ComparedSides& compared, std::size_t trust,
                            const std::vector<analyse::Comparison>& comparisons, const Style& style) {
  const model::TrustInfo& info = compared.sides[0].header().trusts[trust];
  fmt::print("{}  {}\n", style.bold(info.code), info.name);
  print_warnings(warnings_of(compared, info.code), style);
  fmt::print("\n");
  for (std::size_t i = 1; i < compared.sides.size(); ++i) {
    const ask::ComparedSide &from = compared.sides[0], &to = compared.sides[i];
    const bool told = std::any_of(compared.sides.begin() + 1, compared.sides.begin() + static_cast<std::ptrdiff_t>(i),
                                  [&](const ask::ComparedSide& side) { return side.file == to.file; });
    if (to.file != from.file && !told)
      print_block(differs_block(ask::what_differs(library, *from.file, *to.file, trust), style));
  }
  print_block(overview(compared, comparisons, style));
  std::vector<NamedPounds> pounds;
  for (std::size_t i = 1; i < compared.sides.size(); ++i)
    pounds.push_back(
        {compared.sides[i].label, ask::pounds_between(library, compared.sides[0], compared.sides[i], trust)});
  print_block(pounds_block(pounds, style));
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    const ComparisonView view{comparisons[i], compared.sides[0].label, compared.sides[i + 1].label, style};
    fmt::print("{}\n", style.bold(fmt::format("{} -> {}", view.from, view.to)));
    print_block(changed_odds_block(view));
    print_block(changed_combined_block(view));
    print_block(pairs_block(view));
    print_block(changed_kloes_block(view));
    print_block(changed_metrics_block(view, shown_metrics));
    print_block(changed_holdings_block(view, shown_holdings));
  }
}

void print_legend(const std::vector<analyse::Comparison>& comparisons) {
  const auto any = [&](analyse::Basis basis) {
    return std::any_of(comparisons.begin(), comparisons.end(),
                       [basis](const analyse::Comparison& comparison) { return rests_on(comparison, basis); });
  };
  if (any(analyse::Basis::bound))
    print(wrap("±≤ ",
               "at most: single trials of this were not kept on both sides. `uor run --keep metrics,scores` makes the "
               "errors of means exact.",
               3));
  if (any(analyse::Basis::independent))
    print(wrap("±~ ",
               "unpaired, as of two independent runs: the baselines differ, and single trials were not kept on both "
               "sides.",
               4));
  if (any(analyse::Basis::unknown))
    print(wrap("±? ", "not known: the baselines differ, and no file keeps it by trial.", 4));
}

}  // namespace uor::cli
