#include "core/uor/workbook/lever_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "core/uor/base/toml.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/key_rows.hpp"
#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/values.hpp"
#include "core/uor/workbook/words.hpp"

namespace uor::workbook {

namespace {

constexpr std::array given_columns = {layout::how,     layout::value,      layout::lowest,
                                      layout::highest, layout::from_month, layout::to_month,
                                      layout::level,   layout::for_trusts, layout::for_type};

class LeverReader {
 public:
  LeverReader(const Table& table, const KeyRow& row) : table_(table), key_(row.key), row_(row.row) {}

  bool is_given() const {
    return std::any_of(given_columns.begin(), given_columns.end(),
                       [&](const char* heading) { return table_.cell(row_, heading) != nullptr; });
  }

  LeverRow read() {
    out_.where = table_.where(row_);
    add(fmt::format("driver = {}", toml_text(key_)), layout::key);
    const std::string operation = read_operation();
    const double value = required(layout::value, operation);
    read_value(operation, value);
    month(layout::from_month, "from_month");
    month(layout::to_month, "to_month");
    read_whom();
    out_.level = one_line(text_in(entry_of(table_, row_, layout::level)).value_or(""));
    out_.level_where = table_.where(row_, layout::level);
    return std::move(out_);
  }

 private:
  void add(std::string line, const char* heading) {
    out_.lines.emplace_back(std::move(line), table_.where(row_, heading));
  }

  std::string read_operation() const {
    const Entry how = entry_of(table_, row_, layout::how);
    const auto word = text_in(how);
    if (!word)
      throw Error(
          how.where,
          fmt::format("How is blank, but '{}' is changed, choose set, add, multiply, at most or at least", key_));
    std::string operation = folded(*word);
    std::replace(operation.begin(), operation.end(), ' ', '_');
    if (operation != "set" && operation != "add" && operation != "multiply" && operation != "at_most" &&
        operation != "at_least")
      throw Error(how.where,
                  fmt::format("How is '{}' (unknown), choose set, add, multiply, at most or at least", *word));
    return operation;
  }

  std::optional<double> number(const char* heading, const std::string& operation) const {
    return number_in(entry_of(table_, row_, heading), operation == "multiply" ? Percent::fraction : Percent::refused);
  }

  double required(const char* heading, const std::string& operation) const {
    if (const auto value = number(heading, operation)) return *value;
    throw Error(table_.where(row_, heading),
                fmt::format("{} is blank, but '{}' is changed, give a number in its unit", heading, key_));
  }

  /// With a lowest and a highest, the value is the likeliest of a PERT distribution.
  void read_value(const std::string& operation, double value) {
    const auto lowest = number(layout::lowest, operation);
    const auto highest = number(layout::highest, operation);
    if (!lowest && !highest) return add(fmt::format("{} = {}", operation, show(value)), layout::value);
    if (!lowest || !highest)
      throw Error(table_.where(row_, lowest ? layout::highest : layout::lowest),
                  fmt::format("{} is blank, but {} is given, give both or none",
                              lowest ? layout::highest : layout::lowest, lowest ? layout::lowest : layout::highest));
    out_.varies = true;
    add(fmt::format("as = {}", toml_text(operation)), layout::how);
    add("distribution.shape = \"pert\"", layout::value);
    add(fmt::format("distribution.lower = {}", show(*lowest)), layout::lowest);
    add(fmt::format("distribution.mode = {}", show(value)), layout::value);
    add(fmt::format("distribution.upper = {}", show(*highest)), layout::highest);
  }

  /// Codes with commas or spaces between them, and a type of trust; forms of earlier programs have neither column.
  void read_whom() {
    if (table_.cell(row_, layout::for_trusts) != nullptr) {
      std::string codes;
      std::istringstream words(text_in(entry_of(table_, row_, layout::for_trusts)).value_or(""));
      for (std::string part; std::getline(words, part, ',');) {
        std::istringstream inner(part);
        for (std::string code; inner >> code;) codes += (codes.empty() ? "" : ", ") + toml_text(code);
      }
      if (!codes.empty()) add("trusts = [" + codes + "]", layout::for_trusts);
    }
    if (table_.cell(row_, layout::for_type) == nullptr) return;
    if (const auto type = text_in(entry_of(table_, row_, layout::for_type)))
      add("group = " + toml_text(*type), layout::for_type);
  }

  void month(const char* heading, const char* key) {
    if (const auto value = number_in(entry_of(table_, row_, heading), Percent::refused))
      out_.months.emplace_back(fmt::format("{} = {}", key, show(*value)), table_.where(row_, heading));
  }

  const Table& table_;
  const std::string& key_;
  int row_;
  LeverRow out_;
};

}  // namespace

std::vector<LeverRow> lever_rows(const Sheet& sheet, DerivedText& out) {
  const Table table(sheet,
                    {layout::key, layout::how, layout::value, layout::lowest, layout::highest, layout::from_month,
                     layout::to_month, layout::level},
                    {layout::for_trusts, layout::for_type});
  std::vector<LeverRow> rows;
  for (const KeyRow& row : key_rows(table, out, Repeats::allowed)) {
    LeverReader reader(table, row);
    if (!reader.is_given()) continue;
    try {
      rows.push_back(reader.read());
    } catch (const Error& error) {
      out.refuse(error);
    }
  }
  return rows;
}

}  // namespace uor::workbook
