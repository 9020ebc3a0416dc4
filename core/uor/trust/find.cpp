// Finding trusts: by code in the shipped table, or by the path of a user's own file.
#include <algorithm>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

namespace {

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool is_other_workbook(const std::string& path) {
  return ends_with(path, ".xls") || ends_with(path, ".ods") || ends_with(path, ".xlsb");
}

Trust only_row(const std::string& path, const Fields& fields) {
  std::vector<Trust> trusts = read_trust_csv(path, fields);
  if (trusts.size() != 1) {
    throw Error(Where{path}, "the file has " + std::to_string(trusts.size()) +
                                 " trusts (one is needed), keep one row or give a file a trust");
  }
  return std::move(trusts.front());
}

}  // namespace

Trust find_trust(const std::string& code_or_path, const std::string& data_folder, const Fields& fields) {
  if (ends_with(code_or_path, ".toml")) return read_trust_toml(code_or_path, fields);
  if (ends_with(code_or_path, ".csv")) return only_row(code_or_path, fields);
  if (code_or_path.find_first_of("/.") != std::string::npos) {
    throw Error("'" + code_or_path + "' is neither a trust code nor a .toml, .csv or .xlsx file, give one of them" +
                (is_other_workbook(code_or_path) ? " (in Excel or LibreOffice save it as .xlsx)" : ""));
  }
  std::vector<std::string> codes;
  for (Trust& trust : read_trust_csv(data_folder + "/trusts.csv", fields)) {
    if (trust.code == code_or_path) return std::move(trust);
    codes.push_back(trust.code);
  }
  throw Error("unknown trust '" + code_or_path + "'." + did_you_mean(code_or_path, codes) +
              " `uor trusts` lists the codes; a file of your own ends in .xlsx, .toml or .csv");
}

std::vector<Trust> sector_trusts(const std::string& data_folder, const Fields& fields) {
  std::vector<Trust> trusts = read_trust_csv(data_folder + "/trusts.csv", fields);
  trusts.erase(std::remove_if(trusts.begin(), trusts.end(), [](const Trust& trust) { return !trust.in_scope; }),
               trusts.end());
  std::sort(trusts.begin(), trusts.end(), [](const Trust& a, const Trust& b) { return a.code < b.code; });
  return trusts;
}

}  // namespace uor::trust
