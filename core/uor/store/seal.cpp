#include "core/uor/store/seal.hpp"

#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <map>
#include <mutex>
#include <tuple>

#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/store/result_file.hpp"

namespace uor::store {

namespace {

constexpr std::string_view mark = "\nuor result sealed, SHA-256 of all before: ";
constexpr std::size_t digits = 64;
constexpr std::size_t seal_bytes = mark.size() + digits + 1;  // and a line's end

std::atomic<bool> unsealed_are_read = false;

std::string seal_with(const std::string& digest) { return std::string(mark) + digest + "\n"; }

/// What makes a file another one: device, number, size, and the time of its last change to the nanosecond.
using State = std::tuple<dev_t, ino_t, off_t, std::int64_t, std::int64_t>;

State state_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return {found.st_dev, found.st_ino, found.st_size, found.st_ctim.tv_sec, found.st_ctim.tv_nsec};
}

/// Files that were found whole, as they were then.
class Seen {
 public:
  bool has(const std::string& path, const State& state) {
    const std::scoped_lock alone(mutex_);
    const auto found = whole_.find(path);
    return found != whole_.end() && found->second == state;
  }
  void add(const std::string& path, const State& state) {
    const std::scoped_lock alone(mutex_);
    whole_[path] = state;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, State> whole_;
};

Seen& seen() {
  static Seen seen;
  return seen;
}

}  // namespace

std::string seal_for(const std::string& path) { return seal_with(sha256_hex_of_file(path)); }

Seal seal_of(const std::string& path) {
  require_file(path);
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) refuse_file(path, "cannot be read (" + file_words(errno) + "), check its name");
  const auto size = static_cast<std::uint64_t>(file.tellg());
  if (size < seal_bytes) return Seal::none;
  std::string line(seal_bytes, '\0');
  file.seekg(static_cast<std::streamoff>(size - seal_bytes));
  if (!file.read(line.data(), seal_bytes))
    refuse_file(path, "cannot be read (" + file_words(errno) + "), check its disk");
  if (line.compare(0, mark.size(), mark) != 0) return Seal::none;
  return line == seal_with(sha256_hex_of_start(path, size - seal_bytes)) ? Seal::whole : Seal::changed;
}

void read_unsealed_files(bool are_read) { unsealed_are_read = are_read; }

void require_seal(const std::string& path) {
  const State state = state_of(path);
  if (seen().has(path, state)) return;
  switch (seal_of(path)) {
    case Seal::whole:
      return seen().add(path, state);
    case Seal::changed:
      refuse_file(path,
                  "is damaged or was changed after it was written (its digest says so), copy it again or run the "
                  "scenario again");
    case Seal::none:
      if (unsealed_are_read) return;
      refuse_file(path,
                  "has no digest, so nobody can tell whether it is what a run wrote (an older uor wrote none, other "
                  "programs remove it, and a file that is cut short has lost it); run the scenario again, or read it "
                  "all the same with --trust-file");
  }
}

}  // namespace uor::store
