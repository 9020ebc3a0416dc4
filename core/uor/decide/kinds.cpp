#include <algorithm>

#include "core/uor/decide/sensitivity.hpp"

namespace uor::decide {

namespace {

/// Draws of the panel: judgement, agreement and whether a limiter is applied.
bool is_luck(const std::string& id) { return id.rfind("rating.", 0) == 0 || id.rfind("limiter.", 0) == 0; }

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
  if (is_luck(driver.id)) return Kind::luck;
  if (is_unknown(driver, policy, trust)) return Kind::unknown;
  return driver.driver.lever ? Kind::lever : Kind::chance;
}

}  // namespace uor::decide
