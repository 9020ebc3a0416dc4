#include "core/uor/serve/http_request.hpp"

#include <gtest/gtest.h>

#include <boost/asio/buffer.hpp>

namespace uor::serve {
namespace {

/// What the parser says of a whole text.
boost::beast::error_code read(HttpParser& parser, const std::string& text) {
  limit(parser);
  parser.eager(true);
  boost::beast::error_code problem;
  parser.put(boost::asio::buffer(text), problem);
  return problem;
}

TEST(HttpRequest, IsReadByItsFields) {
  HttpParser parser;
  ASSERT_FALSE(read(parser,
                    "POST /api/odds HTTP/1.1\r\nHost: here\r\norigin: there\r\nx-uor-token: t\r\n"
                    "Content-Length: 2\r\n\r\n{}"));
  ASSERT_TRUE(parser.is_done());
  const Request request = request_of(parser.get());
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.target, "/api/odds");
  EXPECT_EQ(request.host, "here");
  EXPECT_EQ(request.origin, "there");
  EXPECT_EQ(request.token, "t");
  EXPECT_TRUE(request.has_origin);
  EXPECT_EQ(request.body, "{}");
}

TEST(HttpRequest, AFieldThatStandsTwiceIsNone) {
  HttpParser parser;
  ASSERT_FALSE(read(parser, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nX-Uor-Token: a\r\nX-Uor-Token: a\r\n\r\n"));
  const Request request = request_of(parser.get());
  EXPECT_EQ(request.host, "");
  EXPECT_EQ(request.token, "");
  EXPECT_FALSE(request.has_origin);
}

TEST(HttpRequest, WhatIsTooLargeIsRefusedByItsKind) {
  HttpParser body, header, nonsense;
  EXPECT_EQ(refusal_of(read(body, "POST / HTTP/1.1\r\nContent-Length: 65537\r\n\r\n")).status, 413);
  EXPECT_EQ(refusal_of(read(header, "GET / HTTP/1.1\r\nX: " + std::string(most_header_bytes, 'x'))).status, 431);
  EXPECT_EQ(refusal_of(read(nonsense, "hello\r\n\r\n")).status, 400);
}

}  // namespace
}  // namespace uor::serve
