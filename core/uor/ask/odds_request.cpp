#include "core/uor/ask/odds_request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "core/uor/base/error.hpp"
#include "core/uor/base/points.hpp"

namespace uor::ask {

using report::Json;

namespace {

constexpr std::size_t longest_page = 64;

Json json_of_text(const std::string& text) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    throw Error(fmt::format("the request must be JSON, but at byte {} it is not", error.byte));
  } catch (const Json::out_of_range&) {
    throw Error("the request has a number that is beyond any quantity of the model");
  }
}

[[noreturn]] void refuse(const std::string& member, const std::string& must_be) {
  throw Error(fmt::format("{}: must be {}", member, must_be));
}

std::string text_in(const Json& value, const std::string& member) {
  if (!value.is_string()) refuse(member, "a text");
  return value.get<std::string>();
}

/// A number sets, whatever its sign; a text is what --set takes behind the first '='.
std::string setting_of(const std::string& driver, const Json& value) {
  if (value.is_string()) return driver + "=" + value.get<std::string>();
  if (!value.is_number()) refuse(fmt::format("set: {}", driver), "a number, or a text such as \"*0.9\"");
  const double number = value.get<double>();
  return fmt::format("{}={}{}", driver, std::signbit(number) ? "=" : "", number);
}

std::vector<std::string> settings_in(const Json& value) {
  if (!value.is_object()) refuse("set", "an object of drivers and their values");
  std::vector<std::string> settings;
  for (const auto& [driver, to] : value.items()) settings.push_back(setting_of(driver, to));
  return settings;
}

std::uint64_t points_in(const Json& value) {
  const std::uint64_t points = value.is_number_unsigned() ? value.get<std::uint64_t>() : 0;
  const bool whole = points > 0 && points <= most_points && points % whole_trials == 0;
  if (points != first_look_points && !whole)
    refuse("points", fmt::format("{} for a first look, or a multiple of {} up to {}", first_look_points, whole_trials,
                                 most_points));
  return points;
}

Detail detail_in(const Json& value) {
  const std::string word = text_in(value, "detail");
  if (word == "odds") return Detail::odds;
  if (word != "all") refuse("detail", "\"odds\" or \"all\"");
  return Detail::all;
}

std::string page_in(const Json& value) {
  std::string page = text_in(value, "page");
  if (page.size() > longest_page) refuse("page", fmt::format("a text of at most {} letters", longest_page));
  return page;
}

OddsRequest parse(const std::string& text, const std::vector<std::string>& known) {
  OddsRequest request;
  request.as_asked = json_of_text(text);
  if (!request.as_asked.is_object()) throw Error("the request must be a JSON object, as in {\"trust\": \"RF4\"}");
  for (const auto& [name, value] : request.as_asked.items()) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw Error(fmt::format("unknown member '{}' of the request.{} It may have {}", name, did_you_mean(name, known),
                              fmt::join(known, ", ")));
    if (name == "trust") request.trust = text_in(value, name);
    if (name == "set") request.set = settings_in(value);
    if (name == "points") request.points = points_in(value);
    if (name == "detail") request.detail = detail_in(value);
    if (name == "page") request.page = page_in(value);
  }
  if (request.trust.empty()) throw Error("trust: is missing; give a code, as in {\"trust\": \"RF4\"}");
  return request;
}

}  // namespace

OddsRequest parse_odds_request(const std::string& text) {
  return parse(text, {"trust", "set", "points", "detail", "page"});
}

OddsRequest parse_setting(const std::string& text) { return parse(text, {"trust", "set", "points", "page"}); }

}  // namespace uor::ask
