#include <algorithm>
#include <charconv>
#include <sstream>

#include "core/uor/base/text_file.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

namespace {

/// One row of the table, by column name.
class FieldRow {
 public:
  FieldRow(const CsvTable& table, const CsvRow& row) : table_(table), row_(row) {}

  const CsvCell& cell(const std::string& column) const {
    const auto at = table_.column(column);
    if (!at) throw Error(table_.header.cells[0].where, "the field table has no column '" + column + "', add it");
    return row_.cells[*at];
  }

  const std::string& text(const std::string& column) const { return cell(column).text; }

  double number(const std::string& column) const {
    const CsvCell& at = cell(column);
    double value = 0;
    const char* last = at.text.data() + at.text.size();
    const auto [end, failure] = std::from_chars(at.text.data(), last, value);
    if (failure != std::errc() || end != last) {
      throw Error(at.where, column + " is '" + at.text + "' (not a number), write a number");
    }
    return value;
  }

 private:
  const CsvTable& table_;
  const CsvRow& row_;
};

/// "people.score -" and what qualifies it: every field says what it moves, or why it moves nothing.
FieldEffect read_effect(const FieldRow& row) {
  using Sign = FieldEffect::Sign;
  FieldEffect effect;
  const std::string &moves = row.text("moves"), &sign = row.text("sign");
  effect.note = row.text("note");
  std::istringstream unless(row.text("unless"));
  for (std::string other; unless >> other;) effect.unless.push_back(other);
  const bool shown_only = moves == "shown only";
  if (!shown_only) effect.moves = moves;
  effect.sign = sign == "+" ? Sign::rises : sign == "-" ? Sign::falls : Sign::depends;
  if (moves.empty() || shown_only != sign.empty() ||
      (!sign.empty() && sign != "+" && sign != "-" && sign != "depends")) {
    throw Error(row.cell("moves").where,
                "field '" + row.text("id") +
                    "' does not say what it moves (a quantity with the sign +, - or depends, or "
                    "'shown only' without a sign), add it");
  }
  if (effect.sign == Sign::depends && effect.note.empty()) {
    throw Error(row.cell("note").where,
                "field '" + row.text("id") + "' gives no " +
                    (shown_only ? "reason for being shown only" : "condition that its sign depends on") +
                    ", add a note");
  }
  return effect;
}

Field read_field(const FieldRow& row) {
  Field field;
  field.id = row.text("id");
  field.unit = row.text("unit");
  field.title = row.text("title");
  field.group = row.text("group");
  field.lower = row.number("lower");
  field.upper = row.number("upper");
  field.minimum = row.text("minimum") == "yes";
  field.rounding = row.number("rounding");
  field.csv_column = row.text("csv_column");
  field.scale = row.number("scale");
  field.effect = read_effect(row);
  if (field.id.empty() || !(field.lower < field.upper) || field.rounding < 0 || field.scale <= 0) {
    throw Error(row.cell("id").where,
                "field '" + field.id + "' is not valid (blank id, bounds or rounding out of order), correct the row");
  }
  return field;
}

}  // namespace

Fields::Fields(const std::string& table_path) {
  const CsvTable table = parse_csv(read_text_file(table_path, "field table"), table_path);
  for (const CsvRow& row : table.rows) {
    const FieldRow cells(table, row);
    if (cells.text("group") == "ignored") {
      ignored_columns_.push_back(cells.text("csv_column"));
      continue;
    }
    Field field = read_field(cells);
    if (find(field.id)) throw Error(cells.cell("id").where, "duplicate field '" + field.id + "', delete one");
    fields_.push_back(std::move(field));
  }
}

const Field* Fields::find(const std::string& id) const {
  const auto at = std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) { return field.id == id; });
  return at == fields_.end() ? nullptr : &*at;
}

std::vector<std::string> Fields::ids() const {
  std::vector<std::string> ids;
  for (const Field& field : fields_) ids.push_back(field.id);
  return ids;
}

Interval interval_of(const Reported& reported, const Field& field) {
  return {std::max(reported.value - reported.rounding, std::min(field.lower, reported.value)),
          std::min(reported.value + reported.rounding, std::max(field.upper, reported.value))};
}

}  // namespace uor::trust
