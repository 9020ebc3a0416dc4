#include "core/uor/base/characters.hpp"

#include <array>
#include <cstdio>

namespace uor {

namespace {

constexpr const char* replacement = "\uFFFD";

/// `text` with each character as `put` appends it.
template <typename Put>
std::string each_character(std::string_view text, Put put) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t bytes = character_bytes(text);
    if (bytes == 0) {
      out += replacement;
    } else {
      put(text.substr(0, bytes), out);
    }
    text.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return out;
}

bool stands_in_xml(char32_t character) {
  if (character < 0x20) return character == '\t' || character == '\n' || character == '\r';
  return character != 0xFFFE && character != 0xFFFF;
}

}  // namespace

std::size_t character_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < count) return 0;
  for (std::size_t i = 1; i < count; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const unsigned char second = byte(1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : count;
}

char32_t character_of(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  char32_t character = lead;
  if (bytes.size() > 1) character = lead & (0xFFU >> (bytes.size() + 1));
  for (std::size_t i = 1; i < bytes.size(); ++i)
    character = (character << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
  return character;
}

std::string valid_utf8(std::string_view text) {
  return each_character(text, [](std::string_view character, std::string& out) { out += character; });
}

std::string xml_characters(std::string_view text) {
  return each_character(text, [](std::string_view character, std::string& out) {
    if (stands_in_xml(character_of(character))) {
      out += character;
    } else {
      out += replacement;
    }
  });
}

bool commands_a_terminal(char32_t character) {
  if (character < 0x20) return character != '\t' && character != '\n';
  if (character < 0xA0) return character >= 0x7F;
  return character == 0x061C || (character >= 0x200E && character <= 0x200F) ||
         (character >= 0x2028 && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

std::string shown(std::string_view text) {
  return each_character(text, [](std::string_view character, std::string& out) {
    const char32_t code = character_of(character);
    if (!commands_a_terminal(code)) {
      out += character;
      return;
    }
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(code));
    out += escape.data();
  });
}

}  // namespace uor
