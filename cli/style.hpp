// How a screen is set: with colours or none, in columns or as lines to be read aloud.
#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace uor::cli {

enum class Layout {
  columns,
  lines  // a row of a table is one line that names what each figure is; nothing stands beside anything else
};

class Style {
 public:
  explicit Style(bool colours, Layout layout = Layout::columns) : colours_(colours), layout_(layout) {}

  /// Colours only on a terminal that is not TERM=dumb, without --plain and with NO_COLOR unset or empty (no-color.org);
  /// lines with --plain.
  static Style of_standard_output(const Arguments& arguments);

  bool plain() const { return layout_ == Layout::lines; }

  std::string bold(std::string_view text) const { return wrapped("1", text); }
  std::string faint(std::string_view text) const { return wrapped("2", text); }
  std::string better(std::string_view text) const { return wrapped("32", text); }
  std::string worse(std::string_view text) const { return wrapped("31", text); }
  std::string warning(std::string_view text) const { return wrapped("33", text); }

 private:
  std::string wrapped(std::string_view code, std::string_view text) const;
  bool colours_;
  Layout layout_;
};

/// Whether the terminal can neither colour nor go back on a line (TERM=dumb).
bool is_dumb_terminal();

}  // namespace uor::cli
