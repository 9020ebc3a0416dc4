#include "core/uor/model/policy_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/model/sides.hpp"

namespace uor::model {

namespace {

std::string prefix_of(const std::string& id) { return id.substr(0, id.find('.')); }

std::vector<std::string> ids_of(const graph::Wiring& wiring, bool drivers_only) {
  std::vector<std::string> ids;
  for (const Quantity& quantity : wiring.quantities)
    if (!drivers_only || quantity.kind == Kind::driver) ids.push_back(quantity.id);
  return ids;
}

void check_prompt(const policy::Prompt& prompt, const Inputs& inputs, const graph::Wiring& wiring) {
  for (const std::string& id : prompt.held_by) {
    if (!names_are_known(*inputs.catalogue, inputs.policy, prefix_of(id))) continue;
    const auto found = wiring.find(id);
    const bool driver = found && wiring.quantities[*found].kind == Kind::driver;
    if (prompt.judged ? driver : found.has_value()) continue;
    throw Error(prompt.where,
                fmt::format("the {} prompt '{}' is held by '{}', which is no {} ({}).{}",
                            prompt.judged ? "judged" : "derived", prompt.id, id, prompt.judged ? "driver" : "quantity",
                            found ? "it is a result" : "unknown", did_you_mean(id, ids_of(wiring, prompt.judged))));
  }
}

void check_default(const policy::FieldDefault& row, const policy::Policy& policy,
                   const std::vector<std::string>& fields) {
  std::vector<std::string> named = {row.field};
  if (!row.ratio_of.empty()) named.push_back(row.ratio_of);
  named.insert(named.end(), row.from.fields.begin(), row.from.fields.end());
  for (const auto* list : {&row.given_by, &row.given_by_accounts})
    for (const std::string& item : *list)
      for (const auto& all : policy::alternatives_of(item)) named.insert(named.end(), all.begin(), all.end());
  for (const std::string& field : named) {
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) continue;
    throw Error(place_of_row(policy, "[[field_default]] '" + row.field + "'"),
                fmt::format("[[field_default]] '{}' names '{}', which is no field of a trust file.{}", row.field, field,
                            did_you_mean(field, fields)));
  }
  if (!row.only_from || policy.find_metric(row.field) != nullptr) return;
  throw Error(place_of_row(policy, "[[field_default]] '" + row.field + "'"),
              fmt::format("[[field_default]] '{}' has a `from` and nothing else, but is no metric with quartiles to be "
                          "drawn from otherwise, add a distribution or derive = true",
                          row.field));
}

/// The driver that is drawn for what formulas cannot derive.
void check_drawn_as(const policy::FieldDefault& row, const Inputs& inputs, const graph::Wiring& wiring) {
  if (row.drawn_as.empty() || !names_are_known(*inputs.catalogue, inputs.policy, prefix_of(row.drawn_as))) return;
  if (wiring.find(row.drawn_as)) return;
  throw Error(place_of_row(inputs.policy, "[[field_default]] '" + row.field + "'"),
              fmt::format("[[field_default]] '{}' is drawn as '{}', which is no driver.{}", row.field, row.drawn_as,
                          did_you_mean(row.drawn_as, ids_of(wiring, true))));
}

}  // namespace

Where place_of_row(const policy::Policy& policy, const std::string& what) {
  const auto row = std::find_if(policy.sources.begin(), policy.sources.end(),
                                [&](const policy::Source& source) { return source.what == what; });
  return row == policy.sources.end() ? Where{} : row->where;
}

bool names_are_known(const host::Catalogue& catalogue, const policy::Policy& policy, const std::string& prefix) {
  return policy.rating.find_kloe(prefix) == nullptr ||
         std::any_of(catalogue.plugins().begin(), catalogue.plugins().end(),
                     [&](const host::Plugin& plugin) { return plugin.id() == prefix; });
}

void check_policy_names(const Inputs& inputs, const graph::Wiring& wiring) {
  for (const policy::Prompt& prompt : inputs.policy.prompts) check_prompt(prompt, inputs, wiring);
  std::vector<std::string> fields;
  for (const trust::Field& field : inputs.fields) fields.push_back(field.id);
  for (const policy::FieldDefault& row : inputs.policy.field_defaults) {
    check_default(row, inputs.policy, fields);
    check_drawn_as(row, inputs, wiring);
  }
}

}  // namespace uor::model
