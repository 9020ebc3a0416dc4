// What leaves the program for a terminal: text of files and of the command line is shown, never obeyed.
#pragma once

#include <string>
#include <string_view>

namespace uor::cli {

/// One stream's filter. Characters that command a terminal become "\u001b"; on a terminal the program's own colours and
/// its progress line pass.
class ShownText {
 public:
  explicit ShownText(bool on_terminal) : on_terminal_(on_terminal) {}

  /// What may be written now; the start of a character or of a colour that is not whole yet waits for the rest.
  std::string pass(std::string_view text);
  /// What still waited.
  std::string end();

 private:
  bool on_terminal_;
  std::string waiting_;
};

}  // namespace uor::cli
