// Whether a file is one that `uor run` wrote, whatever state it is in.
#pragma once

#include <string>

namespace uor::store {

/// By the mark in it: a result of any format version, finished or not. False for what cannot be opened.
bool is_result_file(const std::string& path);

}  // namespace uor::store
