// Finding trusts: by code in the shipped table, or by the path of a user's own file.
#include <algorithm>

#include "core/uor/base/written.hpp"
#include "core/uor/trust/history.hpp"
#include "core/uor/trust/merged.hpp"
#include "core/uor/trust/row_name.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

namespace {

bool is_other_workbook(const std::string& path) {
  return ends_like(path, ".xls") || ends_like(path, ".ods") || ends_like(path, ".xlsb");
}

std::vector<std::string> codes_of(const std::vector<Trust>& trusts) {
  std::vector<std::string> codes;
  for (const Trust& trust : trusts) codes.push_back(trust.code);
  return codes;
}

Trust only_row(const std::string& path, const Fields& fields) {
  std::vector<Trust> trusts = read_trust_csv(path, fields);
  if (trusts.size() != 1) {
    throw Error(Where{path}, "the file has " + std::to_string(trusts.size()) +
                                 " trusts (one is needed here), name one as " + path + ":" + trusts.front().code +
                                 ", or keep one row");
  }
  return std::move(trusts.front());
}

Trust named_row(const std::string& path, const std::string& code, const Fields& fields) {
  std::vector<Trust> trusts = read_trust_csv(path, fields);
  for (Trust& trust : trusts)
    if (trust.code == code) return std::move(trust);
  throw Error(Where{path}, "no row has the code '" + visible(code) + "'." + did_you_mean(code, codes_of(trusts)) +
                               " It has " + std::to_string(trusts.size()) +
                               (trusts.size() == 1 ? " trust, " : " trusts, such as ") + trusts.front().code);
}

/// Of a code that does not ship.
[[noreturn]] void refuse_unknown(const std::string& code, const std::string& data_folder,
                                 const std::vector<std::string>& codes) {
  if (plain_word(code) == "all")
    throw Error("unknown trust '" + visible(code) + "'. Did you mean 'all' (every trust in scope), in small letters?");
  const std::string merged = merged_words(read_merged(data_folder + "/merged_trusts.csv"), code, codes);
  throw Error("unknown trust " +
              (merged.empty() ? "'" + visible(code) + "'." + did_you_mean(code, codes) : merged + ".") +
              " `uor trusts` lists the codes; a file of your own ends in .xlsx, .toml or .csv");
}

void note_predecessors(std::vector<Trust>& trusts, const std::string& data_folder) {
  const std::vector<Merged> merged = read_merged(data_folder + "/merged_trusts.csv");
  for (Trust& trust : trusts) {
    if (std::string note = predecessor_note(merged, trust.code); !note.empty()) trust.notes.push_back(std::move(note));
  }
}

}  // namespace

std::vector<Trust> shipped_trusts(const std::string& data_folder, const Fields& fields,
                                  const std::optional<Date>& date) {
  std::vector<Trust> trusts = read_trust_csv(data_folder + "/trusts.csv", fields);
  note_predecessors(trusts, data_folder);
  const History history(data_folder, fields, date ? Asked::as_of_dates : Asked::newest);
  for (Trust& trust : trusts) history.lay(trust, date);
  return trusts;
}

std::optional<RowName> row_name(const std::string& name) {
  const std::size_t colon = name.rfind(':');
  if (colon == std::string::npos || !ends_like(name.substr(0, colon), ".csv")) return {};
  return RowName{name.substr(0, colon), name.substr(colon + 1)};
}

Trust find_trust(const std::string& code_or_path, const std::string& data_folder, const Fields& fields) {
  if (ends_like(code_or_path, ".toml")) return read_trust_toml(code_or_path, fields);
  if (ends_like(code_or_path, ".csv")) return only_row(code_or_path, fields);
  if (const auto row = row_name(code_or_path)) return named_row(row->path, row->code, fields);
  if (code_or_path.find_first_of("/.") != std::string::npos) {
    throw Error("'" + visible(code_or_path) +
                "' is neither a trust code nor a .toml, .csv or .xlsx file, give one of them" +
                (is_other_workbook(code_or_path) ? " (in Excel or LibreOffice save it as .xlsx)" : ""));
  }
  std::vector<Trust> trusts = shipped_trusts(data_folder, fields);
  for (Trust& trust : trusts)
    if (trust.code == code_or_path) return std::move(trust);
  refuse_unknown(code_or_path, data_folder, codes_of(trusts));
}

std::vector<Trust> sector_of(std::vector<Trust> rows, Scope scope) {
  if (scope == Scope::framework) std::erase_if(rows, [](const Trust& trust) { return !trust.in_scope; });
  std::sort(rows.begin(), rows.end(), [](const Trust& a, const Trust& b) { return a.code < b.code; });
  return rows;
}

std::vector<Trust> sector_trusts(const std::string& data_folder, const Fields& fields, Scope scope) {
  return sector_of(shipped_trusts(data_folder, fields), scope);
}

}  // namespace uor::trust
