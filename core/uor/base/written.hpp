// Text as people type and paste it: blanks of every kind, characters that nobody sees, and words that mean the same.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace uor {

/// One character of UTF-8 text. A byte that begins none is the replacement character U+FFFD, alone.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;
};
Character character_at(std::string_view text, std::size_t at);  // at < text.size()
void append_character(std::string& text, char32_t code);
/// "U+200B".
std::string name_of_character(char32_t code);

bool is_blank(char32_t code);      // spaces of any width, no-break spaces, tabs, line ends
bool is_invisible(char32_t code);  // takes no room when shown: zero-width spaces and joiners, marks of direction

/// `text` without blanks and invisible characters at its ends.
std::string_view trimmed(std::string_view text);

/// `text` trimmed, with one plain space for each run of blanks inside and without invisible characters.
std::string one_line(std::string_view text);

/// A word as it is compared: one_line, A to Z as a to z, '_' and dashes as spaces.
std::string plain_word(std::string_view text);

/// a to z as A to Z.
std::string in_capitals(std::string_view text);

/// Whether `text` begins or ends with a dash, blanks apart: there it separates no words, "-1" is not 1 nor "-good"
/// good.
bool has_dash_at_an_end(std::string_view text);

/// yes, y, true, t and 1; no, n, false, f and 0, in any capitals; nothing for another word.
std::optional<bool> yes_or_no(std::string_view text);

inline constexpr std::array<std::string_view, 4> rating_words = {"inadequate", "requires improvement", "good",
                                                                 "outstanding"};
/// 1 inadequate to 4 outstanding, also as requires_improvement, RequiresImprovement and RI; nothing for another word.
std::optional<int> rating_named(std::string_view text);

/// `text` as messages show it: what cannot be seen by its number, as in "7[U+200B]2", and no more than its beginning.
std::string visible(std::string_view text);

/// The first invisible or control character of `text`, apart from blanks; nothing when there is none.
std::optional<char32_t> hidden_character(std::string_view text);

/// Whether the name of a file ends in `ending`, such as ".csv", in any capitals.
bool ends_like(std::string_view path, std::string_view ending);

}  // namespace uor
