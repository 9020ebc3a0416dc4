#include "core/uor/base/toml_guard.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"

namespace uor {

namespace {

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Walks over the text once: in quotes, in a comment, or at what gives the file its structure.
class Guard {
 public:
  Guard(std::string_view text, const PlaceOf& place_of) : text_(text), place_of_(place_of) {}

  void run() {
    while (at_ < text_.size()) {
      if (starts_statement_) claim_key();
      step();
    }
  }

 private:
  Where here() const { return place_of_(line_, column_); }

  void advance() {
    const Character character = character_at(text_, at_);
    const bool line_end = character.code == '\n';
    const bool allowed = character.code == '\t' || line_end || character.code == '\r';
    if (!allowed && (character.code < 0x20 || character.code == 0x7F)) {
      throw Error(here(), "the character " + name_of_character(character.code) +
                              " cannot be seen (a control character, not valid TOML), delete it or write \\u" +
                              name_of_character(character.code).substr(2) + " in quotes");
    }
    at_ += character.bytes;
    line_ += line_end ? 1 : 0;
    column_ = line_end ? 1 : column_ + 1;
  }

  bool take(std::string_view part) {
    if (!text_.substr(at_).starts_with(part)) return false;
    for (std::size_t i = 0; i < part.size(); ++i) advance();
    return true;
  }

  void step() {
    const char c = text_[at_];
    if (c == '#') return comment();
    if (c == '"' || c == '\'') return quoted(c);
    if (c == '\n') {
      starts_statement_ = depth_ == 0;
      dots_ = 0;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      structure(c);
    }
    advance();
  }

  void structure(char c) {
    const Character character = character_at(text_, at_);
    if (character.code >= 0x80) {
      throw Error(here(), "the character '" + visible(text_.substr(at_, character.bytes)) + "' (" +
                              name_of_character(character.code) +
                              ") stands outside quotes (not valid TOML), put the text in quotes or delete it");
    }
    if (c == '.') {
      deeper(++dots_);
    } else if (c == '[' || c == '{') {
      deeper(++depth_);
    } else if (c == ']' || c == '}') {
      depth_ = std::max(depth_ - 1, 0);
    }
    if (c != '.' && !is_bare(c)) dots_ = 0;
  }

  void deeper(int depth) const {
    if (depth <= limits::toml_depth) return;
    throw Error(here(), "more than " + std::to_string(limits::toml_depth) +
                            " tables, lists or parts of a dotted key stand in each other (no file of uor has more than "
                            "six), correct the brackets or dots");
  }

  void comment() {
    while (at_ < text_.size() && text_[at_] != '\n') advance();
  }

  void quoted(char quote) {
    const std::string three(3, quote);
    if (take(three)) return to_end_of(three, quote == '"');
    advance();
    for (; at_ < text_.size() && text_[at_] != '\n'; advance()) {
      if (text_[at_] == quote) return advance();
      if (quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') advance();
    }
  }

  void to_end_of(const std::string& three, bool escapes) {
    while (at_ < text_.size()) {
      if (take(three)) {
        for (int more = 0; more < 2 && at_ < text_.size() && text_[at_] == three[0]; ++more) advance();
        return;
      }
      if (escapes && text_[at_] == '\\' && at_ + 1 < text_.size()) advance();
      advance();
    }
  }

  /// At the beginning of a line outside brackets: `key = ...`, `[table]` or `[[table]]`, noted with its place. What is
  /// none of them is left to the parser.
  void claim_key() {
    starts_statement_ = false;  // once a line, however many blanks it begins with
    std::size_t at = at_;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    if (at < text_.size() && (text_[at] == '\n' || text_[at] == '\r' || text_[at] == '#')) return;
    if (at == text_.size()) return;
    const int brackets = text_[at] != '[' ? 0 : at + 1 < text_.size() && text_[at + 1] == '[' ? 2 : 1;
    const std::size_t start = at + static_cast<std::size_t>(brackets);
    const std::string path = key_path(start, brackets == 0 ? '=' : ']');
    if (path.empty()) return;
    const Where where = place_of_(line_, column_ + static_cast<int>(at - at_));
    if (brackets == 0) return claim(table_ + path, where, "the key '" + display(path) + "'");
    table_ = path;
    if (brackets == 2) {
      table_ += separator + std::to_string(++arrays_[path]);
    } else {
      claim("[" + inside_arrays(path), where, "the table [" + display(path) + "]");
    }
    table_ = inside_arrays(table_) + separator;
  }

  /// The parts of a key, joined by `separator`; empty when it is not closed by `end` in this line.
  std::string key_path(std::size_t at, char end) const {
    std::string path;
    const auto skip = [&] {
      while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    };
    for (;;) {
      skip();
      if (at >= text_.size()) return {};
      const std::size_t first = at;
      if (text_[at] == '"' || text_[at] == '\'') {
        const std::size_t last = text_.find_first_of(std::string{text_[at], '\n'}, at + 1);
        if (last == std::string_view::npos || text_[last] == '\n') return {};
        path += text_.substr(first + 1, last - first - 1);
        at = last + 1;
      } else {
        while (at < text_.size() && is_bare(text_[at])) ++at;
        if (at == first) return {};
        path += text_.substr(first, at - first);
      }
      skip();
      if (at >= text_.size()) return {};
      if (text_[at] == end) return path;
      if (text_[at] != '.') return {};
      path += separator;
      ++at;
    }
  }

  /// A table below an array of tables belongs to the array's last element.
  std::string inside_arrays(const std::string& path) const {
    for (std::size_t cut = path.size(); cut != std::string::npos && cut > 0; cut = path.rfind(separator, cut - 1)) {
      const auto array = arrays_.find(path.substr(0, cut));
      if (array == arrays_.end()) continue;
      const std::string number = separator + std::to_string(array->second);
      const bool numbered = path.compare(cut, number.size(), number) == 0;
      return array->first + number + path.substr(numbered ? cut + number.size() : cut);
    }
    return path;
  }

  static std::string display(std::string path) {
    std::replace(path.begin(), path.end(), separator, '.');
    return visible(path);
  }

  void claim(const std::string& key, const Where& where, const std::string& what) {
    const auto [at, added] = claimed_.emplace(key, where);
    if (added) return;
    const std::string first = to_string(at->second);
    const bool same_file = at->second.file == where.file && at->second.line > 0;
    throw Error(where, what + " is given twice (also in " +
                           (same_file ? "line " + std::to_string(at->second.line) : first) + "), delete one");
  }

  static constexpr char separator = '\x01';  // stands in no key
  std::string_view text_;
  const PlaceOf& place_of_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1, depth_ = 0, dots_ = 0;
  bool starts_statement_ = true;
  std::string table_;                     // what the keys of this line stand in
  std::map<std::string, int> arrays_;     // elements so far
  std::map<std::string, Where> claimed_;  // keys with their tables
};

}  // namespace

void guard_toml(std::string_view text, const PlaceOf& place_of) {
  if (text.size() > limits::toml_bytes) {
    throw Error(Where{place_of(1, 1).file}, "has " + std::to_string(text.size() >> 20) + " MB (at most " +
                                                std::to_string(limits::toml_bytes >> 20) +
                                                " are read of TOML), delete what is not needed");
  }
  check_utf8(text, place_of);
  Guard(without_byte_order_mark(text), place_of).run();
}

}  // namespace uor
