// A folder that several people share, into which workbooks are dropped: which of them are ready, and where they and
// what was made of them go. Workbooks are moved, never deleted; nothing is read or written by way of a link.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/spreadsheets.hpp"
#include "cli/work_folder.hpp"

namespace uor::cli {

class DropFolder {
 public:
  /// Error (Fault::input) when it is no folder, (Fault::run) when it cannot be written to or another watch serves it.
  explicit DropFolder(const std::filesystem::path& folder);
  ~DropFolder();
  DropFolder(const DropFolder&) = delete;
  DropFolder& operator=(const DropFolder&) = delete;

  /// Files to take up, in order of their names: spreadsheets that have the same size and time as at the last look, that
  /// no program holds open (~$NAME, .~lock.NAME#), and that were not answered as they are. Empty when the folder is
  /// away.
  std::vector<std::filesystem::path> ready();
  /// Spreadsheets that the last look found changing or open elsewhere.
  const std::vector<std::filesystem::path>& waiting() const { return waiting_; }
  /// What the last look found under the name of a spreadsheet that is no plain file, and what it is instead.
  const std::vector<NoFile>& no_files() const { return no_files_; }

  /// An empty folder for what is being made of it, with a copy of the workbook. Error (Fault::run) when it cannot be
  /// made, or the workbook is no plain file of a workbook's size any more.
  WorkFolder take(const std::filesystem::path& workbook) const;
  /// Whether the workbook is still what was taken.
  bool is_still(const std::filesystem::path& workbook, const WorkFolder& work) const;
  /// Moves what is in `work`, and the workbook, into a folder under done/ that is named after it and now; its path.
  std::filesystem::path finish(const std::filesystem::path& workbook, WorkFolder& work);
  /// Puts `message` beside the workbook, which stays and is taken up again when it has changed.
  std::filesystem::path refuse(const std::filesystem::path& workbook, const std::string& message);
  /// Has the workbook wait, since something else than it was at fault: twice as long each time, an hour at most. For
  /// so many seconds, unless it changes.
  int try_later(const std::filesystem::path& workbook);

 private:
  struct State {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type time;
    bool operator==(const State&) const = default;
  };
  static State state_of(const std::filesystem::path& file);
  bool is_answered(const std::filesystem::path& workbook, const State& state);
  bool is_waiting(const std::filesystem::path& workbook, const State& state) const;

  std::filesystem::path folder_;
  int lock_ = -1;
  struct Wait {
    State state;
    std::chrono::steady_clock::time_point until;
    int seconds = 0;
  };
  std::map<std::filesystem::path, State> seen_, answered_;
  std::map<std::filesystem::path, Wait> waits_;
  std::vector<std::filesystem::path> waiting_;
  std::vector<NoFile> no_files_;
};

}  // namespace uor::cli
