#include "core/uor/store/result_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "core/uor/base/error.hpp"
#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/hdf5_error.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/store/seal.hpp"

namespace uor::store {

void refuse_file(const std::string& path, const std::string& problem) {
  throw Error("'" + path + "' " + problem, Fault::input);
}

void require_file(const std::string& path) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(path, failure);
  if (std::filesystem::is_directory(status)) refuse_file(path, "is a folder, name a result file in it");
  // What is no regular file may keep its reader waiting for ever.
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    refuse_file(path, "is no regular file (a pipe or a device), name a file that 'uor run' wrote");
  errno = 0;
  if (!std::ifstream(path)) {
    refuse_file(path, "cannot be read (" + std::string(std::strerror(errno)) + "), check its name");
  }
  if (std::filesystem::file_size(path) == 0) refuse_file(path, "is empty, run the scenario again");
}

namespace {

/// By its first bytes (HDF5 File Format Specification 3.0, II.A): nothing is left to the library here.
bool begins_as_hdf5(const std::string& path) {
  constexpr std::string_view signature = "\211HDF\r\n\032\n";
  std::string first(signature.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  return file.read(first.data(), static_cast<std::streamsize>(first.size())) && first == signature;
}

constexpr const char* locked_advice = "close it there and try again";

/// Whether a program holds it to write, as HDF5 does: what it reads as is then nobody's result.
bool is_being_written(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool held = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(file);
  return held;
}

void check_readable(const std::string& path) {
  require_file(path);
  if (is_being_written(path))
    refuse_file(path, std::string("is locked (another program has it open to write), ") + locked_advice);
  if (!begins_as_hdf5(path))
    refuse_file(path, "is not a result file (it is not HDF5), name a file that 'uor run' wrote");
  require_seal(path);
}

/// The library tells a lock that another program holds like any other failure.
bool is_locked(const std::string& cause) {
  return cause == std::strerror(EAGAIN) || cause.find("unable to lock") != std::string::npos ||
         cause.find("already open for") != std::string::npos;
}

H5::H5File open_file(const std::string& path, const Hdf5Failures& failures) {
  require(H5PLset_loading_state(0), "H5PLset_loading_state");
  check_readable(path);
  try {
    return H5::H5File(path, H5F_ACC_RDONLY);
  } catch (const H5::Exception&) {
    if (is_locked(failures.cause()))
      refuse_file(path, "is locked (another program has it open to write: " + failures.cause() + "), " + locked_advice);
    refuse_file(path, "is cut short or damaged (" + failures.cause() + "), copy it again or run the scenario again");
  }
}

void check_format(const H5::H5File& file, const std::string& path) {
  const H5::Group group = file.openGroup("/");
  const hid_t root = group.getId();
  if (!has_attribute(root, "format") || read_text_attribute(root, "format") != format_name) {
    refuse_file(path, "is HDF5 but not a result file (it has no attribute format = '" + std::string(format_name) +
                          "'), name a file that 'uor run' wrote");
  }
  const std::int32_t version = read_attribute<std::int32_t>(root, "format_version", 1);
  if (version > format_version) {
    refuse_file(path, "is of format version " + std::to_string(version) + " (this program reads up to " +
                          std::to_string(format_version) + "), read it with uor " +
                          read_text_attribute(root, "version") + " or newer");
  }
  if (!has_attribute(root, "complete")) {
    refuse_file(path, "was never finished (it has no attribute 'complete'), run the scenario again");
  }
  read_attribute<std::uint8_t>(root, "complete", 1, 1);
}

}  // namespace

void with_result(const std::string& path, const std::function<void(const H5::H5File&)>& action) {
  const Hdf5Failures failures;
  const H5::H5File file = open_file(path, failures);
  try {
    check_format(file, path);
    action(file);
  } catch (const Impossible& impossible) {
    refuse_file(path, "is damaged (" + std::string(impossible.what()) + "), copy it again or run the scenario again");
  } catch (const H5::Exception& failure) {
    refuse_file(path, "is damaged (" + failure.getDetailMsg() + ": " + failures.cause() +
                          "), copy it again or run the scenario again");
  }
}

}  // namespace uor::store
