#include "cli/drop_folder.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <iterator>

#include "cli/written_file.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/sha256.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* lock_name = ".uor-watch.lock";
constexpr const char* work_name = ".uor-work";
constexpr const char* done_name = "done";
constexpr const char* digest_mark = "SHA-256 of the workbook: ";

/// Also old and foreign kinds: who drops one is told what to do.
bool is_spreadsheet(const fs::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string name = file.filename().string();
  if (name.starts_with("~$") || name.starts_with(".")) return false;  // of a program that has it open, or hidden
  return ending == ".xlsx" || ending == ".xlsm" || ending == ".xls" || ending == ".xlsb" || ending == ".ods";
}

bool is_open_elsewhere(const fs::path& file) {
  const std::string name = file.filename().string();
  std::error_code ignored;
  return fs::exists(file.parent_path() / ("~$" + name), ignored) ||
         fs::exists(file.parent_path() / (".~lock." + name + "#"), ignored);
}

std::vector<fs::path> spreadsheets_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    std::error_code unknown;
    // Not by way of a link: the folder is open to others, who shall not have files read from elsewhere.
    if (fs::is_regular_file(at->symlink_status(unknown)) && is_spreadsheet(at->path())) files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string now(const char* form) {
  return fmt::format(fmt::runtime(fmt::format("{{:{}}}", form)), fmt::localtime(std::time(nullptr)));
}

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

DropFolder::DropFolder(const fs::path& folder) : folder_(folder) {
  std::error_code problem;
  if (fs::is_regular_file(folder_, problem))
    throw Error(
        fmt::format("--watch '{0}': is a file, not a folder; name the folder that workbooks are dropped into, or "
                    "run the one with `uor run {0}`",
                    folder_.string()));
  if (!fs::is_directory(folder_, problem))
    throw Error(fmt::format("--watch '{}': no such folder; make it, and share it with those who drop workbooks",
                            folder_.string()));
  if (fs::exists(folder_ / done_name, problem) && !fs::is_directory(folder_ / done_name, problem))
    throw Error(fmt::format("--watch '{}': answers go into a folder '{}' in it, but that is a file; move it away",
                            folder_.string(), done_name));
  lock_ = ::open((folder_ / lock_name).c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (lock_ < 0)
    throw Error(fmt::format("--watch '{}': cannot be written to; check its permissions", folder_.string()), Fault::run);
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(lock_);
    throw Error(fmt::format("--watch '{}': another `uor run --watch` serves it; stop that one first", folder_.string()),
                Fault::run);
  }
  fs::remove_all(folder_ / work_name, problem);  // of a watch that was killed
}

DropFolder::~DropFolder() {
  std::error_code ignored;
  fs::remove_all(folder_ / work_name, ignored);
  fs::remove(folder_ / lock_name, ignored);
  ::close(lock_);
}

DropFolder::State DropFolder::state_of(const fs::path& file) {
  std::error_code ignored;
  return {fs::file_size(file, ignored), fs::last_write_time(file, ignored)};
}

fs::path DropFolder::refusal_of(const fs::path& workbook) const {
  return folder_ / (workbook.filename().string() + " - please correct.txt");
}

/// In this life of the watch, or in one before: then the refusal names the workbook's digest.
bool DropFolder::is_answered(const fs::path& workbook, const State& state) {
  if (const auto at = answered_.find(workbook); at != answered_.end() && at->second == state) return true;
  const std::string refusal = text_of(refusal_of(workbook));
  const std::size_t mark = refusal.find(digest_mark);
  if (mark == std::string::npos) return false;
  constexpr std::size_t digits = 64;
  if (refusal.substr(mark + std::string_view(digest_mark).size(), digits) != sha256_hex_of_file(workbook)) return false;
  answered_[workbook] = state;
  return true;
}

std::vector<fs::path> DropFolder::ready() {
  std::vector<fs::path> files;
  std::map<fs::path, State> now_seen;
  waiting_.clear();
  for (const fs::path& file : spreadsheets_in(folder_)) {
    const State state = state_of(file);
    now_seen[file] = state;
    const auto before = seen_.find(file);
    const bool settled = before != seen_.end() && before->second == state && !is_open_elsewhere(file);
    if (!settled) waiting_.push_back(file);
    if (!settled) continue;
    try {
      if (!is_answered(file, state)) files.push_back(file);
    } catch (const Error&) {
      waiting_.push_back(file);  // cannot be read now
    }
  }
  seen_ = std::move(now_seen);
  return files;
}

fs::path DropFolder::new_work() const {
  const fs::path work = folder_ / work_name;
  std::error_code problem;
  fs::remove_all(work, problem);
  fs::create_directory(work, problem);
  if (problem)
    throw Error(fmt::format("cannot make the folder '{}' ({})", work.string(), problem.message()), Fault::run);
  return work;
}

fs::path DropFolder::finish(const fs::path& workbook, const fs::path& work) {
  std::error_code problem;
  fs::create_directory(folder_ / done_name, problem);
  const std::string name = workbook.stem().string() + now(" %Y-%m-%d %H%M%S");
  fs::path done = folder_ / done_name / name;
  for (int copy = 2; fs::exists(done, problem); ++copy) done = folder_ / done_name / fmt::format("{} ({})", name, copy);
  fs::rename(work, done, problem);
  // Last of all, so that a workbook whose answer is not in place is taken up again.
  if (!problem) fs::rename(workbook, done / workbook.filename(), problem);
  if (problem)
    throw Error(fmt::format("cannot move '{}' to '{}' ({})", workbook.string(), done.string(), problem.message()),
                Fault::run);
  fs::remove(refusal_of(workbook), problem);
  return done;
}

fs::path DropFolder::refuse(const fs::path& workbook, const std::string& message) {
  const fs::path file = refusal_of(workbook);
  std::string text = fmt::format(
      "{} could not be used. Please correct what is named below and save it in this folder again; it is then taken up "
      "by "
      "itself.\n\n{}\n\n{}\n{}{}\n",
      workbook.filename().string(), message, now("%d/%m/%Y %H:%M"), digest_mark, sha256_hex_of_file(workbook));
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, 1, '\r');
  write_text(file.string(), text);
  set_aside(workbook);
  return file;
}

void DropFolder::set_aside(const fs::path& workbook) { answered_[workbook] = state_of(workbook); }

}  // namespace uor::cli
