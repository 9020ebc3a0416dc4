#include "cli/work_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/left_behind.hpp"
#include "core/uor/base/partial_file.hpp"
#include "core/uor/base/sha256.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

const std::string work_name = ".uor-work-";

bool is_that(const std::string& path, int folder) {
  struct stat named {};
  struct stat opened {};
  return ::lstat(path.c_str(), &named) == 0 && ::fstat(folder, &opened) == 0 && named.st_ino == opened.st_ino &&
         named.st_dev == opened.st_dev;
}

/// Of this user, and certainly made by the constructor: a folder of somebody's has other digits, whatever its name.
bool is_own_work_folder(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (file < 0) return false;
  struct stat about {};
  const bool ours = ::fstat(file, &about) == 0 && about.st_uid == ::geteuid() &&
                    folder.filename().string() == work_name + own_digits(work_name, file);
  ::close(file);
  return ours;
}

mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0777 & ~mask;
}

}  // namespace

WorkFolder::WorkFolder(const fs::path& folder) : made_((folder / work_name).string() + "XXXXXX") {
  if (::mkdtemp(made_.data()) == nullptr)
    throw Error(fmt::format("cannot make a folder in '{}' ({})", folder.string(), file_words(errno)), Fault::run);
  folder_ = ::open(made_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder_ < 0) throw Error(fmt::format("cannot open the folder '{}' ({})", made_, file_words(errno)), Fault::run);
  // By the digits that are its own it is known again after a kill.
  const std::string own = (folder / (work_name + own_digits(work_name, folder_))).string();
  if (::renameat2(AT_FDCWD, made_.c_str(), AT_FDCWD, own.c_str(), RENAME_NOREPLACE) == 0) made_ = own;
}

WorkFolder::WorkFolder(WorkFolder&& other) noexcept
    : made_(std::exchange(other.made_, {})),
      name_(std::move(other.name_)),
      digest_(std::move(other.digest_)),
      folder_(std::exchange(other.folder_, -1)) {}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  if (!made_.empty() && is_that(made_, folder_)) fs::remove_all(made_, ignored);
  if (folder_ >= 0) ::close(folder_);
}

fs::path WorkFolder::path() const { return fmt::format("/proc/self/fd/{}", folder_); }

void WorkFolder::put(const std::string& name, const std::string& bytes) {
  name_ = name;
  digest_ = sha256_hex(std::as_bytes(std::span(bytes)));
  write_file(PartialFile(workbook().string(), Links::refused), bytes);
}

bool WorkFolder::move_to(const fs::path& place) {
  if (!is_that(made_, folder_)) return false;
  ::fchmod(folder_, usual_mode());
  if (std::rename(made_.c_str(), place.c_str()) != 0) return false;
  made_.clear();
  return true;
}

void WorkFolder::remove_left_behind(const fs::path& folder) {
  std::error_code problem, ignored;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
    if (at->path().filename().string().starts_with(work_name) && is_own_work_folder(at->path()))
      fs::remove_all(at->path(), ignored);
}

}  // namespace uor::cli
