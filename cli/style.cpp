#include "cli/style.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

namespace uor::cli {

Style Style::of_standard_output(const Arguments& arguments) {
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = arguments.has("plain") || (no_color != nullptr && *no_color != '\0');
  return Style(!refused && isatty(STDOUT_FILENO) == 1);
}

std::string Style::wrapped(std::string_view code, std::string_view text) const {
  return colours_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace uor::cli
