// The files that one policy is read from: the named one, then what it includes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/uor/base/toml.hpp"

namespace uor::policy {

struct PolicyFiles {
  std::string path;                                          // of the main file
  std::vector<TomlTable> roots;                              // main file first, then the included ones in order
  std::vector<std::pair<std::string, std::string>> sources;  // of each root: what messages name, and its text
  std::vector<std::string> included;                         // paths of all but the main file
  std::string text;                                          // all of them, each under a line "# file: NAME"
};

/// `name_or_path` is the name of a file NAME.toml in `policies_folder`, or a path that ends in .toml. Error for an
/// unknown name (with the nearest), and for a file that is included twice, includes others itself, or cannot be read.
PolicyFiles read_files(const std::string& name_or_path, const std::string& policies_folder);

/// The same files from such a text, as a result file holds it; `path` is what messages name. Error when it does not
/// begin with a line "# file: NAME".
PolicyFiles files_of_text(const std::string& text, const std::string& path);

}  // namespace uor::policy
