#include <algorithm>

#include "core/uor/decide/sensitivity.hpp"
#include "core/uor/model/closed_form.hpp"

namespace uor::decide {

namespace {

bool is_unknown(const Quantity& driver, const policy::Policy& policy, const trust::Trust& trust) {
  if (!driver.driver.fact.empty()) return true;
  const bool drawn = std::any_of(policy.field_defaults.begin(), policy.field_defaults.end(),
                                 [&](const policy::FieldDefault& rule) { return rule.drawn_as == driver.id; });
  const bool judged = std::any_of(policy.prompts.begin(), policy.prompts.end(), [&](const policy::Prompt& prompt) {
    return prompt.judged && !prompt.held_by.empty() && prompt.held_by[0] == driver.id;
  });
  return drawn || (judged && !trust.judged.contains(driver.id));
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::luck:
      return "luck of the panel";
    case Kind::unknown:
      return "could be known";
    case Kind::lever:
      return "could be changed";
    case Kind::chance:
      break;
  }
  return "chance of the year";
}

Kind kind_of(const Quantity& driver, const policy::Policy& policy, const trust::Trust& trust) {
  if (model::is_integrated(driver.id)) return Kind::luck;  // a draw of the panel
  if (is_unknown(driver, policy, trust)) return Kind::unknown;
  return driver.driver.lever ? Kind::lever : Kind::chance;
}

}  // namespace uor::decide
