#include "core/uor/workbook/evidence_rows.hpp"

#include <fmt/format.h>

#include <array>

#include "core/uor/base/toml.hpp"
#include "core/uor/trust/evidence.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/values.hpp"

namespace uor::workbook {

namespace {

using EvidenceKind = trust::Evidence::Kind;

constexpr std::array evidence_kinds = {EvidenceKind::commentary, EvidenceKind::context, EvidenceKind::intervention,
                                       EvidenceKind::additional, EvidenceKind::local};

struct ColumnKey {
  const char *heading, *key;
};

/// Of a row with a table of its own; commentary and context are a line each.
constexpr std::array evidence_numbers = {ColumnKey{layout::evidence_value, "value"},
                                         ColumnKey{layout::benchmark, "benchmark"}, ColumnKey{layout::before, "before"},
                                         ColumnKey{layout::after, "after"}};
constexpr std::array evidence_texts = {ColumnKey{layout::says, "text"}, ColumnKey{layout::better, "better"},
                                       ColumnKey{layout::evidence_kloe, "kloe"}, ColumnKey{layout::finding, "finding"},
                                       ColumnKey{layout::source, "source"}};

Entry evidence_entry(const Table& table, int row, const char* heading) {
  Entry found = entry_of(table, row, heading);
  found.subject = heading;
  return found;
}

EvidenceKind kind_of(const Table& table, int row) {
  const Entry cell = evidence_entry(table, row, layout::evidence_class);
  const auto word = text_in(cell);
  for (const EvidenceKind kind : evidence_kinds)
    if (word && *word == trust::name_of(kind)) return kind;
  std::string all;
  for (const EvidenceKind kind : evidence_kinds) all += (all.empty() ? "" : ", ") + std::string(trust::name_of(kind));
  throw Error(cell.where, fmt::format("the class is {}, choose one of {}", word ? "'" + *word + "'" : "blank", all));
}

std::string about_in(const Table& table, int row) {
  const Entry cell = evidence_entry(table, row, layout::about);
  const auto about = text_in(cell);
  if (!about) throw Error(cell.where, "About is blank, give the metric or key line that the evidence is about");
  return *about;
}

/// A line of [commentary] or [context].
void add_evidence_text(const Table& table, int row, DerivedText& out) {
  const Entry cell = evidence_entry(table, row, layout::says);
  const auto text = text_in(cell);
  if (!text) throw Error(cell.where, "What it says is blank (evidence is read by people), write a sentence");
  out.add(fmt::format("{} = {}", key_of(about_in(table, row)), toml_text(*text)), cell.where);
}

void add_evidence_table(const Table& table, int row, EvidenceKind kind, DerivedText& out) {
  const char* name = kind == EvidenceKind::intervention ? "intervention"
                     : kind == EvidenceKind::additional ? "additional"
                                                        : "local_intelligence";
  out.add(fmt::format("[[{}]]", name), table.where(row));
  out.add(fmt::format("{} = {}", kind == EvidenceKind::local ? "kloe" : "metric", toml_text(about_in(table, row))),
          table.where(row, layout::about));
  for (const ColumnKey& column : evidence_texts) {
    const Entry cell = evidence_entry(table, row, column.heading);
    if (const auto text = text_in(cell)) out.add(fmt::format("{} = {}", column.key, toml_text(*text)), cell.where);
  }
  for (const ColumnKey& column : evidence_numbers) {
    const Entry cell = evidence_entry(table, row, column.heading);
    if (const auto number = number_in(cell, Percent::points))
      out.add(fmt::format("{} = {}", column.key, show(*number)), cell.where);
  }
  const Entry date = evidence_entry(table, row, layout::evidence_date);
  if (const auto month = month_in(date)) out.add("date = " + toml_text(*month), date.where);
}

void add_evidence_row(const Table& table, int row, EvidenceKind kind, DerivedText& out) {
  try {
    if (kind == EvidenceKind::commentary || kind == EvidenceKind::context) return add_evidence_text(table, row, out);
    add_evidence_table(table, row, kind, out);
  } catch (const Error& error) {
    out.refuse(error);
  }
}

}  // namespace

void add_evidence(const Sheet& sheet, DerivedText& out) {
  const Table table(sheet, {layout::evidence_class, layout::about, layout::says, layout::evidence_value,
                            layout::benchmark, layout::before, layout::after, layout::finding, layout::better,
                            layout::evidence_kloe, layout::evidence_date, layout::source});
  std::vector<std::pair<EvidenceKind, int>> rows;
  for (const int row : table.rows()) {
    try {
      rows.emplace_back(kind_of(table, row), row);
    } catch (const Error& error) {
      out.refuse(error);
    }
  }
  for (const EvidenceKind kind : evidence_kinds) {
    bool first = true;
    for (const auto& [of_row, row] : rows) {
      if (of_row != kind) continue;
      if (first && (kind == EvidenceKind::commentary || kind == EvidenceKind::context))
        out.add(fmt::format("[{}]", trust::name_of(kind)), table.where(row));
      first = false;
      add_evidence_row(table, row, kind, out);
    }
  }
}

}  // namespace uor::workbook
