#include "cli/spreadsheets.hpp"

#include <algorithm>
#include <chrono>

#include "core/uor/base/plain_file.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

bool is_spreadsheet(const fs::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string name = file.filename().string();
  if (name.starts_with("~$") || name.starts_with(".")) return false;  // of a program that has it open, or hidden
  return ending == ".xlsx" || ending == ".xlsm" || ending == ".xls" || ending == ".xlsb" || ending == ".ods";
}

Spreadsheets spreadsheets_in(const fs::path& folder) {
  Spreadsheets found;
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    if (!is_spreadsheet(at->path())) continue;
    std::error_code unknown;
    // Not by way of a link: the folder is open to others, who shall not have files read from elsewhere.
    if (fs::is_regular_file(at->symlink_status(unknown))) {
      found.files.push_back(at->path());
    } else if (const std::string what = other_than_plain(at->path().string()); !what.empty()) {
      found.no_files.push_back({at->path(), what});
    }
  }
  std::sort(found.files.begin(), found.files.end());
  return found;
}

Open open_elsewhere(const fs::path& file) {
  using namespace std::chrono_literals;
  constexpr std::chrono::minutes longest_day = 6h, longest_save = 10min;
  const std::string name = file.filename().string();
  Open open = Open::no;
  for (const std::string& owner : {"~$" + name, ".~lock." + name + "#"}) {
    std::error_code problem;
    const auto since = fs::last_write_time(file.parent_path() / owner, problem);
    if (problem) continue;
    const bool old = fs::file_time_type::clock::now() - since > longest_day;
    if (!old && fs::last_write_time(file, problem) - since <= longest_save) return Open::yes;
    open = Open::left_behind;
  }
  return open;
}

}  // namespace uor::cli
