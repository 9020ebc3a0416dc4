// TOML text that is written from cells, line by line, and the cell that each line came from.
//
// A workbook is read by way of TOML: the readers of trusts and scenarios then check it as they check files, their
// messages name cells instead of lines, and a result file holds a text that any text editor opens and `uor` reads
// again.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/uor/base/error.hpp"

namespace uor::workbook {

/// What would be lost with a line: nothing else that is read depends on a `fact`.
enum class LineKind { fact, frame };

class DerivedText {
 public:
  /// Messages about this line will name `where`.
  void add(std::string line, const Where& where, LineKind kind = LineKind::frame);
  /// A wrong cell, found before there was a line for it.
  void refuse(const Error& error) { refused_.emplace_back(error.what()); }

  std::string text() const;
  LinePlaces places() const;

  /// Runs `parse` on the text. Facts that it refuses are blanked and the rest is parsed again, so that one Error names
  /// every wrong cell, a line each, up to limits::cells_named of them.
  void parse(const std::function<void(const std::string& text, const LinePlaces& places)>& parse) const;

 private:
  struct Line {
    std::string text, place;
    LineKind kind;
  };
  bool blank(const std::string& place);

  std::vector<Line> lines_;
  std::vector<std::string> refused_;
};

/// "text" as TOML writes it, with escapes.
std::string toml_text(std::string_view text);

/// A key as TOML writes it: bare where it may be, else in quotes.
std::string key_of(std::string_view key);

}  // namespace uor::workbook
