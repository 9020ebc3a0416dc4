// The title of one part of a screen.
#pragma once

#include <string>

#include "cli/style.hpp"

namespace uor::cli {

/// An empty line, then `text` in bold.
void print_heading(const std::string& text, const Style& style);

}  // namespace uor::cli
