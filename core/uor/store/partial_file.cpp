#include "core/uor/store/partial_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "core/uor/base/error.hpp"
#include "core/uor/base/replaced_file.hpp"

namespace uor::store {

namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& why, const std::string& suggestion) {
  throw Error("cannot write '" + path + "' (" + why + "), " + suggestion, Fault::run);
}

// Creates "<target>.partial-<process>", with a further number where an earlier process left one behind.
std::string create_beside(const std::string& target) {
  const std::string stem = target + ".partial-" + std::to_string(::getpid());
  for (int attempt = 0;; ++attempt) {
    const std::string path = attempt == 0 ? stem : stem + "-" + std::to_string(attempt);
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0) {
      ::close(file);
      return path;
    }
    if (errno != EEXIST || attempt == 1000) {
      refuse(target, std::strerror(errno), "choose a file in a folder that exists and can be written");
    }
  }
}

// Late failures of a full or remote disk show here, not at the write.
bool force_to_disk(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool forced = ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
  const int why = errno;
  ::close(file);
  errno = why;
  return forced;
}

}  // namespace

PartialFile::PartialFile(std::string target) : target_(std::move(target)) {
  if (target_.empty()) refuse(target_, "no file name", "name a file such as run.h5");
  std::error_code ignored;
  if (std::filesystem::is_directory(target_, ignored)) refuse(target_, "it is a folder", "name a file in it");
  target_ = replaced_file(target_);
  path_ = create_beside(target_);
}

PartialFile::~PartialFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

void PartialFile::commit() {
  if (!force_to_disk(path_) || std::rename(path_.c_str(), target_.c_str()) != 0) {
    refuse(target_, std::strerror(errno), "free some space or choose another folder");
  }
  path_.clear();
}

}  // namespace uor::store
