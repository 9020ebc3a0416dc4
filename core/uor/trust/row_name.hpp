// One trust of a table of several, named by its code behind the path.
#pragma once

#include <optional>
#include <string>

namespace uor::trust {

/// "national.csv:RF4" as a file and the code of one of its rows.
struct RowName {
  std::string path, code;
};

/// Nothing for any other name.
std::optional<RowName> row_name(const std::string& name);

}  // namespace uor::trust
