#include "core/uor/report/tables/kloes.hpp"

#include <fmt/format.h>

#include "core/uor/report/tables/columns.hpp"

namespace uor::report::tables {

namespace {

std::vector<Column> kloe_columns() {
  return joined({of_trust(12), of_side(34), text("Key line of enquiry").at(-1),
                 figures("Weight", {{Part::value, "Weight", "", 9}}).in_numbers(),
                 figures("Score, mean (5 to 95 %)", {{Part::value, "Score", "mean, 1 to 4", 9},
                                                     {Part::lower, "5 %", "of trials", 8},
                                                     {Part::upper, "95 %", "of trials", 8}})
                     .at(1)},
                of_ratings());
}

std::string weights_in_words(const TrustFigures& trust) {
  std::string text;
  for (const Kloe& kloe : trust.kloes)
    text += fmt::format("{}{} {:.0f} %", text.empty() ? "" : ", ", kloe.title, 100 * kloe.weight);
  return "Weights in the rating's score: " + text +
         ". The framework itself states no weights: these imitate its judgement and are fitted to published ratings.";
}

}  // namespace

std::string title_of_kloe(const TrustFigures& trust, const std::string& id) {
  for (const Kloe& kloe : trust.kloes)
    if (kloe.id == id) return kloe.title;
  return id;
}

Table kloes(const Figures& run, const TrustFigures& trust) {
  Table table{"kloes", "Key lines of enquiry at the rating: percent of trials whose score rounds to each rating",
              weights_in_words(trust), kloe_columns()};
  const auto month = static_cast<std::size_t>(run.origin.assessment_month - 1);
  for (const Kloe& kloe : trust.kloes)
    for (std::size_t side = 0; side < kloe.sides.size(); ++side) {
      std::vector<Cell> cells = {trust.code, run.origin.side_titles[side], kloe.title, Amount{kloe.weight, 3},
                                 kloe.score ? spread(kloe.score->sides[side][month], 2) : Cell()};
      for (const analyse::Estimate& odds : kloe.sides[side].odds) cells.emplace_back(Share{odds.value});
      table.add(std::move(cells));
    }
  return table;
}

}  // namespace uor::report::tables
