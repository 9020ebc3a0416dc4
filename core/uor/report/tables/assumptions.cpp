#include "core/uor/report/tables/assumptions.hpp"

#include "core/uor/report/tables/columns.hpp"

namespace uor::report::tables {

namespace {

Column of_worth(bool studied) {
  const Column worth = figures("Worth knowing, % of the uncertainty",
                               {{Part::value, "Worth", "of variance", 9}, {Part::error, "±", "standard error", 9}})
                           .at(1);
  return studied ? worth : worth.in_numbers();
}

std::vector<Column> assumption_columns(bool studied) {
  Column how = text("How it was filled", 70);
  how.numbers.front().heading = "How it was assumed";
  return {of_trust(),           text("What", 52),   of_worth(studied),      how,
          text("Standing", 12), text("Source", 70), text("Id").in_numbers()};
}

}  // namespace

Table assumptions(const TrustFigures& trust, const std::string& caption, std::size_t first, std::size_t last) {
  Table table{"assumptions", caption, "", assumption_columns(trust.study.has_value())};
  for (std::size_t i = first; i < last; ++i) {
    const Assumption& one = trust.assumptions[i];
    table.add({trust.code, one.title, one.worth ? share(*one.worth) : Cell(), one.in_words, one.standing, one.source,
               one.id});
  }
  return table;
}

Table assumptions(const TrustFigures& trust) {
  return assumptions(trust, trust.study ? "What would be worth most to know" : "Assumptions", 0,
                     trust.assumptions.size());
}

}  // namespace uor::report::tables
