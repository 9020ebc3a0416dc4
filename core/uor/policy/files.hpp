// The files that one policy is read from: the named one, what it includes, then those that it extends with what they
// include.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/uor/base/toml.hpp"

namespace uor::policy {

struct PolicyFile {
  std::string name;   // what messages name
  std::string text;   // with the numbers that options changed
  TomlTable root;     // of the text, less what `left_out` names
  std::size_t layer;  // 0: of the named policy, 1: of the one that it extends, ...
  bool main;          // of its layer; else included
  KeyPaths left_out;  // numbers that replace those of the layers below
};

struct PolicyFiles {
  std::string path;                   // of the main file
  std::vector<PolicyFile> files;      // main file first, then the included ones in order, then the next layer
  std::vector<std::string> included;  // paths of all but the main file
  std::string text;                   // all of them as they were read, each under a line "# file: NAME"

  std::size_t layers() const { return files.back().layer + 1; }
};

/// `name_or_path` is the name of a file NAME.toml in `policies_folder`, or a path that ends in .toml; so is what a file
/// `extends`, and a path is one from the file's folder. Error for an unknown name (with the nearest), and for a file
/// that is included twice, includes others itself, extends itself, or cannot be read.
PolicyFiles read_files(const std::string& name_or_path, const std::string& policies_folder);

/// The same files from such a text, as a result file holds it; `path` is what messages name. Error when it does not
/// begin with a line "# file: NAME".
PolicyFiles files_of_text(const std::string& text, const std::string& path, const std::string& policies_folder);

}  // namespace uor::policy
