#include "core/uor/base/left_behind.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <span>
#include <string_view>

#include "core/uor/base/file_words.hpp"
#include "core/uor/base/sha256.hpp"

namespace uor {

namespace {

constexpr std::string_view ending = ".uor-partial";
constexpr std::string_view earlier_ending = ".partial-";

/// An open file that is certainly the one of that name, a plain one of ours.
class Opened {
 public:
  explicit Opened(const std::string& path) : file_(::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    struct stat now {};
    struct stat named {};
    ours_ = file_ >= 0 && ::fstat(file_, &now) == 0 && S_ISREG(now.st_mode) && now.st_uid == ::geteuid() &&
            now.st_nlink == 1;
    bool unknown = false;
    gone_ = ours_ && lock_alone(file_, unknown) && !unknown && ::lstat(path.c_str(), &named) == 0 &&
            named.st_ino == now.st_ino && named.st_dev == now.st_dev;
  }
  ~Opened() {
    if (file_ >= 0) ::close(file_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  bool nobody_writes() const { return gone_; }
  /// Whether it begins as a result or a workbook does, or was never written to.
  bool begins_as_ours() const {
    std::array<char, 4> head{};
    const bool empty = ::pread(file_, head.data(), head.size(), 0) == 0;
    const std::string_view start(head.data(), head.size());
    return empty || start == "\x89HDF" || start == "PK\x03\x04" || start == std::string_view("\0\0\0\0", 4);
  }

 private:
  int file_;
  bool ours_ = false, gone_ = false;
};

/// The process in "run.h5.partial-1234" or "run.h5.partial-1234-1"; 0 of another name.
long earlier_process(std::string_view name) {
  const std::size_t at = name.rfind(earlier_ending);
  if (at == std::string_view::npos || at == 0) return 0;
  const std::string_view digits = name.substr(at + earlier_ending.size());
  if (digits.find_first_not_of("0123456789-") != std::string_view::npos) return 0;
  long process = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), process);
  return problem == std::errc{} ? process : 0;
}

bool is_no_more(long process) { return ::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH; }

void remove_if_left_behind(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const long earlier = earlier_process(name);
  if (!name.ends_with(ending) && !(earlier > 0 && is_no_more(earlier))) return;
  const Opened opened(file.string());
  if (opened.nobody_writes() && (earlier == 0 || opened.begins_as_ours())) ::unlink(file.c_str());
}

}  // namespace

std::string partial_name(const std::string& file_name) {
  if (file_name.size() + ending.size() <= longest_file_name) return file_name + std::string(ending);
  constexpr std::size_t kept = 180, digits = 16;
  return file_name.substr(0, kept) + '~' + sha256_hex(std::as_bytes(std::span(file_name))).substr(0, digits) +
         std::string(ending);
}

bool lock_alone(int file, bool& unknown) {
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return true;
  unknown = errno != EWOULDBLOCK;
  return unknown;
}

void remove_left_behind(const std::string& folder) noexcept {
  namespace fs = std::filesystem;
  try {
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
      remove_if_left_behind(at->path());
  } catch (const std::exception&) {
    return;  // tidying up never stops what was asked for
  }
}

}  // namespace uor
