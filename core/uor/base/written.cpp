#include "core/uor/base/written.hpp"

#include <algorithm>
#include <cstdio>

namespace uor {

namespace {

constexpr char32_t replacement_character = 0xFFFD;
constexpr std::size_t most_shown_bytes = 120;  // of a value in a message: its beginning tells which it is

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

bool is_dash(char32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE58 || code == 0xFE63 ||
         code == 0xFF0D;
}

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < bytes) return {replacement_character, 1};
  char32_t code = lead & (0x7F >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {replacement_character, 1};
    code = (code << 6) | (byte(i) & 0x3F);
  }
  return {code, bytes};
}

void append_character(std::string& text, char32_t code) {
  const auto rest = [&](int shift) { text += static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    rest(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    rest(6);
    rest(0);
  } else {
    text += static_cast<char>(0xF0 | (code >> 18));
    rest(12);
    rest(6);
    rest(0);
  }
}

std::string name_of_character(char32_t code) {
  std::array<char, 16> name;
  std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(code));
  return name.data();
}

bool is_blank(char32_t code) {
  return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

bool is_invisible(char32_t code) {
  return code == 0xAD || code == 0x34F || code == 0x61C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
         (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.size(), last = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (!is_blank(character.code) && !is_invisible(character.code)) {
      first = std::min(first, i);
      last = i + character.bytes;
    }
    i += character.bytes;
  }
  return first >= last ? std::string_view() : text.substr(first, last - first);
}

std::string one_line(std::string_view text) {
  std::string line;
  const std::string_view inside = trimmed(text);
  bool blank = false;
  for (std::size_t i = 0; i < inside.size();) {
    const Character character = character_at(inside, i);
    if (is_blank(character.code)) {
      blank = true;
    } else if (!is_invisible(character.code)) {
      if (blank) line += ' ';
      blank = false;
      line += inside.substr(i, character.bytes);
    }
    i += character.bytes;
  }
  return line;
}

std::string plain_word(std::string_view text) {
  std::string spaced;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.code == '_' || is_dash(character.code)) {
      spaced += ' ';
    } else {
      spaced += text.substr(i, character.bytes);
    }
    i += character.bytes;
  }
  std::string word = one_line(spaced);
  std::transform(word.begin(), word.end(), word.begin(), lower);
  return word;
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return capitals;
}

bool has_dash_at_an_end(std::string_view text) {
  const std::string_view word = trimmed(text);
  if (word.empty()) return false;
  std::size_t last = 0;
  for (std::size_t i = 0; i < word.size(); i += character_at(word, i).bytes) last = i;
  return is_dash(character_at(word, 0).code) || is_dash(character_at(word, last).code);
}

std::optional<bool> yes_or_no(std::string_view text) {
  if (has_dash_at_an_end(text)) return {};
  constexpr std::array<std::string_view, 5> yes = {"yes", "y", "true", "t", "1"};
  constexpr std::array<std::string_view, 5> no = {"no", "n", "false", "f", "0"};
  const std::string word = plain_word(text);
  if (is_one_of(yes, word)) return true;
  if (is_one_of(no, word)) return false;
  return {};
}

std::optional<int> rating_named(std::string_view text) {
  if (has_dash_at_an_end(text)) return {};
  const std::string word = plain_word(text);
  if (word == "ri" || word == "requiresimprovement") return 2;
  const auto at = std::find(rating_words.begin(), rating_words.end(), word);
  if (at == rating_words.end()) return {};
  return static_cast<int>(at - rating_words.begin()) + 1;
}

std::string visible(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size();) {
    if (shown.size() >= most_shown_bytes) return shown + "...";
    const Character character = character_at(text, i);
    const bool hidden =
        is_invisible(character.code) || is_control(character.code) || character.code == replacement_character;
    if (hidden) {
      shown += "[" + name_of_character(character.code) + "]";
    } else {
      shown += text.substr(i, character.bytes);
    }
    i += character.bytes;
  }
  return shown;
}

std::optional<char32_t> hidden_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const bool control = is_control(character.code) && !is_blank(character.code);
    if (control || is_invisible(character.code)) return character.code;
    i += character.bytes;
  }
  return {};
}

bool ends_like(std::string_view path, std::string_view ending) {
  if (path.size() < ending.size()) return false;
  const std::string_view end = path.substr(path.size() - ending.size());
  return std::equal(end.begin(), end.end(), ending.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace uor
