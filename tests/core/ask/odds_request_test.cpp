#include "core/uor/ask/odds_request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/ask/saved_scenario.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::ask {
namespace {

using test::message_of;
using testing::HasSubstr;

TEST(OddsRequest, TakesWholeRunsAndAFirstLook) {
  for (const int points : {1024, 4096, 8192, 65536})
    EXPECT_EQ(parse_odds_request("{\"trust\": \"RF4\", \"points\": " + std::to_string(points) + "}").points,
              static_cast<std::uint64_t>(points));
  for (const char* points : {"0", "2048", "69632", "4096.0", "\"4096\"", "null"})
    EXPECT_THAT(
        message_of([&] { parse_odds_request(std::string("{\"trust\": \"RF4\", \"points\": ") + points + "}"); }),
        HasSubstr("points: must be 1024 for a first look, or a multiple of 4096 up to 65536"));
}

TEST(OddsRequest, ASettingHasNoDetail) {
  EXPECT_EQ(parse_setting(R"({"trust": "RF4", "set": {"a.b": 1}})").set, std::vector<std::string>{"a.b=1"});
  EXPECT_THAT(message_of([] { parse_setting(R"({"trust": "RF4", "detail": "all"})"); }),
              HasSubstr("unknown member 'detail'"));
}

TEST(SavedScenario, SaysWhatIsSetAsAFileCan) {
  OddsRequest request = parse_setting(R"({"trust": "RF4", "set":
    {"a.b": 6.125, "c.d": "+-1", "e.f": "*0.9@3", "g.h": "<=2", "i.j": ">=-1", "k.l": -5}})");
  request.set[1] = "c.d=-1";
  const std::string text = text_of_saved(request, {}, "RF4", false);
  EXPECT_THAT(text, HasSubstr("trusts = [\"RF4\"]\nmonths = 12\ntrials = 4096\npoints = \"sobol\"\nseed = 1\n"));
  EXPECT_THAT(text, HasSubstr("driver = \"a.b\"\nset = 6.125\n"));
  EXPECT_THAT(text, HasSubstr("driver = \"c.d\"\nadd = -1\n"));
  EXPECT_THAT(text, HasSubstr("driver = \"e.f\"\nmultiply = 0.9\nfrom_month = 3\n"));
  EXPECT_THAT(text, HasSubstr("driver = \"g.h\"\nat_most = 2\n"));
  EXPECT_THAT(text, HasSubstr("driver = \"i.j\"\nat_least = -1\n"));
  EXPECT_THAT(text, HasSubstr("driver = \"k.l\"\nset = -5\n"));
  EXPECT_EQ(file_of_saved(request), "live-RF4.toml");
}

}  // namespace
}  // namespace uor::ask
