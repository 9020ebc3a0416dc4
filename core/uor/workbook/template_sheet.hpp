// What the sheets of the template have in common: a title, a line of advice, headings, groups and cells to fill in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/trust/trust.hpp"
#include "core/uor/workbook/book_writer.hpp"
#include "core/uor/workbook/template.hpp"

namespace uor::workbook {

struct Heading {
  const char* text;
  double width;  // in characters
  const char* unit = "";
};

namespace look {
Look label();
Look note();                     // small and grey: units, bounds, hints
Look bound(double value);        // the same for numbers
Look input(double largest = 0);  // a number to fill in, of at most that size
Look input_text();
}  // namespace look

/// Writes top to bottom; `row` is the next free row.
class TemplateSheet {
 public:
  /// Title and advice over all columns, units above the headings; what stands above the first free row stays in view.
  TemplateSheet(SheetWriter& sheet, const std::string& title, const std::string& advice,
                const std::vector<Heading>& headings);

  SheetWriter& sheet() { return sheet_; }
  int row() const { return row_; }
  Position at(const char* heading) const;  // in this row
  Range cell(const char* heading) const { return {at(heading), at(heading)}; }
  void next() { ++row_; }
  void group(const std::string& text);

  void label(const char* heading, const std::string& text) { sheet_.text(at(heading), text, look::label()); }
  void note(const char* heading, const std::string& text) { sheet_.text(at(heading), text, look::note()); }
  void bound(const char* heading, double value) { sheet_.number(at(heading), value, look::bound(value)); }
  void input(const char* heading, std::optional<double> value = {}, double largest = 0);
  void input_text(const char* heading, const std::string& value = {});

 private:
  SheetWriter& sheet_;
  std::vector<Heading> headings_;
  int row_ = 0;
};

/// A field in this row: title, unit, bounds, and its value with what may be typed there.
void write_field(TemplateSheet& out, const trust::Field& field, const char* heading, const trust::Reported* reported);

/// The four ratings as a list to choose from.
const std::vector<std::string>& rating_words();

// The sheets, in the order of the tabs.
void write_guide(BookWriter& book);
void write_trust_sheet(BookWriter& book, const TemplateInputs& inputs);
void write_metrics_sheet(BookWriter& book, const TemplateInputs& inputs);
void write_schemes_sheet(BookWriter& book, const TemplateInputs& inputs);
void write_evidence_sheet(BookWriter& book, const TemplateInputs& inputs);
void write_more_evidence_sheet(BookWriter& book, const TemplateInputs& inputs);
void write_question_sheet(BookWriter& book);
void write_levers_sheet(BookWriter& book, const TemplateInputs& inputs);

}  // namespace uor::workbook
