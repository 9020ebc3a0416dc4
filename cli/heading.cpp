#include "cli/heading.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace uor::cli {

void print_heading(const std::string& text, const Style& style) { fmt::print("\n{}\n", style.bold(text)); }

}  // namespace uor::cli
