// A request and an answer, whatever library carries them.
#pragma once

#include <string>

namespace uor::serve {

/// What the server looks at of a request; of a field that is missing or stands twice nothing.
struct Request {
  std::string method, target;  // "POST", "/api/odds"
  std::string host, origin, token;
  bool has_origin = false;
  std::string body;
};

struct Response {
  int status = 200;
  std::string type, body;
};

inline constexpr const char* json_type = "application/json; charset=utf-8";

/// {error: message}.
Response refusal(int status, const std::string& message);

/// A request may be so long; longer ones are refused (431, 413) before they are read to their end.
inline constexpr std::size_t most_header_bytes = 8192, most_body_bytes = 65536;

}  // namespace uor::serve
