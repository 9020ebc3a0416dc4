// Colours of the screen, or none.
#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace uor::cli {

class Style {
 public:
  explicit Style(bool colours) : colours_(colours) {}

  /// Colours only on a terminal, without --plain and with NO_COLOR unset or empty (no-color.org).
  static Style of_standard_output(const Arguments& arguments);

  std::string bold(std::string_view text) const { return wrapped("1", text); }
  std::string faint(std::string_view text) const { return wrapped("2", text); }
  std::string better(std::string_view text) const { return wrapped("32", text); }
  std::string worse(std::string_view text) const { return wrapped("31", text); }
  std::string warning(std::string_view text) const { return wrapped("33", text); }

 private:
  std::string wrapped(std::string_view code, std::string_view text) const;
  bool colours_;
};

}  // namespace uor::cli
