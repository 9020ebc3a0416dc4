// How a page that `uor report` wrote is told from one that somebody has changed since, or made.
#pragma once

#include <string>

namespace uor::report::page {

/// What the page's generator is called until marked() has seen all of it.
std::string unmarked_generator(const std::string& version);

/// The page with its own SHA-256, counted without it, in the name of its generator.
std::string marked(std::string html);

/// Whether the file is a page as it was written, to the last byte. Pages of releases that left no such mark count as
/// written. False for what cannot be read.
bool is_page_as_written(const std::string& path);

}  // namespace uor::report::page
