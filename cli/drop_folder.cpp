#include "cli/drop_folder.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <span>
#include <utility>

#include "cli/please_correct.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/plain_file.hpp"
#include "core/uor/base/sha256.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* lock_name = ".uor-watch.lock";
constexpr const char* done_name = "done";

std::string digest_of(const std::string& bytes) { return sha256_hex(std::as_bytes(std::span(bytes))); }

/// A plain file of that name, made or there already; -1 for anything else.
int open_lock(const fs::path& file) {
  const int lock = ::open(file.c_str(), O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644);
  struct stat about {};
  if (lock < 0 || (::fstat(lock, &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink == 1)) return lock;
  ::close(lock);
  errno = ELOOP;
  return -1;
}

void check_folder(const fs::path& folder) {
  std::error_code problem;
  if (fs::is_regular_file(folder, problem))
    throw Error(
        fmt::format("--watch '{0}': is a file, not a folder; name the folder that workbooks are dropped into, or "
                    "run the one with `uor run {0}`",
                    folder.string()));
  if (!fs::is_directory(folder, problem))
    throw Error(fmt::format("--watch '{}': no such folder; make it, and share it with those who drop workbooks",
                            folder.string()));
  const std::string instead = other_than_plain((folder / done_name).string());
  if (fs::exists(folder / done_name, problem) && instead.empty())
    throw Error(fmt::format("--watch '{}': answers go into a folder '{}' in it, but that is a file; move it away",
                            folder.string(), done_name));
  if (!instead.empty() && instead != "a folder")
    throw Error(fmt::format("--watch '{}': answers go into a folder '{}' in it, but that is {}; move it away",
                            folder.string(), done_name, instead));
}

}  // namespace

DropFolder::DropFolder(const fs::path& folder) : folder_(folder) {
  check_folder(folder_);
  lock_ = open_lock(folder_ / lock_name);
  if (lock_ < 0 && (errno == ELOOP || errno == ENXIO || errno == EISDIR))
    throw Error(fmt::format("--watch '{}': '{}' in it is not the plain file that keeps a second watch away; remove it",
                            folder_.string(), lock_name));
  if (lock_ < 0)
    throw Error(fmt::format("--watch '{}': cannot be written to ({}); check its permissions", folder_.string(),
                            file_words(errno)),
                Fault::run);
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(lock_);
    throw Error(fmt::format("--watch '{}': another `uor run --watch` serves it; stop that one first", folder_.string()),
                Fault::run);
  }
  WorkFolder::remove_left_behind(folder_);
}

DropFolder::~DropFolder() {
  std::error_code ignored;
  fs::remove(folder_ / lock_name, ignored);
  ::close(lock_);
}

DropFolder::State DropFolder::state_of(const fs::path& file) {
  std::error_code ignored;
  return {fs::file_size(file, ignored), fs::last_write_time(file, ignored)};
}

/// In this life of the watch, or in one before: then the refusal names the workbook's digest.
bool DropFolder::is_answered(const fs::path& workbook, const State& state) {
  if (const auto at = answered_.find(workbook); at != answered_.end() && at->second == state) return true;
  const auto bytes = read_plain_file(workbook.string(), most_workbook_bytes);
  if (!bytes || !is_refused(workbook, digest_of(*bytes))) return false;
  answered_[workbook] = state;
  return true;
}

bool DropFolder::is_waiting(const fs::path& workbook, const State& state) const {
  const auto at = waits_.find(workbook);
  return at != waits_.end() && at->second.state == state && std::chrono::steady_clock::now() < at->second.until;
}

int DropFolder::try_later(const fs::path& workbook) {
  constexpr int least_seconds = 15, most_seconds = 3600;
  const State state = state_of(workbook);
  Wait& wait = waits_[workbook];
  const bool again = wait.seconds > 0 && wait.state == state;
  wait.seconds = again ? std::min(2 * wait.seconds, most_seconds) : least_seconds;
  wait.state = state;
  wait.until = std::chrono::steady_clock::now() + std::chrono::seconds(wait.seconds);
  return wait.seconds;
}

std::vector<fs::path> DropFolder::ready() {
  std::vector<fs::path> files;
  std::map<fs::path, State> now_seen;
  waiting_.clear();
  Spreadsheets found = spreadsheets_in(folder_);
  no_files_ = std::move(found.no_files);
  for (const fs::path& file : found.files) {
    const State state = state_of(file);
    now_seen[file] = state;
    const auto before = seen_.find(file);
    const bool settled = before != seen_.end() && before->second == state && open_elsewhere(file) != Open::yes;
    if (!settled) waiting_.push_back(file);
    if (settled && !is_waiting(file, state) && !is_answered(file, state)) files.push_back(file);
  }
  seen_ = std::move(now_seen);
  return files;
}

WorkFolder DropFolder::take(const fs::path& workbook) const {
  WorkFolder work(folder_);
  const auto bytes = read_plain_file(workbook.string(), most_workbook_bytes);
  if (!bytes)
    throw Error(fmt::format("'{}' cannot be read (no permission, no plain file, or larger than {} MB)",
                            workbook.filename().string(), most_workbook_bytes >> 20),
                Fault::run);
  work.put(workbook.filename().string(), *bytes);
  return work;
}

bool DropFolder::is_still(const fs::path& workbook, const WorkFolder& work) const {
  const auto bytes = read_plain_file(workbook.string(), most_workbook_bytes);
  return bytes && digest_of(*bytes) == work.digest();
}

fs::path DropFolder::finish(const fs::path& workbook, WorkFolder& work) {
  std::error_code problem;
  fs::create_directory(folder_ / done_name, problem);
  if (other_than_plain((folder_ / done_name).string()) != "a folder")
    throw Error(fmt::format("'{}' is not a folder any more; move it away", (folder_ / done_name).string()), Fault::run);
  const std::string when = fmt::format(" {:%Y-%m-%d %H%M%S}", fmt::localtime(std::time(nullptr)));
  const std::string stem = workbook.stem().string();
  fs::path done = folder_ / done_name / short_name(stem, when);
  for (int copy = 2; fs::exists(fs::symlink_status(done, problem)); ++copy)
    done = folder_ / done_name / short_name(stem, fmt::format("{} ({})", when, copy));
  // The workbook last of all, so that one whose answer is not in place is taken up again.
  if (!work.move_to(done) || std::rename(workbook.c_str(), (done / workbook.filename()).c_str()) != 0)
    throw Error(fmt::format("cannot move '{}' to '{}' ({})", workbook.string(), done.string(), file_words(errno)),
                Fault::run);
  remove_refusals(workbook);
  waits_.erase(workbook);
  return done;
}

fs::path DropFolder::refuse(const fs::path& workbook, const std::string& message) {
  const auto bytes = read_plain_file(workbook.string(), most_workbook_bytes);
  const fs::path file = write_refusal(workbook, message, bytes ? digest_of(*bytes) : "unknown");
  answered_[workbook] = state_of(workbook);
  return file;
}

}  // namespace uor::cli
