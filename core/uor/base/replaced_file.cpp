#include "core/uor/base/replaced_file.hpp"

#include <filesystem>

#include "core/uor/base/error.hpp"

namespace uor {

std::string replaced_file(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code problem;
  if (!fs::exists(path, problem)) return path;
  if (!fs::is_regular_file(path, problem) && !fs::is_directory(path, problem)) {
    throw Error("cannot write '" + path + "' (it is a device or a pipe, which would be replaced), name a file",
                Fault::run);
  }
  return fs::is_symlink(path, problem) ? fs::canonical(path).string() : path;
}

}  // namespace uor
