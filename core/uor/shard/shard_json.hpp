// The readable lines of a shard.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/uor/shard/shard_file.hpp"

namespace uor::shard {

inline constexpr std::string_view first_line = "uor shard 1\n";
inline constexpr std::string_view last_words = "uor end ";
inline constexpr std::size_t offset_digits = 16, digest_digits = 64;
/// Of "uor end OFFSET SHA256\n".
inline constexpr std::size_t last_bytes = last_words.size() + offset_digits + 1 + digest_digits + 1;

std::string text_of(const Identity& identity);
std::string text_of(const ShardHead& head);
std::string text_of(const std::vector<Place>& places);

/// Error (Fault::input) when the text is no such JSON.
Identity identity_in(const std::string& text);
ShardHead head_in(const std::string& text);
std::vector<Place> places_in(const std::string& text);

}  // namespace uor::shard
