#include "core/uor/workbook/template.hpp"

#include <utility>

#include "core/uor/workbook/template_sheet.hpp"

namespace uor::workbook {

void write_template(PartialFile file, const TemplateInputs& inputs) {
  BookWriter book(std::move(file));
  book.properties("Use of resources: trust workbook", inputs.trust ? inputs.trust->name : "");
  write_guide(book);
  write_trust_sheet(book, inputs);
  write_metrics_sheet(book, inputs);
  write_schemes_sheet(book, inputs);
  write_evidence_sheet(book, inputs);
  write_more_evidence_sheet(book, inputs);
  write_question_sheet(book);
  write_levers_sheet(book, inputs);
  book.finish();
}

}  // namespace uor::workbook
