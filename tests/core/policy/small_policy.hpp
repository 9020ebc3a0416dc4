// The small policy of tests/core/policy/data, as it is or with one text of it replaced.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "core/uor/policy/policy.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::test {

inline const std::string policy_data = std::string(UOR_SOURCE_DIR) + "/tests/core/policy/data";

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// What the reader says of the small policy after `from` became `to` in `file` (its first occurrence; an empty `from`
/// appends); the folder is left out of the message.
inline std::string policy_refusal(const std::string& file, const std::string& from, const std::string& to) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("uor_policy_" + std::to_string(getpid()));
  fs::create_directories(folder);
  for (const char* name : {"small.toml", "small_parameters.toml"}) {
    std::string text = file_text(fs::path(policy_data) / name);
    if (name == file) {
      const std::size_t at = from.empty() ? text.size() : text.find(from);
      if (at == std::string::npos) throw std::logic_error("'" + from + "' is not in " + file);
      text.replace(at, from.size(), to);
    }
    std::ofstream(folder / name, std::ios::binary) << text;
  }
  std::string message = message_of([&] { policy::read_policy("small", folder.string()); });
  fs::remove_all(folder);
  const std::string prefix = folder.string() + "/";
  for (std::size_t at = message.find(prefix); at != std::string::npos; at = message.find(prefix)) {
    message.erase(at, prefix.size());
  }
  return message;
}

}  // namespace uor::test
