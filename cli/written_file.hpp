// A text file that is there whole or not at all.
#pragma once

#include <string>

namespace uor::cli {

/// Error (Fault::run) when it cannot be written; nothing is left then.
void write_text(const std::string& file, const std::string& text);

}  // namespace uor::cli
