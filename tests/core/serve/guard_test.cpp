#include "core/uor/serve/guard.hpp"

#include <gtest/gtest.h>

namespace uor::serve {
namespace {

Request ours() {
  Request request;
  request.method = "POST";
  request.target = "/api/odds";
  request.host = "127.0.0.1:8080";
  request.token = "secret";
  return request;
}

int status_of(const Request& request) {
  const std::optional<Response> refused = Guard(8080, "secret").refuses(request);
  return refused ? refused->status : 200;
}

TEST(Guard, LetsOurPagePass) {
  EXPECT_EQ(status_of(ours()), 200);
  Request by_name = ours();
  by_name.host = "localhost:8080";
  by_name.has_origin = true;
  by_name.origin = "http://localhost:8080";
  EXPECT_EQ(status_of(by_name), 200);
}

TEST(Guard, TakesNoOtherHost) {
  for (const char* host :
       {"", "127.0.0.1", "localhost", "localhost:80800", "localhost:8081", "localhost.evil.example:8080",
        "evil.example:8080", "127.0.0.1:8080.evil.example", "LOCALHOST:8080", "[::1]:8080"}) {
    Request request = ours();
    request.host = host;
    EXPECT_EQ(status_of(request), 403) << host;
  }
}

TEST(Guard, TakesNoOtherOrigin) {
  for (const char* origin : {"", "null", "https://127.0.0.1:8080", "http://127.0.0.1", "http://127.0.0.1:8080/",
                             "http://evil.example", "127.0.0.1:8080"}) {
    Request request = ours();
    request.has_origin = true;
    request.origin = origin;
    EXPECT_EQ(status_of(request), 403) << origin;
  }
}

TEST(Guard, AsksForTheTokenWhereSomethingIsAsked) {
  for (const char* token : {"", "secre", "secrets", "Secret"}) {
    Request request = ours();
    request.token = token;
    EXPECT_EQ(status_of(request), 403) << token;
    request.target = "/live.js";
    EXPECT_EQ(status_of(request), 200);
  }
}

TEST(Guard, TokensAreLongAndDiffer) {
  const std::string token = random_token();
  EXPECT_EQ(token.size(), 32u);
  EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(token, random_token());
}

}  // namespace
}  // namespace uor::serve
