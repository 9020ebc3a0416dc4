// Reading files in a folder that others write to: plain files only, never by way of a link.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace uor {

/// The bytes of a plain file of at most `most` bytes; nothing for a link, a pipe, a device, a socket, a folder, a
/// larger file and one that cannot be read. Never waits.
std::optional<std::string> read_plain_file(const std::string& path, std::size_t most);

/// What is there instead, for messages: "a link", "a pipe", "a device", "a socket", "a folder"; empty for a plain file
/// and where nothing is.
std::string other_than_plain(const std::string& path);

}  // namespace uor
