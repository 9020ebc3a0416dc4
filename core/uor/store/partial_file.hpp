// A file that is either finished under its name or not there: written beside its target under another name.
#pragma once

#include <string>

namespace uor::store {

/// Creates an empty file beside `target`; unless commit() is called, the destructor removes it.
class PartialFile {
 public:
  /// Error (Fault::run) when the folder is missing or not writable, or `target` is a folder.
  explicit PartialFile(std::string target);
  ~PartialFile();
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;

  const std::string& target() const { return target_; }
  const std::string& path() const { return path_; }  // "run.h5.partial-1234"

  /// Forces the content to disk and renames it to the target, which is replaced when there is one. Error (Fault::run)
  /// when the system refuses; the file is then removed.
  void commit();

 private:
  std::string target_;
  std::string path_;
};

}  // namespace uor::store
