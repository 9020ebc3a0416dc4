#include "core/uor/serve/question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uor::serve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::variant<Response, Question> asked(const std::string& target, const std::string& body) {
  Request request;
  request.method = "POST";
  request.target = target;
  request.body = body;
  return question_of(request);
}

Response refused(const std::string& body) {
  const auto read = asked("/api/odds", body);
  return std::holds_alternative<Response>(read) ? std::get<Response>(read) : Response{};
}

TEST(Question, SetsNumbersWhateverTheirSign) {
  const auto read = asked("/api/odds", R"({"trust": "RF4", "points": 1024, "detail": "odds", "page": "p",
    "set": {"a.b": 6.0, "c.d": -2.5, "e.f": -0.0, "g.h": "*0.9@3", "i.j": 0.1}})");
  ASSERT_TRUE(std::holds_alternative<Question>(read));
  const ask::OddsRequest& request = std::get<Question>(read).request;
  EXPECT_THAT(request.set, ElementsAre("a.b=6", "c.d==-2.5", "e.f==-0", "g.h=*0.9@3", "i.j=0.1"));
  EXPECT_EQ(request.points, 1024u);
  EXPECT_EQ(request.detail, ask::Detail::odds);
  EXPECT_EQ(request.page, "p");
  EXPECT_EQ(request.as_asked.at("set").size(), 5u);
}

TEST(Question, RefusesWithTheMembersName) {
  EXPECT_THAT(refused("{").body, HasSubstr("must be JSON"));
  EXPECT_THAT(refused(R"({"trust": "RF4", "set": {"a.b": []}})").body, HasSubstr("set: a.b: must be a number"));
  EXPECT_THAT(refused(R"({"trust": "RF4", "points": 4095})").body, HasSubstr("points: must be 1024"));
  EXPECT_THAT(refused(R"({"trust": "RF4", "pints": 1})").body, HasSubstr("Did you mean 'points'?"));
  EXPECT_EQ(refused("{}").status, 400);
}

TEST(Question, KnowsWhatMayBeAsked) {
  EXPECT_EQ(std::get<Response>(asked("/api/od", "{}")).status, 404);
  EXPECT_EQ(std::get<Question>(asked("/api/here", "")).ask, Ask::here);
  EXPECT_EQ(std::get<Question>(asked("/api/money", R"({"trust": "RF4"})")).ask, Ask::money);
  Request got;
  got.method = "GET";
  got.target = "/api/odds";
  EXPECT_EQ(std::get<Response>(question_of(got)).status, 405);
}

}  // namespace
}  // namespace uor::serve
