// Rows of a table that are told apart by their key.
#pragma once

#include <string>
#include <vector>

#include "core/uor/workbook/derived_text.hpp"
#include "core/uor/workbook/table.hpp"

namespace uor::workbook {

struct KeyRow {
  int row = 0;
  std::string key;
};

/// May a key stand in several rows?
enum class Repeats { refused, allowed };

/// The rows with a key, top to bottom. Values beside no key, and a key a second time, are refused into `out`.
std::vector<KeyRow> key_rows(const Table& table, DerivedText& out, Repeats repeats = Repeats::refused);

}  // namespace uor::workbook
