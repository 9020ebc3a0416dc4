// The sheets Trust, Metrics, Savings schemes and Evidence.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/uor/base/toml.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/derived_text.hpp"
#include "core/uor/workbook/key_rows.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/read.hpp"
#include "core/uor/workbook/scheme_rows.hpp"
#include "core/uor/workbook/values.hpp"

namespace uor::workbook {

namespace {

/// Keys of the sheet Trust that are not fields; the text has them before its tables.
constexpr std::array frame_keys = {"schema", "code", "name", "type", "policy_year", "figures_year", "in_scope"};

bool is_frame(const std::string& key) {
  return std::find(frame_keys.begin(), frame_keys.end(), key) != frame_keys.end();
}

void add_frame(const KeyRow& row, const Table& table, DerivedText& out) {
  Entry entry = entry_of(table, row.row, layout::value);
  entry.subject = row.key;
  if (row.key == "schema") {
    if (const auto number = number_in(entry, Percent::refused)) out.add("schema = " + show(*number), entry.where);
    return;
  }
  const auto text = text_in(entry);
  if (!text) return;
  const auto answer = row.key == "in_scope" ? yes_or_no(*text) : std::nullopt;
  out.add(fmt::format("{} = {}", row.key, answer ? (*answer ? "true" : "false") : toml_text(*text)), entry.where);
}

std::optional<std::string> rounding_of(const Entry& entry, const std::string& key, bool has_value) {
  const auto rounding = number_in(entry, Percent::points);
  if (!rounding) return {};
  if (!has_value)
    throw Error(entry.where, fmt::format("{} has a rounding and no value, give the value or delete the rounding", key));
  return show(*rounding);
}

/// The month that a metric is of, who says so and on which basis, where the sheet has columns for them.
std::vector<std::pair<std::string, Where>> beside_value(const KeyRow& row, const Table& table) {
  std::vector<std::pair<std::string, Where>> lines;
  for (const auto& [heading, key] :
       {std::pair{layout::month, "month"}, {layout::source, "source"}, {layout::basis, "basis"}}) {
    if (!table.has(heading)) continue;
    Entry entry = entry_of(table, row.row, heading);
    entry.subject = fmt::format("the {} of {}", key, row.key);
    const auto text = heading == layout::month ? month_in(entry) : text_in(entry);
    if (text) lines.emplace_back(fmt::format("{} = {}", key, toml_text(*text)), entry.where);
  }
  return lines;
}

void add_fact(const KeyRow& row, const Table& table, DerivedText& out) {
  Entry value = entry_of(table, row.row, layout::value);
  Entry rounding = entry_of(table, row.row, layout::rounding);
  value.subject = row.key;
  rounding.subject = fmt::format("the rounding of {}", row.key);
  const auto fact = fact_in(value);
  const auto width = rounding_of(rounding, row.key, fact.has_value());
  if (!fact) return;
  const std::string key = key_of(row.key);
  const auto beside = beside_value(row, table);
  if (!width && beside.empty()) return out.add(fmt::format("{} = {}", key, *fact), value.where, LineKind::fact);
  out.add(fmt::format("{}.value = {}", key, *fact), value.where, LineKind::fact);
  if (width) out.add(fmt::format("{}.rounding = {}", key, *width), rounding.where, LineKind::fact);
  for (const auto& [line, where] : beside) out.add(key + "." + line, where, LineKind::fact);
}

/// Rounded, and on the basis, as the metric's value.
void add_year_ago(const KeyRow& row, const Table& table, DerivedText& out) {
  Entry entry = entry_of(table, row.row, layout::year_ago);
  entry.subject = row.key + "_year_ago";
  const auto fact = fact_in(entry);
  if (!fact) return;
  const std::string key = key_of(entry.subject);
  out.add(fmt::format("{}.value = {}", key, *fact), entry.where, LineKind::fact);
  Entry rounding = entry_of(table, row.row, layout::rounding);
  rounding.subject = fmt::format("the rounding of {}", row.key);
  if (const auto width = number_in(rounding, Percent::points))
    out.add(fmt::format("{}.rounding = {}", key, show(*width)), rounding.where, LineKind::fact);
  if (!table.has(layout::basis)) return;
  const Entry basis = entry_of(table, row.row, layout::basis);
  if (const auto text = text_in(basis))
    out.add(fmt::format("{}.basis = {}", key, toml_text(*text)), basis.where, LineKind::fact);
}

void add_judgement(const KeyRow& row, const Table& table, DerivedText& out) {
  Entry entry = entry_of(table, row.row, layout::judgement);
  entry.subject = row.key;
  if (const auto fact = fact_in(entry))
    out.add(fmt::format("{} = {}", toml_text(row.key), *fact), entry.where, LineKind::fact);
}

/// Runs `add` on each row; what it refuses is collected.
template <class Add>
void add_rows(const Table& table, const std::vector<KeyRow>& rows, DerivedText& out, Add add) {
  for (const KeyRow& row : rows) {
    try {
      add(row, table, out);
    } catch (const Error& error) {
      out.refuse(error);
    }
  }
}

DerivedText trust_text(const Book& book) {
  const Table trust(required_sheet(book, layout::trust_sheet), {layout::key, layout::value, layout::rounding});
  const Table metrics(required_sheet(book, layout::metrics_sheet),
                      {layout::key, layout::value, layout::rounding, layout::year_ago},
                      {layout::month, layout::source, layout::basis});
  const Table evidence(required_sheet(book, layout::evidence_sheet), {layout::key, layout::judgement});
  DerivedText out;
  std::vector<KeyRow> frame, facts;
  for (const KeyRow& row : key_rows(trust, out)) (is_frame(row.key) ? frame : facts).push_back(row);
  const auto is_schema = [](const KeyRow& row) { return row.key == "schema"; };
  std::stable_partition(frame.begin(), frame.end(), is_schema);  // first, as in a trust file
  const std::vector<KeyRow> metric_rows = key_rows(metrics, out);
  const Where top = {fmt::format("{}: sheet '{}'", book.path, trust.sheet().name)};
  out.add(fmt::format("# Read from a workbook, SHA-256 {}", book.sha256), top);
  add_rows(trust, frame, out, add_frame);
  out.add("[reported]", top);
  add_rows(trust, facts, out, add_fact);
  add_rows(metrics, metric_rows, out, add_fact);
  add_rows(metrics, metric_rows, out, add_year_ago);
  out.add("[judged]", {fmt::format("{}: sheet '{}'", book.path, evidence.sheet().name)});
  add_rows(evidence, key_rows(evidence, out), out, add_judgement);
  add_schemes(required_sheet(book, layout::schemes_sheet), out);
  return out;
}

}  // namespace

trust::Trust read_trust(const std::string& path, const trust::Fields& fields) {
  const Book book =
      read_book(path, {layout::trust_sheet, layout::metrics_sheet, layout::schemes_sheet, layout::evidence_sheet});
  trust::Trust trust;
  trust_text(book).parse([&](const std::string& text, const LinePlaces& places) {
    trust = trust::parse_trust_toml(text, path, fields, places);
  });
  trust.workbook_sha256 = book.sha256;
  return trust;
}

}  // namespace uor::workbook
