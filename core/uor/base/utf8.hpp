// Bytes that should be UTF-8: names of files need not be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace uor {

/// Bytes of the UTF-8 character at the start of `text`, which is not empty; 0 when it is malformed, overlong or a
/// surrogate.
std::size_t character_bytes(std::string_view text);

/// `text` with U+FFFD in place of each byte that belongs to no character, for files and screens that take UTF-8 only.
std::string as_utf8(std::string_view text);

}  // namespace uor
