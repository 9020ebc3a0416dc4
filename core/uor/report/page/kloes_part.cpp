#include <fmt/format.h>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

std::string score_cell(const Kloe& kloe, std::size_t side, std::size_t month) {
  if (!kloe.score) return "\u2013";
  const Band& band = kloe.score->sides[side][month];
  return fmt::format("{:.2f} ({:.2f} to {:.2f})", band.mean, band.lower, band.upper);
}

std::string kloes_table(const TrustPart& part) {
  Table table("Key lines of enquiry at the rating: percent of trials whose score rounds to each rating", 2);
  table.head({"Key line of enquiry", "Side", "Inadequate", "Requires improvement", "Good", "Outstanding",
              "Score, mean (5 to 95 %)"});
  for (const Kloe& kloe : part.trust.kloes) {
    for (std::size_t side = 0; side < part.sides(); ++side) {
      std::vector<std::string> cells = {kloe.title, part.title(side)};
      for (const analyse::Estimate& share : kloe.sides[side].odds)
        cells.push_back(fmt::format("{:.1f}", 100 * share.value));
      cells.push_back(score_cell(kloe, side, part.assessment()));
      table.row(cells);
    }
  }
  return table.html();
}

std::string weights_in_words(const TrustPart& part) {
  std::string text;
  for (const Kloe& kloe : part.trust.kloes)
    text += fmt::format("{}{} {:.0f} %", text.empty() ? "" : ", ", kloe.title, 100 * kloe.weight);
  return "Weights in the rating's score: " + text +
         ". The framework itself states no weights: these imitate its judgement and are fitted to published ratings.";
}

}  // namespace

std::string kloes_part(const TrustPart& part) {
  return chart_html(
      {"kloes", "Odds by key line of enquiry",
       "Bars: for each key line of enquiry the share of trials whose score rounds to each rating, baseline "
       "and scenario; the table below has the figures",
       weights_in_words(part), kloes_table(part), "", "tall"});
}

}  // namespace uor::report::page
