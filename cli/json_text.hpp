// JSON as it is printed.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace uor::cli {

/// Indented; what is not UTF-8, as a name of a file need not be, becomes U+FFFD.
inline std::string json_text(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace uor::cli
