#include "core/uor/ask/run_request_json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/base/error.hpp"

namespace uor::ask {

using report::Json;

namespace {

template <typename Value>
void write_member(Json& json, const char* name, const std::optional<Value>& member) {
  if (member) json[name] = *member;
}
void write_member(Json& json, const char* name, const std::vector<std::string>& member) {
  if (!member.empty()) json[name] = member;
}
void write_member(Json& json, const char* name, bool member) {
  if (member) json[name] = true;
}

[[noreturn]] void refuse(const std::string& name, const std::string& must_be) {
  throw Error(fmt::format("{}: must be {}", name, must_be));
}

void read_member(const Json& value, const std::string& name, std::optional<std::string>& member) {
  if (!value.is_string()) refuse(name, "a text");
  member = value.get<std::string>();
}
void read_member(const Json& value, const std::string& name, std::optional<std::uint64_t>& member) {
  if (!value.is_number_unsigned()) refuse(name, "a whole number, nought or more");
  member = value.get<std::uint64_t>();
}
void read_member(const Json& value, const std::string& name, std::optional<double>& member) {
  if (!value.is_number()) refuse(name, "a number");
  member = value.get<double>();
}
void read_member(const Json& value, const std::string& name, std::vector<std::string>& member) {
  const bool texts =
      value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& one) { return one.is_string(); });
  if (!texts) refuse(name, "a list of texts");
  member = value.get<std::vector<std::string>>();
}
void read_member(const Json& value, const std::string& name, bool& member) {
  if (!value.is_boolean()) refuse(name, "true or false");
  member = value.get<bool>();
}

}  // namespace

Json json_of(const RunRequest& request) {
  Json json = Json::object();
  each_member(request, [&](const char* name, const auto& member, auto...) { write_member(json, name, member); });
  return json;
}

RunRequest run_request_of(const Json& json) {
  if (!json.is_object()) throw Error("a run request must be a JSON object");
  RunRequest request;
  std::vector<std::string> known;
  each_member(request, [&](const char* name, auto& member, auto...) {
    known.emplace_back(name);
    if (json.contains(name)) read_member(json.at(name), name, member);
  });
  for (const auto& [name, value] : json.items())
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw Error(fmt::format("unknown member '{}' of a run request.{}", name, did_you_mean(name, known)));
  return request;
}

RunRequest parse_run_request(const std::string& text) {
  try {
    return run_request_of(Json::parse(text));
  } catch (const Json::parse_error& error) {
    throw Error(fmt::format("a run request must be JSON, but at byte {} it is not", error.byte));
  } catch (const Json::out_of_range&) {
    throw Error("a run request has a number that is beyond any quantity of the model");
  }
}

}  // namespace uor::ask
