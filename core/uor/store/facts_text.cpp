#include "core/uor/store/facts_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/uor/store/checked_read.hpp"

namespace uor::store {

namespace {

using Json = nlohmann::ordered_json;
using model::Fact;

Json json_of(const Distribution& distribution) {
  Json json = {{"shape", name_of(distribution.shape)}, {"parameters", distribution.parameters}};
  const auto bound = [](const std::optional<double>& end) { return end && std::isfinite(*end) ? Json(*end) : Json(); };
  if (distribution.truncate_lower || distribution.truncate_upper)
    json["truncate"] = {bound(distribution.truncate_lower), bound(distribution.truncate_upper)};
  return json;
}

template <typename Value>
void add(Json& json, const char* name, const Value& value) {
  if (!value.empty()) json[name] = value;
}

Json json_of(const Fact& fact) {
  Json json = {{"field", fact.field}, {"how", name_of(fact.how)}, {"unit", fact.unit}};
  if (!fact.is_unknown() && fact.how != model::How::as_written) json["distribution"] = json_of(fact.distribution);
  if (fact.is_reported() || fact.is_derived()) json["value"] = fact.value;
  add(json, "ratio_of", fact.ratio_of);
  add(json, "equation", fact.equation);
  add(json, "from", fact.from);
  add(json, "accounts", fact.accounts);
  if (fact.standing) json["standing"] = name_of(*fact.standing);
  add(json, "source", fact.source);
  add(json, "written", fact.written);
  return json;
}

Distribution distribution_in(const Json& json) {
  const auto shape = shape_named(json.at("shape").get<std::string>());
  if (!shape) throw Impossible("'trust_assumed_data' holds a distribution of an unknown shape");
  Distribution distribution{*shape, json.at("parameters").get<std::vector<double>>(), {}, {}};
  if (json.contains("truncate")) {
    constexpr double endless = std::numeric_limits<double>::infinity();
    const auto bound = [&](std::size_t end, double open) {
      const Json& given = json.at("truncate").at(end);
      return given.is_null() ? open : given.get<double>();
    };
    distribution.truncate_lower = bound(0, -endless);
    distribution.truncate_upper = bound(1, endless);
  }
  if (const std::string problem = problem_of(distribution); !problem.empty())
    throw Impossible("'trust_assumed_data' holds a distribution that is none: " + problem);
  return distribution;
}

model::How how_in(const Json& json) {
  const auto how = model::how_named(json.at("how").get<std::string>());
  if (!how) throw Impossible("'trust_assumed_data' does not say how");
  return *how;
}

Fact fact_in(const Json& json) {
  Fact fact;
  fact.field = json.at("field").get<std::string>();
  fact.how = how_in(json);
  fact.unit = json.at("unit").get<std::string>();
  if (json.contains("distribution")) fact.distribution = distribution_in(json.at("distribution"));
  fact.value = json.value("value", 0.0);
  fact.ratio_of = json.value("ratio_of", std::string());
  fact.equation = json.value("equation", std::string());
  fact.from = json.value("from", std::vector<std::string>());
  fact.accounts = json.value("accounts", std::vector<std::string>());
  if (json.contains("standing")) fact.standing = standing_named(json.at("standing").get<std::string>());
  fact.source = json.value("source", std::string());
  fact.written = json.value("written", std::string());
  return fact;
}

/// That what is said of it is there: a grade that has a word, the ends of an interval.
void check(const Fact& fact) {
  const std::size_t needed = fact.how == model::How::rounded ? 2 : 1;
  const bool grade = fact.value >= 1 && fact.value <= 4;
  if (fact.distribution.parameters.size() < needed || (fact.how == model::How::published && !grade))
    throw Impossible("'trust_assumed_data' holds what no run assumes of '" + fact.field + "'");
}

}  // namespace

std::string lines_of(const std::vector<std::string>& entries) {
  std::string text;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::string entry = entries[i];
    std::replace(entry.begin(), entry.end(), '\n', ' ');
    text += (i > 0 ? "\n" : "") + entry;
  }
  return text;
}

std::string sentences_of(const std::vector<Fact>& facts) {
  std::vector<std::string> sentences;
  for (const Fact& fact : facts) sentences.push_back(to_string(fact));
  return lines_of(sentences);
}

std::string data_of(const std::vector<Fact>& facts) {
  Json list = Json::array();
  for (const Fact& fact : facts) list.push_back(json_of(fact));
  return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<Fact> facts_in(const std::string& data, const std::string& sentences) {
  std::vector<Fact> facts;
  try {
    for (const Json& json : Json::parse(data)) {
      facts.push_back(fact_in(json));
      check(facts.back());
    }
  } catch (const Json::exception&) {
    throw Impossible("'trust_assumed_data' is no list of assumptions in JSON");
  }
  if (sentences_of(facts) != sentences) throw Impossible("'trust_assumed_data' says another than 'trust_assumed'");
  return facts;
}

std::vector<Fact> facts_as_written(const std::string& sentences) {
  std::vector<Fact> facts;
  std::istringstream stream(sentences);
  for (std::string line; std::getline(stream, line);) {
    const std::size_t colon = line.find(": ");
    Fact fact;
    fact.how = model::How::as_written;
    fact.field = line.substr(0, colon);
    if (colon != std::string::npos) fact.written = line.substr(colon + 2);
    facts.push_back(std::move(fact));
  }
  return facts;
}

}  // namespace uor::store
