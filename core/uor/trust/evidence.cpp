#include "core/uor/trust/evidence.hpp"

#include <algorithm>

#include "core/uor/base/written.hpp"
#include "core/uor/trust/identity.hpp"
#include "core/uor/trust/month.hpp"
#include "core/uor/trust/number.hpp"

namespace uor::trust {

namespace {

using EvidenceKind = Evidence::Kind;

std::string words_in(const TomlTable& table, const char* key) { return one_line(table.find_text(key).value_or("")); }

void need_text(const Evidence& piece) {
  if (piece.text.empty())
    throw Error(piece.where, std::string(name_of(piece.kind)) + " of '" + piece.about +
                                 "' has no text (evidence is read by people), add text = \"...\"");
}

/// [commentary] and [context]: texts by key line or metric.
void add_texts(const TomlTable& root, const char* key, EvidenceKind kind, std::vector<Evidence>& all) {
  const auto table = root.find_table(key);
  if (!table) return;
  for (const std::string& about : table->keys()) {
    Evidence piece;
    piece.kind = kind;
    piece.about = about;
    piece.text = one_line(table->text(about));
    piece.where = table->where(about);
    need_text(piece);
    all.push_back(std::move(piece));
  }
}

Evidence piece_of(const TomlTable& table, EvidenceKind kind, const char* about) {
  Evidence piece;
  piece.kind = kind;
  piece.where = table.where(about);
  piece.about = std::string(trimmed(table.text(about)));
  piece.text = words_in(table, "text");
  piece.source = words_in(table, "source");
  if (const auto month = table.find_text("date")) piece.date = read_month(*month, piece.about, table.where("date"));
  need_text(piece);
  return piece;
}

Evidence intervention_of(const TomlTable& table) {
  table.allow_only({"metric", "text", "source", "date", "before", "after"});
  Evidence piece = piece_of(table, EvidenceKind::intervention, "metric");
  piece.before = table.find_number("before");
  piece.after = table.find_number("after");
  return piece;
}

Evidence additional_of(const TomlTable& table) {
  table.allow_only({"metric", "kloe", "text", "source", "date", "value", "benchmark", "better"});
  Evidence piece = piece_of(table, EvidenceKind::additional, "metric");
  piece.kloe = words_in(table, "kloe");
  piece.value = table.number("value");
  piece.benchmark = table.find_number("benchmark");
  const std::string better = words_in(table, "better");
  if (!better.empty() && better != "low" && better != "high")
    throw Error(table.where("better"), "better is '" + better + "' (unknown), write \"low\" or \"high\"");
  piece.polarity = better.empty() ? 0 : better == "high" ? 1 : -1;
  return piece;
}

Evidence local_of(const TomlTable& table) {
  table.allow_only({"kloe", "text", "source", "date", "finding"});
  Evidence piece = piece_of(table, EvidenceKind::local, "kloe");
  if (!table.has("finding")) return piece;
  if (!table.is_text("finding")) {
    piece.finding = table.number("finding", {1.0, 4.0});
    return piece;
  }
  const std::string found = *table.find_text("finding");
  Field scale;
  scale.id = "finding";
  scale.unit = found.find_first_of("0123456789") == std::string::npos ? "rating" : "score";
  scale.lower = 1;
  scale.upper = 4;
  piece.finding = read_number(found, scale, table.where("finding"));
  return piece;
}

}  // namespace

bool Evidence::operator==(const Evidence& other) const {
  return kind == other.kind && about == other.about && kloe == other.kloe && text == other.text &&
         source == other.source && date == other.date && value == other.value && benchmark == other.benchmark &&
         before == other.before && after == other.after && finding == other.finding && polarity == other.polarity;
}

const char* name_of(Evidence::Kind kind) {
  constexpr const char* names[] = {"commentary", "context", "intervention", "additional metric", "local intelligence"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Evidence> read_evidence(const TomlTable& root) {
  std::vector<Evidence> all;
  add_texts(root, "commentary", EvidenceKind::commentary, all);
  add_texts(root, "context", EvidenceKind::context, all);
  for (const TomlTable& table : root.find_tables("intervention")) all.push_back(intervention_of(table));
  for (const TomlTable& table : root.find_tables("additional")) all.push_back(additional_of(table));
  for (const TomlTable& table : root.find_tables("local_intelligence")) all.push_back(local_of(table));
  return all;
}

}  // namespace uor::trust
