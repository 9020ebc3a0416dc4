#include "core/uor/base/partial_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "core/uor/base/file_words.hpp"
#include "core/uor/base/left_behind.hpp"

namespace uor {

namespace fs = std::filesystem;

namespace {

// What a signal handler can reach: the paths of those that live, and the last one that was finished.
struct Live {
  std::atomic<bool> used = false;
  std::array<char, PATH_MAX> path;
};
std::array<Live, 16> live;
std::array<char, PATH_MAX> finished;

void note(const std::string& text, std::array<char, PATH_MAX>& out) {
  const std::size_t count = std::min(text.size(), out.size() - 1);
  std::memcpy(out.data(), text.data(), count);
  out[count] = '\0';
}

void note_live(const std::string& path) {
  for (Live& one : live) {
    if (one.used) continue;
    note(path, one.path);
    one.used = true;
    return;
  }
}

void forget_live(const std::string& path) {
  for (Live& one : live)
    if (one.used && path == one.path.data()) one.used = false;
}

[[noreturn]] void refuse(const std::string& path, const std::string& why, const std::string& suggestion) {
  throw Error("cannot write '" + path + "' (" + why + "), " + suggestion, Fault::run);
}

[[noreturn]] void refuse(const std::string& path, int problem) {
  const std::string advice = file_advice(problem), words = file_words(problem);
  refuse(path, words, advice.substr(words.size() + 2));
}

[[noreturn]] void refuse_busy(const std::string& target, const std::string& partial) {
  throw BusyFile("cannot write '" + target + "' (another uor writes it now, into '" + partial +
                     "'), name another file or wait for that one",
                 Fault::run);
}

/// Where a file of that name goes, links followed.
std::string place_of(const std::string& target, Links links) {
  std::error_code problem;
  const fs::file_status status = fs::symlink_status(target, problem);
  if (!fs::is_symlink(status)) return fs::absolute(target).string();
  if (links == Links::refused) refuse(target, "it is a link", "remove it");
  const fs::path place = fs::canonical(target, problem);
  if (problem)
    refuse(target, "it is a link to '" + fs::read_symlink(target, problem).string() + "', which is not there",
           "name that file itself, or remove the link");
  return place.string();
}

void check(const std::string& target) {
  if (target.empty()) refuse(target, "no file name", "name a file such as run.h5");
  const std::string name = fs::path(target).filename().string();
  if (name.empty()) refuse(target, "it names a folder", "name a file in it");
  if (name.size() > longest_file_name)
    refuse(target, "its name has " + std::to_string(name.size()) + " bytes, a file's at most 255",
           "choose a shorter one");
  std::error_code problem;
  const fs::file_status status = fs::status(target, problem);
  if (fs::is_directory(status)) refuse(target, "it is a folder", "name a file in it");
  if (fs::exists(status) && !fs::is_regular_file(status))
    refuse(target, "it is a device or a pipe, which would be replaced", "name a file");
}

/// Tells the others that its process lives. Some disks know no locks.
void hold(int file) {
  while (::flock(file, LOCK_EX) != 0 && errno == EINTR) {
  }
}

bool forced(int file) { return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP; }

/// So that the new name outlives a loss of power; where a folder cannot be forced, the disk does it in its own time.
void force_folder(const std::string& file) {
  const int folder = ::open(fs::path(file).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}

/// Renames unless there is a file of that name already (EEXIST); on disks that cannot do that, at most nearly so.
bool rename_to_free(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  struct stat there {};
  if (::lstat(to.c_str(), &there) == 0) {
    errno = EEXIST;
    return false;
  }
  return std::rename(from.c_str(), to.c_str()) == 0;
}

/// "run-2.h5" of "run.h5".
std::string numbered(const std::string& file, int number) {
  const fs::path path(file);
  return (path.parent_path() / (path.stem().string() + "-" + std::to_string(number) + path.extension().string()))
      .string();
}

}  // namespace

PartialFile::PartialFile(const std::string& target, Links links) : target_(target) {
  check(target_);
  place_ = place_of(target_, links);
  const fs::path place(place_);
  const std::string folder = place.parent_path().string(), name = place.filename().string();
  if (const std::string live_one = remove_left_behind(folder, name); !live_one.empty())
    refuse_busy(target_, (place.parent_path() / live_one).string());
  replaces_ = ::lstat(place_.c_str(), &before_) == 0;
  create(folder, name);
}

void PartialFile::create(const std::string& folder, const std::string& name) {
  // Its own name follows from the file itself, so it has another first. What has either name already is left alone: a
  // file that is made anew has others.
  for (int attempt = 0; attempt < 100; ++attempt) {
    const std::string first = fs::path(folder) / (".uor-" + std::to_string(::getpid()) + '-' + std::to_string(attempt));
    const int file = ::open(first.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0 && errno == EEXIST) continue;
    if (file < 0) refuse(target_, errno);
    hold(file);
    const std::string path = fs::path(folder) / partial_name(name, file);
    if (rename_to_free(first, path)) {
      file_ = file;
      path_ = path;
      return note_live(path_);
    }
    const int problem = errno;
    ::unlink(first.c_str());
    ::close(file);
    if (problem != EEXIST) refuse(target_, problem);
  }
  refuse(target_, "other things have the names that it has while it is written",
         "remove those, or name another folder");
}

PartialFile::PartialFile(PartialFile&& other) noexcept
    : target_(std::move(other.target_)),
      place_(std::move(other.place_)),
      path_(std::exchange(other.path_, {})),
      file_(std::exchange(other.file_, -1)),
      replaces_(other.replaces_),
      before_(other.before_) {}

PartialFile::~PartialFile() {
  if (!path_.empty() && file_ >= 0) {
    ::unlink(path_.c_str());
    forget_live(path_);
  }
  if (file_ >= 0) ::close(file_);
}

void PartialFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse(target_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void PartialFile::append(std::string_view bytes) {
  if (::lseek(file_, 0, SEEK_END) < 0) refuse(target_, errno);
  write(bytes);
}

void PartialFile::rewrite(std::string_view bytes) {
  if (::ftruncate(file_, 0) != 0 || ::lseek(file_, 0, SEEK_SET) != 0) refuse(target_, errno);
  write(bytes);
}

bool PartialFile::is_as_it_was(const struct stat& now) const {
  return now.st_ino == before_.st_ino && now.st_dev == before_.st_dev && now.st_size == before_.st_size &&
         now.st_mtim.tv_sec == before_.st_mtim.tv_sec && now.st_mtim.tv_nsec == before_.st_mtim.tv_nsec;
}

void PartialFile::move_into_place() {
  struct stat now {};
  const bool is_there = ::lstat(place_.c_str(), &now) == 0;
  if (!is_there) {
    if (rename_to_free(path_, place_)) return;
    if (errno != EEXIST) refuse(target_, errno);
    return move_beside();
  }
  if (!replaces_ || !is_as_it_was(now)) return move_beside();
  ::fchmod(file_, before_.st_mode & 0777);  // what was kept from others still is
  if (std::rename(path_.c_str(), place_.c_str()) != 0) refuse(target_, errno);
}

void PartialFile::move_beside() {
  constexpr int most = 10000;
  for (int number = 2; number < most; ++number) {
    if (rename_to_free(path_, numbered(place_, number))) {
      target_ = numbered(target_, number);
      return;
    }
    if (errno != EEXIST) break;
  }
  refuse(target_, "another file of that name has come while it was made", "name another");
}

void PartialFile::commit() {
  if (!forced(file_)) refuse(target_, errno);
  move_into_place();
  forget_live(std::exchange(path_, {}));
  force_folder(place_);
  ::close(std::exchange(file_, -1));
  note(target_, finished);
}

bool PartialFile::remove_all() noexcept {
  bool any = false;
  for (const Live& one : live)
    if (one.used && ::unlink(one.path.data()) == 0) any = true;
  return any;
}

const char* PartialFile::last_finished() noexcept { return finished.data(); }

void write_file(PartialFile file, std::string_view text) {
  file.write(text);
  file.commit();
}

}  // namespace uor
