// What a file that a user names is: told by its ending and its tables.
#pragma once

#include <string>

namespace uor::cli {

enum class FileKind { scenario, trust, trust_table, policy, workbook };

/// Error when the file is missing, unreadable, empty, not text, or like none of them.
FileKind kind_of_file(const std::string& path);

}  // namespace uor::cli
