#include "cli/file_kind.hpp"

#include <algorithm>
#include <sstream>

#include "core/uor/base/error.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/book.hpp"

namespace uor::cli {

namespace {

bool begins(const std::string& line, const char* start) { return line.rfind(start, 0) == 0; }

}  // namespace

FileKind kind_of_file(const std::string& path) {
  if (workbook::is_workbook(path)) return FileKind::workbook;
  const std::string text = read_text_file(path, "input file");
  if (ends_like(path, ".csv")) return FileKind::trust_table;
  std::string plain(without_byte_order_mark(text));
  std::replace(plain.begin(), plain.end(), '\r', '\n');
  std::istringstream lines(plain);
  bool scenario = false;
  for (std::string line; std::getline(lines, line);) {
    line.erase(0, line.find_first_not_of(" \t"));
    if (begins(line, "[reported")) return FileKind::trust;
    for (const char* start : {"[[metric]]", "[[kloe]]", "[rating", "include", "extends", "[parameter"})
      if (begins(line, start)) return FileKind::policy;
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
