// The sheet Provenance.
#include "core/uor/report/tables/provenance.hpp"
#include "core/uor/report/workbook/sheet.hpp"
#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report::book {

void write_provenance(workbook::BookWriter& book, const Figures& figures) {
  const Origin& origin = figures.origin;
  const tables::Table facts = tables::run_facts(origin);
  Sheet out(book, "Provenance", "Where these figures come from",
            "With the same inputs, program and seed, the result file has the same bits.", tables::provenance(figures));
  out.whole(facts, "run", 1);
  for (const tables::Table& table : {tables::inputs(origin), tables::plugins(origin), tables::standing(origin)}) {
    out.space();
    out.headings(table, table.caption);
    out.rows(table);
  }
}

}  // namespace uor::report::book
