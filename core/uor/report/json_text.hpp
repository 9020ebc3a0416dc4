// JSON as text, whatever bytes its strings came from.
#pragma once

#include <string>

#include "core/uor/report/json.hpp"

namespace uor::report {

/// In lines of `indent` spaces, or in one; U+FFFD for bytes that are not UTF-8, such as those of a file's name.
inline std::string text_of(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace uor::report
