// How a text that `uor report` wrote is told from one that somebody has changed since, or made: it holds its own
// digest.
#pragma once

#include <string>
#include <string_view>

namespace uor::report {

/// "uor 1.0.0 SHA-256 000...": what stands in a text until marked() has seen all of it; near its beginning.
std::string unmarked_generator(const std::string& version);

/// The text with its own SHA-256, counted without it, in the name of its generator.
std::string marked(std::string text);

/// Whether a text is as marked() gave it.
enum class Marked { as_written, changed, without };
Marked mark_of(std::string text);

/// Whether `opening` stands in the head of a text, where marks are.
bool is_headed(const std::string& text, std::string_view opening);

/// The bytes of a file; empty where it cannot be read.
std::string bytes_of_file(const std::string& path);

}  // namespace uor::report
