// A plugin file: whether it may be trusted, what it hashes to, and its open library.
#pragma once

#include <boost/dll/shared_library.hpp>
#include <string>
#include <vector>

#include "core/uor/host/contract.hpp"

namespace uor::host {

/// Error when anyone may replace the code: `path` or a folder that holds it (by name or behind a link) is
/// world-writable. Also when it is not there or no file.
void check_safe(const std::string& path);

/// Whether these files are safe and load, tried in one copy of this process; where it says no, each tells by itself.
bool load_together(const std::vector<std::string>& paths);

/// Holds a shared object open for as long as it lives.
class SharedObject {
 public:
  /// Error when the file is not safe, is no shared object, or does not export `uor_plugin_v1`.
  /// `tried`: load_together() found that it loads.
  explicit SharedObject(const std::string& path, bool tried = false);

  const std::string& path() const { return path_; }  // absolute, links resolved
  const std::string& sha256() const { return sha256_; }
  Constant constant() const;

 private:
  std::string path_;
  std::string sha256_;
  boost::dll::shared_library library_;
};

}  // namespace uor::host
