#include "core/uor/workbook/scheme_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/uor/base/toml.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/values.hpp"
#include "core/uor/workbook/words.hpp"

namespace uor::workbook {

namespace {

/// One row, and the lines that it becomes.
class SchemeRow {
 public:
  SchemeRow(const Table& table, int row, DerivedText& out) : table_(table), row_(row), out_(out) {}

  void add() {
    out_.add("[[scheme]]", table_.where(row_));
    text(layout::scheme_name, "name");
    text(layout::category, "category");
    number(layout::plan, "plan", Percent::refused);
    start();
    recurrent();
    delivery();
    number(layout::delay, "delay", Percent::refused);
    text(layout::scheme_lever, "driver");
    change();
  }

 private:
  Entry entry(const char* heading) const { return entry_of(table_, row_, heading); }

  void text(const char* heading, const char* key) {
    const Entry at = entry(heading);
    if (const auto value = text_in(at)) out_.add(fmt::format("{} = {}", key, toml_text(*value)), at.where);
  }

  void number(const char* heading, const char* key, Percent percent) {
    const Entry at = entry(heading);
    if (const auto value = number_in(at, percent)) out_.add(fmt::format("{} = {}", key, show(*value)), at.where);
  }

  /// A month by its name or its number in the year.
  void start() {
    const Entry at = entry(layout::start);
    const auto word = text_in(at);
    if (!word) return;
    const auto same = [&](const char* month) { return folded(month) == folded(*word); };
    const auto month = std::find_if(layout::months.begin(), layout::months.end(), same);
    if (month == layout::months.end()) return number(layout::start, "start_month", Percent::refused);
    out_.add(fmt::format("start_month = {}", month - layout::months.begin() + 1), at.where);
  }

  /// Yes, no, or a percentage.
  void recurrent() {
    const Entry at = entry(layout::recurrent);
    const auto word = text_in(at);
    if (!word) return;
    const std::string folded_word = folded(*word);
    if (folded_word != "yes" && folded_word != "no") return share(layout::recurrent, "recurrent");
    out_.add(fmt::format("recurrent = {}", folded_word == "yes" ? "true" : "false"), at.where);
  }

  void share(const char* heading, const char* key) {
    const Entry at = entry(heading);
    const auto value = number_in(at, Percent::points);
    if (!value) return;
    if (*value > 0 && *value < 1)
      throw Error(at.where, fmt::format("{} is {} percent (it looks like a fraction), write {}", at.subject,
                                        show(*value), show(*value * 100)));
    out_.add(fmt::format("{} = {}", key, show(*value)), at.where);
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
    out_.add("delivery.shape = \"pert\"", table_.where(row_, layout::delivery));
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
    out_.add(fmt::format("{} = {}", operation, show(*value)), by.where);
  }

  const Table& table_;
  int row_;
  DerivedText& out_;
};

}  // namespace

void add_schemes(const Sheet& sheet, DerivedText& out) {
  const Table table(sheet, {layout::scheme_name, layout::category, layout::plan, layout::start, layout::recurrent,
                            layout::delivery_low, layout::delivery, layout::delivery_high, layout::delay,
                            layout::scheme_lever, layout::how, layout::change});
  for (const int row : table.rows()) {
    try {
      SchemeRow(table, row, out).add();
    } catch (const Error& error) {
      out.refuse(error);
    }
  }
}

}  // namespace uor::workbook
