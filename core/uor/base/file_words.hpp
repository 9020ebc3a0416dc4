// The system's reasons why a file cannot be written or read, in words that say what to do.
#pragma once

#include <string>

namespace uor {

/// Bytes of a file's name, on every disk that people use.
inline constexpr std::size_t longest_file_name = 255;

/// Of an errno, "its folder does not exist" or "the disk is full"; the system's own words where there are none of ours.
std::string file_words(int problem);

/// The same, and what to do: "the disk is full, free some space or name a file on another disk".
std::string file_advice(int problem);

/// `stem` and `ending` as one name of a file: of a stem that is too long, its beginning and a digest of all of it.
std::string short_name(const std::string& stem, const std::string& ending);

/// The same of a stem that may hold anything: whatever is no letter, digit, '.', '_', '-', blank or part of a character
/// beyond ASCII becomes '-', and a leading '.' has one before it.
std::string file_name(const std::string& stem, const std::string& ending);

}  // namespace uor
