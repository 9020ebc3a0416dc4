#include "core/uor/workbook/scheme_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/uor/base/month_names.hpp"
#include "core/uor/base/toml.hpp"
#include "core/uor/base/toml_scheme.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/values.hpp"
#include "core/uor/workbook/words.hpp"

namespace uor::workbook {

namespace {

struct SchemeLine {
  std::string text;
  Where where;
};

/// One row, the lines that it becomes, and what is wrong with its cells.
class SchemeRow {
 public:
  SchemeRow(const Table& table, int row) : table_(table), row_(row) {
    attempt([&] { text(layout::scheme_name, "name"); });
    attempt([&] { text(layout::category, "category"); });
    attempt([&] { number(layout::plan, "plan", Percent::refused); });
    attempt([&] { start(); });
    attempt([&] { recurrent(); });
    attempt([&] { delivery(); });
    attempt([&] { number(layout::delay, "delay", Percent::refused); });
    attempt([&] { number(layout::delivered_to_date, "delivered_to_date", Percent::refused); });
    attempt([&] { text(layout::scheme_lever, "driver"); });
    attempt([&] { change(); });
    need(layout::scheme_name, "but the row holds values, name the scheme or clear the row");
    need(layout::plan, "give what the scheme is planned to save, in GBP m");
    if (table_.cell(row_, layout::scheme_lever) == nullptr)
      need(layout::category, "choose where the scheme saves, or name the lever that it acts through");
  }

  const std::vector<SchemeLine>& lines() const { return lines_; }
  const std::vector<Error>& refused() const { return refused_; }
  Where where() const { return table_.where(row_); }
  const Sheet& sheet() const { return table_.sheet(); }

 private:
  template <typename Read>
  void attempt(Read read) {
    try {
      read();
    } catch (const Error& error) {
      refused_.push_back(error);
    }
  }

  void need(const char* heading, const char* fix) {
    if (table_.cell(row_, heading) != nullptr) return;
    refused_.emplace_back(table_.where(row_, heading), fmt::format("{} is blank, {}", heading, fix));
  }

  Entry entry(const char* heading) const { return entry_of(table_, row_, heading); }

  void add(std::string line, const Where& where) { lines_.push_back({std::move(line), where}); }

  void text(const char* heading, const char* key) {
    const Entry at = entry(heading);
    if (const auto value = text_in(at)) add(fmt::format("{} = {}", key, toml_text(*value)), at.where);
  }

  void number(const char* heading, const char* key, Percent percent) {
    const Entry at = entry(heading);
    if (const auto value = number_in(at, percent)) add(fmt::format("{} = {}", key, show(*value)), at.where);
  }

  /// A month by its name or its number in the year.
  void start() {
    const Entry at = entry(layout::start);
    const auto word = text_in(at);
    if (!word) return;
    const auto same = [&](const char* month) { return folded(month) == folded(*word); };
    const auto month = std::find_if(month_names.begin(), month_names.end(), same);
    if (month == month_names.end()) return number(layout::start, "start_month", Percent::refused);
    add(fmt::format("start_month = {}", month - month_names.begin() + 1), at.where);
  }

  /// Yes, no, or a percentage.
  void recurrent() {
    const Entry at = entry(layout::recurrent);
    const auto word = text_in(at);
    if (!word) return;
    const bool digits = at.cell->kind != Cell::Kind::flag && word->find_first_of("0123456789") == 0;
    const auto answer = digits ? std::nullopt : yes_or_no(*word);
    if (!answer) return share(layout::recurrent, "recurrent");
    add(fmt::format("recurrent = {}", *answer ? "true" : "false"), at.where);
  }

  void share(const char* heading, const char* key) {
    const Entry at = entry(heading);
    const auto value = number_in(at, Percent::points);
    if (!value) return;
    if (*value > 0 && *value < 1)
      throw Error(at.where, fmt::format("{} is {} percent (it looks like a fraction), write {}", at.subject,
                                        show(*value), show(*value * 100)));
    add(fmt::format("{} = {}", key, show(*value)), at.where);
  }

  void delivery() {
    const bool low = table_.cell(row_, layout::delivery_low) != nullptr;
    const bool likely = table_.cell(row_, layout::delivery) != nullptr;
    const bool high = table_.cell(row_, layout::delivery_high) != nullptr;
    if (!low && !likely && !high) return;
    if (likely && !low && !high) return share(layout::delivery, "delivery");
    if (!low || !likely || !high)
      throw Error(table_.where(row_, layout::delivery),
                  "of the scheme's delivery some of lowest, likeliest and highest are blank, give all three, or the "
                  "likeliest alone");
    add("delivery.shape = \"pert\"", table_.where(row_, layout::delivery));
    share(layout::delivery_low, "delivery.lower");
    share(layout::delivery, "delivery.mode");
    share(layout::delivery_high, "delivery.upper");
  }

