// The sheet Facts changed.
#include "core/uor/report/tables/between.hpp"
#include "core/uor/report/tables/shape.hpp"
#include "core/uor/report/workbook/sheet.hpp"
#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report::book {

void write_facts(workbook::BookWriter& book, const Figures& figures) {
  if (!figures.against_first || figures.against_first->differs.empty()) return;
  const AgainstFirst& against = *figures.against_first;
  std::vector<tables::Table> facts;
  for (const TrustDiffers& trust : against.differs) facts.push_back(tables::facts_that_differ(trust, against));
  const tables::Table table = stacked(std::move(facts));
  Sheet out(book, "Facts changed", "Which facts differ",
            "From " + against.from.file + " to " + against.to.file +
                ". A fact is reported, derived from others or drawn; all that have no row are as they were.",
            table);
  out.whole(table, "facts_changed", 2);
  for (const TrustDiffers& trust : against.differs) {
    out.words(trust.code + ": " + in_words(trust.differs));
    out.rows(tables::what_else_differs(trust, against));
  }
}

}  // namespace uor::report::book
