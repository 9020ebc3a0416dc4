#include "core/uor/report/workbook/workbook.hpp"

#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report {

std::string write_workbook(PartialFile file, const Figures& figures) {
  workbook::BookWriter writer(std::move(file));
  writer.mark_as_report();
  writer.properties("Use of resources: " + figures.origin.title, figures.origin.question);
  book::write_summary(writer, figures);
  book::write_odds(writer, figures);
  book::write_from_to(writer, figures);
  book::write_changes(writer, figures);
  book::write_facts(writer, figures);
  book::write_kloes(writer, figures);
  book::write_metrics(writer, figures);
  book::write_year(writer, figures);
  book::write_statements(writer, figures);
  book::write_pounds(writer, figures);
  book::write_savings(writer, figures);
  book::write_prompts(writer, figures);
  book::write_evidence(writer, figures);
  book::write_received(writer, figures);
  book::write_support_needs(writer, figures);
  book::write_trusts(writer, figures);
  book::write_regions(writer, figures);
  book::write_practice(writer, figures);
  book::write_assumptions(writer, figures);
  book::write_provenance(writer, figures);
  return writer.finish();
}

}  // namespace uor::report