  void change() {
    const Entry how = entry(layout::how);
    const Entry by = entry(layout::change);
    const auto word = text_in(how);
    if (!word && by.cell == nullptr) return;
    if (!word) throw Error(how.where, "is blank, but a change is given, choose add or multiply");
    const std::string operation = folded(*word);
    if (operation != "add" && operation != "multiply")
      throw Error(how.where, fmt::format("How is '{}' (unknown), choose add or multiply", *word));
    const auto value = number_in(by, operation == "multiply" ? Percent::fraction : Percent::refused);
    if (!value) throw Error(by.where, fmt::format("is blank, but the scheme shall {}, give the number", operation));
    add(fmt::format("{} = {}", operation, show(*value)), by.where);
  }

  const Table& table_;
  int row_;
  std::vector<SchemeLine> lines_;
  std::vector<Error> refused_;
};

/// The row as a file of one scheme, in which lines give way to what is surely right.
class SchemeCheck {
 public:
  explicit SchemeCheck(const SchemeRow& row) : file_(row.sheet().file), lines_(row.lines()) {
    lines_.insert(lines_.begin(), {"[[scheme]]", row.where()});
    complete();
  }

  /// What the reader of schemes refuses, one cell after the other.
  std::vector<Error> refused() {
    std::vector<Error> all;
    while (const auto error = refusal()) {
      all.push_back(*error);
      if (!give_way(error->where().file)) break;
    }
    return all;
  }

 private:
  /// With something right in place of each line that must be there.
  void complete() {
    fill("name", toml_text("unnamed"));
    fill("plan", "1");
    if (!has("driver")) fill("category", toml_text("pay"));
  }

  bool has(const std::string& key) const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [&](const SchemeLine& line) { return line.text.starts_with(key + " "); });
  }

  void fill(const std::string& key, const std::string& value) {
    if (!has(key)) lines_.push_back({key + " = " + value, lines_.front().where});
  }

  std::optional<Error> refusal() const {
    std::string text;
    LinePlaces places;
    for (const SchemeLine& line : lines_) {
      text += line.text + '\n';
      places.push_back(to_string(line.where));
    }
    // Beside it another one, so that it may plan nothing itself.
    text += "[[scheme]]\nname = \"(another)\"\ncategory = \"pay\"\nplan = 1\n";
    try {
      read_schemes(TomlTable::parse(text, file_, places));
    } catch (const Error& error) {
      return error;
    }
    return {};
  }

  /// False where no line came from that cell.
  bool give_way(const std::string& place) {
    const auto of_cell = [&](const SchemeLine& line) { return to_string(line.where) == place; };
    const auto found = std::find_if(lines_.begin() + 1, lines_.end(), of_cell);
    if (found == lines_.end() || found->text.starts_with("driver")) return false;
    const bool delivery = found->text.starts_with("delivery");
    lines_.erase(std::remove_if(lines_.begin() + 1, lines_.end(),
                                [&](const SchemeLine& line) {
                                  return of_cell(line) || (delivery && line.text.starts_with("delivery"));
                                }),
                 lines_.end());
    complete();
    return true;
  }

  std::string file_;
  std::vector<SchemeLine> lines_;
};

}  // namespace

void add_schemes(const Sheet& sheet, DerivedText& out) {
  const Table table(
      sheet,
      {layout::scheme_name, layout::category, layout::plan, layout::start, layout::recurrent, layout::delivery_low,
       layout::delivery, layout::delivery_high, layout::delay, layout::scheme_lever, layout::how, layout::change},
      {layout::delivered_to_date});
  constexpr std::size_t most_checked = 10 * max_schemes;  // so many are checked cell by cell, however wrong
  if (table.rows().size() > most_checked) {
    throw Error(
        table.where(table.rows()[most_checked]),
        fmt::format("the sheet has {} rows with values (the model holds no more than {} schemes), put the small "
                    "ones together",
                    table.rows().size(), max_schemes));
  }
  std::vector<SchemeRow> rows;
  bool right = true;
  for (const int row : table.rows()) {
    rows.emplace_back(table, row);
    for (const auto& wrong : {rows.back().refused(), SchemeCheck(rows.back()).refused()})
      for (const Error& error : wrong) {
        out.refuse(error);
        right = false;
      }
  }
  if (!right) return;  // what the others add up to would be wrong too
  for (const SchemeRow& row : rows) {
    out.add("[[scheme]]", row.where());
    for (const SchemeLine& line : row.lines()) out.add(line.text, line.where);
  }
}

}  // namespace uor::workbook
