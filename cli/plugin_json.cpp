#include "cli/plugin_json.hpp"

#include "core/uor/sdk/plugin.h"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

Json driver_of(const Driver& driver) {
  return {{"default", to_string(driver.distribution)},
          {"each", name_of(driver.each)},
          {"persistence", driver.persistence},
          {"common", driver.common},
          {"fact", driver.fact},
          {"lever", driver.lever},
          {"lead_months", driver.lead_months},
          {"delivery_cost", driver.delivery_cost},
          {"schemes", driver.schemes}};
}

Json quantity_of(const Quantity& quantity) {
  Json object = {{"id", quantity.id},
                 {"unit", quantity.unit},
                 {"title", quantity.title},
                 {"kind", name_of(quantity.kind)},
                 {"behaviour", name_of(quantity.behaviour)},
                 {"polarity", quantity.polarity},
                 {"lower", quantity.lower},
                 {"upper", quantity.upper},
                 {"likely_lower", quantity.likely_lower},
                 {"likely_upper", quantity.likely_upper},
                 {"nominal", quantity.nominal},
                 {"summarise", quantity.summarise},
                 {"profile", quantity.profile},
                 {"standing", name_of(quantity.standing)},
                 {"source", quantity.source}};
  if (quantity.kind == Kind::driver) object["driver"] = driver_of(quantity.driver);
  return object;
}

template <typename Known>
Json known_of(const Known& known) {
  return {{"value", known.value}, {"standing", name_of(known.standing)}, {"source", known.source}};
}

/// The values of policy years that give this parameter, by year.
Json years_of(const std::string& id, const policy::Policy& policy) {
  Json years = Json::object();
  for (const auto& [year, values] : policy.year_parameters)
    if (const auto found = values.find(id); found != values.end()) years[year] = known_of(found->second);
  return years;
}

Json parameter_of(const Parameter& parameter, const policy::Policy& policy) {
  Json object = {{"id", parameter.id},
                 {"unit", parameter.unit},
                 {"title", parameter.title},
                 {"lower", parameter.lower},
                 {"upper", parameter.upper}};
  const auto given = policy.parameters.find(parameter.id);
  object.update(given == policy.parameters.end() ? known_of(parameter) : known_of(given->second));
  object["years"] = years_of(parameter.id, policy);
  return object;
}

/// `from` says in words what lag and window say in numbers.
Json read_of(const Read& read) {
  const char* from = read.lag == UOR_AT_ANCHOR           ? "month 0"
                     : read.window == UOR_YEAR_TO_DATE   ? "since April"
                     : read.lag == 0 && read.window == 1 ? "this month"
                                                         : "earlier months";
  return {{"id", read.id}, {"unit", read.unit}, {"from", from}, {"lag", read.lag}, {"window", read.window}};
}

Json node_of(const Node& node) {
  Json reads = Json::array();
  for (const Read& read : node.reads) reads.push_back(read_of(read));
  return {{"id", node.id}, {"anchor", node.anchor}, {"phase", node.phase}, {"reads", reads}, {"writes", node.writes}};
}

}  // namespace

Json json_of_plugin(const host::Plugin& plugin, const policy::Policy& policy) {
  Json quantities = Json::array(), parameters = Json::array(), nodes = Json::array();
  for (const Quantity& quantity : plugin.quantities()) quantities.push_back(quantity_of(quantity));
  for (const Parameter& parameter : plugin.parameters()) parameters.push_back(parameter_of(parameter, policy));
  for (const Node& node : plugin.nodes()) nodes.push_back(node_of(node));
  return {{"plugin", plugin.id()}, {"version", plugin.version()}, {"title", plugin.title()},
          {"kloe", plugin.kloe()}, {"path", plugin.path()},       {"sha256", plugin.sha256()},
          {"policy", policy.name}, {"quantities", quantities},    {"parameters", parameters},
          {"nodes", nodes}};
}

}  // namespace uor::cli
