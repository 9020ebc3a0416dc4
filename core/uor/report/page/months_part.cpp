#include <fmt/format.h>

#include "core/uor/report/page/changes_tables.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

std::string months_table(const TrustPart& part) {
  Table table("Rating odds by month, percent of trials", 2);
  std::vector<std::string> head = {"Side", "Rating"};
  const std::size_t months = part.trust.odds[0].by_month.size();
  for (std::size_t month = 1; month <= months; ++month) head.push_back(month_name(month));
  table.head(head).with("data-months");
  for (std::size_t side = 0; side < part.sides(); ++side) {
    for (std::size_t grade = 4; grade-- > 0;) {
      std::vector<std::string> cells = {part.title(side), rating_name(static_cast<int>(grade) + 1)};
      for (const Odds4& odds : part.trust.odds[side].by_month)
        cells.push_back(fmt::format("{:.1f}", 100 * odds[grade].value));
      table.row(cells);
    }
  }
  return table.html();
}

std::string moves_in_words(const TrustPart& part, std::size_t side) {
  const Odds& odds = part.trust.odds[side];
  const auto share = [&](std::uint64_t trials, const char* no_trial) {
    if (trials == 0) return std::string(no_trial);
    return percent(static_cast<double>(trials) / static_cast<double>(part.trust.trials)) + " of trials";
  };
  return fmt::format(
      "Every trial is run twice with the same luck, once without and once with the scenario: {} come out "
      "a rating lower or more, {} a rating higher or more, the others do not move.",
      share(odds.trials_worse, "no trials"), share(odds.trials_better, "none"));
}

}  // namespace

std::string months_part(const TrustPart& part) {
  return chart_html(
      {"odds-by-month", "The odds, were the rating struck at the end of each month",
       "Stacked areas: the share of trials with each rating by month, baseline and scenario; the table "
       "below has the figures",
       fmt::format("The rating is struck in month {} ({}).", part.assessment() + 1, month_name(part.assessment() + 1)),
       months_table(part)});
}

std::string from_to_part(const TrustPart& part) {
  if (part.sides() == 1) return "";
  std::string tables, words;
  for (std::size_t side = 1; side < part.sides(); ++side) {
    words += for_side(side, side == part.last_side(), paragraph(moves_in_words(part, side), "note"));
    tables += from_to_table(
        part.trust.odds[side].from_to,
        fmt::format("From the baseline's rating (rows) to that of \u201c{}\u201d (columns): trials", part.title(side)));
  }
  return words + chart_html({"from-to", "From the baseline's rating (left) to the scenario's (right)",
                             "Flows from the baseline's ratings to the scenario's; the table below has the figures", "",
                             tables});
}

}  // namespace uor::report::page
