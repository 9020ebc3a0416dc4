#include "core/uor/report/tables/support_needs.hpp"

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

Table support_needs(const Figures&, const TrustFigures& trust) {
  Table table{"support-needs",
              "Support needs under the theme \u201c" + trust.support.theme + "\u201d, in the baseline",
              "",
              {text("Trust", 12).in_numbers(), text("Area"), text("What was found", 60), text("Rule", 60)}};
  for (const SupportNeed& need : trust.support.needs)
    table.add({trust.code, need.area, need.words, need.source + " (" + need.standing + ")"});
  return table;
}

Table received(const Figures&, const TrustFigures& trust) {
  Table table{"received",
              "The ratings that a trust receives: percent of trials in the baseline",
              "",
              {text("Trust", 12).in_numbers(), text("Rating")}};
  for (const char* rating : rating_names) table.columns.push_back(figures(rating));
  table.columns.push_back(text("From", 40));
  for (const ReceivedRating& rating : trust.received) {
    std::vector<Cell> cells = {trust.code, rating.title};
    for (std::size_t grade = 0; grade < 4; ++grade)
      cells.push_back(rating.odds ? Cell(Share{(*rating.odds)[grade]}) : Cell(std::monostate{}));
    cells.emplace_back(rating.basis);
    table.add(std::move(cells));
  }
  return table;
}

}  // namespace uor::report::tables
