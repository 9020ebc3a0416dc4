// Characters of UTF-8 text, and what must not be passed on as it is: to a terminal, into XML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace uor {

/// Bytes of the UTF-8 character at the start of `text`, which is not empty; 0 when it is malformed, overlong or a
/// surrogate.
std::size_t character_bytes(std::string_view text);

/// The character of these bytes, which character_bytes has measured.
char32_t character_of(std::string_view bytes);

/// U+FFFD where `text` is not UTF-8: what JSON, HTML and XML need.
std::string valid_utf8(std::string_view text);

/// valid_utf8, and U+FFFD for what XML 1.0 cannot hold: control characters but tab and line ends, U+FFFE and U+FFFF.
std::string xml_characters(std::string_view text);

/// Whether a terminal would act on the character, or show the text after it in another order: C0 but tab and line
/// feed, delete, C1, separators of lines and paragraphs, and the marks that turn the direction of writing.
bool commands_a_terminal(char32_t character);

/// "\u001b" for each character that commands a terminal, U+FFFD where `text` is not UTF-8. In a string of JSON it
/// stands for the same text.
std::string shown(std::string_view text);

}  // namespace uor
