// Requests as Boost.Beast reads them.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "core/uor/serve/message.hpp"

namespace uor::serve {

using HttpParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// A parser that gives up beyond most_header_bytes and most_body_bytes.
void limit(HttpParser& parser);

Request request_of(const boost::beast::http::request<boost::beast::http::string_body>& message);

/// What is said of a request that cannot be read: 413 too large, 431 its header, else 400.
Response refusal_of(const boost::beast::error_code& problem);

}  // namespace uor::serve
