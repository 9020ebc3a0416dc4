#include "core/uor/trust/merged.hpp"

#include <algorithm>
#include <filesystem>

#include "core/uor/base/date.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/trust/csv.hpp"

namespace uor::trust {

namespace {

const CsvCell& cell_of(const CsvTable& table, const CsvRow& row, const char* column) {
  if (const auto at = table.column(column)) return row.cells[*at];
  throw Error(table.header.cells[0].where, std::string("the table of merged trusts has no column '") + column + "'");
}

std::string joined(const std::vector<std::string>& codes) {
  std::string text;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    text += i == 0 ? "" : i + 1 == codes.size() ? " and " : ", ";
    text += codes[i];
  }
  return text;
}

bool has(const std::vector<std::string>& known, const std::string& code) {
  return std::find(known.begin(), known.end(), code) != known.end();
}

/// The other codes that became part of `successor`.
std::vector<std::string> merged_into(const std::vector<Merged>& merged, const std::string& successor) {
  std::vector<std::string> codes;
  for (const Merged& row : merged)
    if (row.successor == successor && row.code != successor) codes.push_back(row.code);
  return codes;
}

}  // namespace

std::vector<Merged> read_merged(const std::string& path) {
  std::vector<Merged> merged;
  if (!std::filesystem::exists(path)) return merged;
  const CsvTable table = parse_csv(read_text_file(path, "table of merged trusts"), path);
  for (const CsvRow& row : table.rows) {
    const CsvCell& since = cell_of(table, row, "since");
    merged.push_back({cell_of(table, row, "code").text, cell_of(table, row, "name").text,
                      cell_of(table, row, "successor").text, to_string(read_date(since.text, "since", since.where))});
  }
  return merged;
}

std::string merged_words(const std::vector<Merged>& merged, const std::string& code,
                         const std::vector<std::string>& known) {
  for (const Merged& row : merged) {
    if (row.code != code) continue;
    return "'" + code + "' (" + row.name + ") became part of " + row.successor + " on " + row.since + ", " +
           (has(known, row.successor) ? "name " + row.successor + " or" : "of which nothing ships,") +
           " give a file of your own";
  }
  const std::vector<std::string> before = merged_into(merged, code);
  if (before.empty()) return {};
  return "'" + code + "' was formed of " + joined(before) +
         " after the figures that ship, name one of these or give a "
         "file of your own";
}

std::string loaded_words(const std::vector<Merged>& merged, const std::string& code,
                         const std::vector<std::string>& loaded, const std::vector<std::string>& shipped) {
  for (const Merged& row : merged) {
    if (row.code != code || row.successor == code) continue;
    if (has(loaded, row.successor))
      return code + " (" + row.name + ") became part of " + row.successor + " on " + row.since +
             ", which is loaded too: figures from then on count it twice, delete one of them";
    if (has(shipped, code)) return {};
    return code + " (" + row.name + ") became part of " + row.successor + " on " + row.since +
           ": it is taken as the trust that it was, and nothing ships under its code";
  }
  if (has(shipped, code)) return {};
  const std::vector<std::string> before = merged_into(merged, code);
  if (before.empty()) return {};
  return code + " was formed of " + joined(before) + ": none of what ships under these lies under its row";
}

std::string predecessor_note(const std::vector<Merged>& merged, const std::string& code) {
  for (const Merged& row : merged) {
    if (row.code != code || row.successor != code) continue;
    const std::vector<std::string> others = merged_into(merged, code);
    return code + " has the name of the trust that merged on " + row.since + " and figures of " + row.name +
           " alone (" + joined(others) + (others.size() == 1 ? " is" : " are") +
           " not in them): give a file of your own for the whole";
  }
  return {};
}

}  // namespace uor::trust
