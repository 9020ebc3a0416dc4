// The sheet Facts changed.
#include "core/uor/report/workbook_sheet.hpp"

namespace uor::report {

namespace {

/// A figure as a number, anything else, and a figure that is the same on both sides, as it is said.
CellValue cell_of(const analyse::KnownFact& fact, const analyse::ChangedFact& of) {
  const bool numbers = fact.value && fact.origin != "judged" && of.from.value != of.to.value;
  return numbers ? CellValue(Number{*fact.value, format::value}) : CellValue(fact.text);
}

}  // namespace

void write_facts(workbook::BookWriter& book, const Figures& figures) {
  if (!figures.against_first || figures.against_first->differs.empty()) return;
  const AgainstFirst& against = *figures.against_first;
  WorkbookSheet out(book, "Facts changed", "Which facts differ",
                    "From " + against.from.file + " to " + against.to.file +
                        ". A fact is reported, derived from others or drawn; all that have no row are as they were.",
                    {{"Trust", 9},
                     {"Fact", 60},
                     {"Unit", 18},
                     {"Was", 24},
                     {"Is", 24},
                     {"Where from, was", 16},
                     {"Where from, is", 16},
                     {"Id", 30}});
  out.headings();
  out.freeze(2);
  const int first = out.next();
  for (const TrustDiffers& trust : against.differs)
    for (const analyse::ChangedFact& fact : trust.differs.facts)
      out.row({trust.code, fact.title, fact.unit, cell_of(fact.from, fact), cell_of(fact.to, fact), fact.from.origin,
               fact.to.origin, fact.id});
  out.name("facts_changed", first, 1, 8);
  for (const TrustDiffers& trust : against.differs) {
    out.words(trust.code + ": " + in_words(trust.differs));
    for (const analyse::RunDifference& difference : trust.differs.runs)
      out.row({trust.code, "Other " + difference.what, "", difference.from, difference.to});
  }
}

}  // namespace uor::report
