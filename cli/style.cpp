#include "cli/style.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace uor::cli {

Style Style::of_standard_output(const Arguments& arguments) {
  const char* no_color = std::getenv("NO_COLOR");
  const bool plain = arguments.has("plain");
  const bool refused = plain || (no_color != nullptr && *no_color != '\0') || is_dumb_terminal();
  return Style(!refused && isatty(STDOUT_FILENO) == 1, plain ? Layout::lines : Layout::columns);
}

std::string Style::wrapped(std::string_view code, std::string_view text) const {
  return colours_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

bool is_dumb_terminal() {
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) == "dumb";
}

}  // namespace uor::cli
