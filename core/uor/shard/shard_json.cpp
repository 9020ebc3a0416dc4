#include "core/uor/shard/shard_json.hpp"

#include <nlohmann/json.hpp>

#include "core/uor/base/error.hpp"

namespace uor::shard {

namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const Identity& identity) {
  Json json = Json::object();
  for (const Trait& trait : identity) json[trait.name] = trait.value;
  return json;
}

Identity identity_of(const Json& json) {
  Identity identity;
  for (const auto& [name, value] : json.items()) identity.push_back({name, value.get<std::string>()});
  return identity;
}

template <typename Value, typename Read>
Value read_json(const std::string& text, Read read) {
  try {
    return read(Json::parse(text));
  } catch (const Json::exception&) {
    throw Error("holds a line that is no JSON of a shard");
  }
}

}  // namespace

std::string text_of(const Identity& identity) { return line_of(json_of(identity)); }

std::string text_of(const ShardHead& head) {
  return line_of({{"identity", json_of(head.identity)}, {"request", Json::parse(head.request)}});
}

std::string text_of(const std::vector<Place>& places) {
  Json json = Json::array();
  for (const Place& place : places)
    json.push_back({{"trust", place.range.trust},
                    {"first", place.range.first},
                    {"count", place.range.count},
                    {"blocks", place.blocks},
                    {"part", place.part},
                    {"end", place.end}});
  return line_of(json);
}

Identity identity_in(const std::string& text) {
  return read_json<Identity>(text, [](const Json& json) { return identity_of(json); });
}

ShardHead head_in(const std::string& text) {
  return read_json<ShardHead>(text, [](const Json& json) {
    return ShardHead{identity_of(json.at("identity")), line_of(json.at("request"))};
  });
}

std::vector<Place> places_in(const std::string& text) {
  return read_json<std::vector<Place>>(text, [](const Json& json) {
    std::vector<Place> places;
    for (const Json& one : json)
      places.push_back({{one.at("trust").get<std::size_t>(), one.at("first").get<std::uint64_t>(),
                         one.at("count").get<std::uint64_t>()},
                        one.at("blocks").get<std::uint64_t>(),
                        one.at("part").get<std::uint64_t>(),
                        one.at("end").get<std::uint64_t>()});
    return places;
  });
}

}  // namespace uor::shard
