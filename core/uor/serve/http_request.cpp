#include "core/uor/serve/http_request.hpp"

#include <boost/beast/http/error.hpp>
#include <string_view>

namespace uor::serve {

namespace http = boost::beast::http;

namespace {

std::string text_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

/// Of a field that stands once.
template <typename Fields, typename Name>
std::string only(const Fields& fields, const Name& name) {
  return fields.count(name) == 1 ? text_of(fields[name]) : std::string();
}

}  // namespace

void limit(HttpParser& parser) {
  parser.header_limit(most_header_bytes);
  parser.body_limit(most_body_bytes);
}

Request request_of(const http::request<http::string_body>& message) {
  return {text_of(message.method_string()),
          text_of(message.target()),
          only(message, http::field::host),
          only(message, http::field::origin),
          only(message, "X-Uor-Token"),
          message.count(http::field::origin) > 0,
          message.body()};
}

Response refusal_of(const boost::beast::error_code& problem) {
  if (problem == http::error::body_limit) return refusal(413, "the request is too large; at most 65536 bytes are read");
  if (problem == http::error::header_limit) return refusal(431, "the request's header is too large");
  return refusal(400, "this is no HTTP request (" + problem.message() + ")");
}

}  // namespace uor::serve
