#include "core/uor/workbook/key_rows.hpp"

#include <fmt/format.h>

#include <map>

#include "core/uor/workbook/layout.hpp"
#include "core/uor/workbook/values.hpp"

namespace uor::workbook {

std::vector<KeyRow> key_rows(const Table& table, DerivedText& out, Repeats repeats) {
  std::vector<KeyRow> rows;
  std::map<std::string, int> first;
  for (const int row : table.rows()) {
    const Where where = table.where(row, layout::key);
    try {
      const auto key = text_in(entry_of(table, row, layout::key));
      if (!key)
        throw Error(where,
                    "is blank, but the row holds values (is it a row of its own?), give the key or clear the row");
      const auto [at, added] = first.emplace(*key, row);
      if (!added && repeats == Repeats::refused)
        throw Error(where,
                    fmt::format("'{}' is also the key of row {} (twice), delete one of the rows", *key, at->second));
      rows.push_back({row, *key});
    } catch (const Error& error) {
      out.refuse(error);
    }
  }
  return rows;
}

}  // namespace uor::workbook
