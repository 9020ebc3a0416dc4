// What lies in a shared folder: spreadsheets, what only has the name of one, and who has which open.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace uor::cli {

inline constexpr std::size_t most_workbook_bytes = 64 << 20;

/// Of any kind, also old and foreign ones: who drops one is told what to do.
bool is_spreadsheet(const std::filesystem::path& file);

struct NoFile {
  std::filesystem::path path;
  std::string what;  // "a link"
};

struct Spreadsheets {
  std::vector<std::filesystem::path> files;  // plain ones, in order of their names
  std::vector<NoFile> no_files;
};

/// Empty when the folder is away.
Spreadsheets spreadsheets_in(const std::filesystem::path& folder);

/// Whether a program says that it has the file open, by a file of its own beside it (~$NAME of Excel, .~lock.NAME# of
/// LibreOffice). One that is hours old, or long older than the workbook, was left behind by a program that died.
enum class Open { no, yes, left_behind };
Open open_elsewhere(const std::filesystem::path& file);

}  // namespace uor::cli
