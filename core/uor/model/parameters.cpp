#include "core/uor/model/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/uor/model/calendar.hpp"
#include "core/uor/model/policy_names.hpp"

namespace uor::model {
namespace {

using Values = std::map<std::string, policy::ParameterValue>;

/// The latest policy year at or before `label`; null when there is none.
const Values* values_of_year(const policy::Policy& policy, const std::string& label) {
  const Values* found = nullptr;
  for (const auto& [year, values] : policy.year_parameters) {
    if (year <= label) found = &values;
  }
  return found;
}

/// The value in that year; NaN where neither policy nor plugin gives one.
double value_of(const Parameter& parameter, const policy::Policy& policy, const std::string& label) {
  const policy::ParameterValue* given = nullptr;
  if (const auto found = policy.parameters.find(parameter.id); found != policy.parameters.end()) given = &found->second;
  if (const Values* year = values_of_year(policy, label)) {
    if (const auto found = year->find(parameter.id); found != year->end()) given = &found->second;
  }
  const double value = given == nullptr ? parameter.value : given->value;
  if (value < parameter.lower || value > parameter.upper) {
    throw Error(given == nullptr ? Where{} : given->where,
                fmt::format("parameter '{}' is {}, outside {} to {} {}", parameter.id, value, parameter.lower,
                            parameter.upper, parameter.unit));
  }
  return value;
}

/// Policies of an earlier version lack all that later ones added, so all are named at once.
void require_values(const host::Catalogue& catalogue, const policy::Policy& policy, const std::string& label) {
  std::vector<std::string> missing;
  for (const Parameter& parameter : catalogue.parameters()) {
    if (std::isnan(value_of(parameter, policy, label))) missing.push_back(parameter.id);
  }
  if (missing.empty()) return;
  throw Error(fmt::format(
      "the policy '{}' has no value for {} of {}: {}. Give each as [parameter.\"{}\"] with value, standing and source. "
      "A policy of an earlier version lacks what was added since: copy these rows from the policies that ship",
      policy.name, label, missing.size() == 1 ? "this parameter" : fmt::format("these {} parameters", missing.size()),
      fmt::join(missing, ", "), missing.front()));
}

void check_names(const host::Catalogue& catalogue, const policy::Policy& policy, const Values& values) {
  std::vector<std::string> ids;
  for (const Parameter& parameter : catalogue.parameters()) ids.push_back(parameter.id);
  for (const auto& [id, value] : values) {
    const bool known = names_are_known(catalogue, policy, id.substr(0, id.find('.')));
    if (known && std::find(ids.begin(), ids.end(), id) == ids.end()) {
      throw Error(value.where, fmt::format("no plugin has a parameter '{}'.{}", id, did_you_mean(id, ids)));
    }
  }
}

}  // namespace

ParameterTable parameter_table(const host::Catalogue& catalogue, const policy::Policy& policy,
                               const std::string& first_year, int months) {
  check_names(catalogue, policy, policy.parameters);
  for (const auto& [year, values] : policy.year_parameters) check_names(catalogue, policy, values);
  ParameterTable table;
  for (int year = 1; year <= year_of(months); ++year) {
    const std::string label = policy_year_label(first_year, year);
    require_values(catalogue, policy, label);
    std::vector<std::vector<double>> plugins;
    for (const host::Plugin& plugin : catalogue.plugins()) {
      std::vector<double> values;
      for (const Parameter& parameter : plugin.parameters()) values.push_back(value_of(parameter, policy, label));
      plugins.push_back(std::move(values));
    }
    table.push_back(std::move(plugins));
  }
  return table;
}

std::vector<double> peer_medians_of(const Inputs& inputs, std::size_t trust) {
  std::vector<double> medians;
  for (const policy::Metric& metric : inputs.policy.metrics) {
    double median = metric.peer.value_or(metric.median);
    if (trust < inputs.peer_medians.size()) {
      const auto found = inputs.peer_medians[trust].find(metric.id);
      if (found != inputs.peer_medians[trust].end()) median = found->second;
    }
    medians.push_back(median);
  }
  return medians;
}

}  // namespace uor::model
