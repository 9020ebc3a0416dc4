// The sheet More evidence.
#include "core/uor/base/toml.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/template_sheet.hpp"

namespace uor::workbook {

namespace {

constexpr std::size_t blank_rows = 20;

std::vector<std::string> class_words() {
  using EvidenceKind = trust::Evidence::Kind;
  std::vector<std::string> words;
  for (const EvidenceKind kind : {EvidenceKind::commentary, EvidenceKind::context, EvidenceKind::intervention,
                                  EvidenceKind::additional, EvidenceKind::local})
    words.emplace_back(trust::name_of(kind));
  return words;
}

std::string better_word(int polarity) { return polarity > 0 ? "high" : polarity < 0 ? "low" : ""; }

std::string finding_word(const std::optional<double>& finding) {
  if (!finding) return "";
  const auto grade = static_cast<std::size_t>(*finding);
  return *finding == static_cast<double>(grade) ? rating_words().at(grade - 1) : show(*finding);
}

void write_piece(TemplateSheet& out, const trust::Evidence& piece) {
  const bool of_class = piece.where.file.empty() && piece.about.empty();  // a blank row
  out.input_text(layout::evidence_class, of_class ? "" : trust::name_of(piece.kind));
  out.input_text(layout::about, piece.about);
  out.input_text(layout::says, piece.text);
  out.input(layout::evidence_value, piece.value);
  out.input(layout::benchmark, piece.benchmark);
  out.input(layout::before, piece.before);
  out.input(layout::after, piece.after);
  out.input_text(layout::finding, finding_word(piece.finding));
  out.input_text(layout::better, better_word(piece.polarity));
  out.input_text(layout::evidence_kloe, piece.kloe);
  out.input_text(layout::evidence_date, piece.date);
  out.input_text(layout::source, piece.source);
  out.sheet().choices(
      out.cell(layout::evidence_class), class_words(), "Class",
      "commentary and local intelligence are about a key line, context and intervention about a metric.");
  out.sheet().choices(out.cell(layout::finding), rating_words(), "Finding", "Of local intelligence: what it shows.");
  out.sheet().choices(out.cell(layout::better), {"low", "high"}, "Better", "Of an additional metric that no list has.");
  out.next();
}

}  // namespace

void write_more_evidence_sheet(BookWriter& book, const TemplateInputs& inputs) {
  TemplateSheet out(
      book.sheet(layout::more_evidence_sheet), "More evidence: what else assessors are shown",
      "A piece a row: commentary on a key line (clinical, people, ...), the context of a metric (its key), an "
      "intervention with its metric before and after, an additional metric with its benchmark, local intelligence on a "
      "key line. Each moves the prompts of its key line a little; commentary is read only.",
      {{layout::evidence_class, 19},
       {layout::about, 30},
       {layout::says, 60},
       {layout::evidence_value, 10},
       {layout::benchmark, 11},
       {layout::before, 10},
       {layout::after, 10},
       {layout::finding, 20},
       {layout::better, 9},
       {layout::evidence_kloe, 12},
       {layout::evidence_date, 10},
       {layout::source, 24}});
  if (inputs.trust != nullptr)
    for (const trust::Evidence& piece : inputs.trust->evidence) write_piece(out, piece);
  for (std::size_t row = 0; row < blank_rows; ++row) write_piece(out, {});
}

}  // namespace uor::workbook
