#include "core/uor/base/left_behind.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <span>
#include <string_view>

#include "core/uor/base/file_words.hpp"
#include "core/uor/base/sha256.hpp"

namespace uor {

namespace {

constexpr std::string_view ending = ".uor-partial";
constexpr std::size_t digit_count = 10;

std::string digits_of(std::string_view text, std::size_t count) {
  return sha256_hex(std::as_bytes(std::span(text))).substr(0, count);
}

/// "run.h5", or what stands for a name that leaves no room for digits and ending.
std::string stem_of(const std::string& file_name) {
  if (file_name.size() + 1 + digit_count + ending.size() <= longest_file_name) return file_name;
  constexpr std::size_t kept = 180, digits = 16;
  return file_name.substr(0, kept) + '~' + digits_of(file_name, digits);
}

std::string name_with(const std::string& stem, const std::string& digits) {
  return stem + '.' + digits + std::string(ending);
}

/// "run.h5" of "run.h5.5e0c1f9a3b.uor-partial"; empty of a name of another form.
std::string stem_in(std::string_view name) {
  if (!name.ends_with(ending)) return "";
  name.remove_suffix(ending.size());
  if (name.size() < digit_count + 2 || name[name.size() - digit_count - 1] != '.') return "";
  if (name.substr(name.size() - digit_count).find_first_not_of("0123456789abcdef") != std::string_view::npos) return "";
  return std::string(name.substr(0, name.size() - digit_count - 1));
}

/// A file of such a name, open when it is plain and carries its own digits.
class Partial {
 public:
  Partial(const std::string& path, const std::string& stem)
      : path_(path), file_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    ours_ = file_ >= 0 && ::fstat(file_, &about_) == 0 && S_ISREG(about_.st_mode) &&
            path.ends_with(name_with(stem, own_digits(stem, file_)));
    if (!ours_) return;
    locked_ = ::flock(file_, LOCK_EX | LOCK_NB) == 0;
    written_ = !locked_ && errno == EWOULDBLOCK;
  }
  ~Partial() {
    if (file_ >= 0) ::close(file_);
  }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;

  bool is_written_now() const { return written_; }

  void remove_if_left_behind() const {
    struct stat named {};
    if (!locked_ || about_.st_uid != ::geteuid() || about_.st_nlink != 1) return;
    if (::lstat(path_.c_str(), &named) != 0 || named.st_ino != about_.st_ino || named.st_dev != about_.st_dev) return;
    ::unlink(path_.c_str());
  }

 private:
  std::string path_;
  int file_;
  struct stat about_ {};
  bool ours_ = false, locked_ = false, written_ = false;
};

}  // namespace

std::string own_digits(const std::string& stem, int file) {
  // By the number that the disk gave it and when it was made, where the disk tells that.
  struct statx about {};
  if (::statx(file, "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &about) != 0) return "";
  const bool dated = (about.stx_mask & STATX_BTIME) != 0;
  const std::string made =
      dated ? std::to_string(about.stx_btime.tv_sec) + '.' + std::to_string(about.stx_btime.tv_nsec) : "";
  return digits_of(stem + '\n' + std::to_string(about.stx_ino) + '\n' + made, digit_count);
}

std::string partial_name(const std::string& file_name, int file) {
  const std::string stem = stem_of(file_name);
  return name_with(stem, own_digits(stem, file));
}

std::string remove_left_behind(const std::string& folder, const std::string& file_name) noexcept {
  namespace fs = std::filesystem;
  std::string live;
  try {
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
      const std::string name = at->path().filename().string(), stem = stem_in(name);
      if (stem.empty()) continue;
      const Partial partial(at->path().string(), stem);
      partial.remove_if_left_behind();
      if (partial.is_written_now() && stem == stem_of(file_name)) live = name;
    }
  } catch (const std::exception&) {
    return live;  // tidying up never stops what was asked for
  }
  return live;
}

}  // namespace uor
