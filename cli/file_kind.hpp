// What a file that a user names is: told by its ending and its tables.
#pragma once

#include <string>

namespace uor::cli {

enum class FileKind { scenario, trust, trust_table, policy };

/// Error (Fault::input) when the file is missing, empty, not text, or like none of them; (Fault::run) when it cannot be
/// read.
FileKind kind_of_file(const std::string& path);

}  // namespace uor::cli
