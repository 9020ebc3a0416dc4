#include "cli/file_kind.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

std::string read_text(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) throw Error({path}, "no such file");
  if (std::filesystem::is_directory(path, ignored)) throw Error({path}, "is a folder; name a file in it");
  std::ifstream stream(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (stream.bad() || !stream.is_open()) throw Error({path}, "cannot be read; check its permissions", Fault::run);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error({path}, "the file is empty; `uor init` writes templates to start from");
  if (text.find('\0') != std::string::npos)
    throw Error({path}, "is not a text file; give a TOML file, or a CSV file saved as text");
  return text;
}

bool begins(const std::string& line, const char* start) { return line.rfind(start, 0) == 0; }

}  // namespace

FileKind kind_of_file(const std::string& path) {
  const std::string text = read_text(path);
  if (std::filesystem::path(path).extension() == ".csv") return FileKind::trust_table;
  std::istringstream lines(text);
  bool scenario = false;
  for (std::string line; std::getline(lines, line);) {
    line.erase(0, line.find_first_not_of(" \t"));
    if (begins(line, "[reported")) return FileKind::trust;
    if (begins(line, "[[metric]]") || begins(line, "[rating") || begins(line, "include") || begins(line, "[parameter"))
      return FileKind::policy;
    scenario = scenario || begins(line, "[run]") || begins(line, "[[change]]") || begins(line, "[[vary]]") ||
               begins(line, "[[level]]") || begins(line, "[[correlate]]") || begins(line, "question");
  }
  if (scenario) return FileKind::scenario;
  if (text.find("schema") != std::string::npos)
    return text.find("code") != std::string::npos ? FileKind::trust : FileKind::scenario;
  throw Error({path},
              "is neither a scenario, a trust nor a policy (no `schema = 1` in it); `uor init` writes templates");
}

}  // namespace uor::cli
