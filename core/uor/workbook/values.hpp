// What a cell means in its column: text, a number, a whole number, yes or no. Each refuses what it cannot be, by cell.
#pragma once

#include <optional>
#include <string>

#include "core/uor/workbook/table.hpp"

namespace uor::workbook {

/// A cell with its place and what its column or row is called, as messages name it.
struct Entry {
  const Cell* cell = nullptr;  // null: blank
  Where where;
  std::string subject;  // "Plan", "dna_rate"
};

Entry entry_of(const Table& table, int row, const std::string& heading);

/// Error for a cell that shows an error (#REF!), and for a formula that was saved without a value.
void refuse_broken(const Entry& entry);

/// As it is read; a number or a flag in the words of a text file. Nothing when blank. Error as refuse_broken, for a
/// date.
std::optional<std::string> text_in(const Entry& entry);

/// A month: text such as 2018-11, or a date. As the text that the reader of trust files understands; nothing when
/// blank.
std::optional<std::string> month_in(const Entry& entry);

enum class Percent { refused, points, fraction };

/// A number, also one that was typed as text ("1,234.5", "(3.2)", "12%"). A cell that shows percent, 7.2 % held as
/// 0.072, is 7.2 with Percent::points and 0.072 with Percent::fraction. Nothing when blank or "n/a". Error for anything
/// else.
std::optional<double> number_in(const Entry& entry, Percent percent);

/// The value of a TOML line of a field or a prompt: a number, true, false, or text in quotes that the reader of trust
/// files understands ("7.2%", "good"). Nothing when blank.
std::optional<std::string> fact_in(const Entry& entry);

}  // namespace uor::workbook
