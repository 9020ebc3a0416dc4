#include "core/uor/model/closed_form.hpp"

#include <algorithm>

#include "core/uor/model/inputs.hpp"

namespace uor::model {

namespace {

constexpr const char* agreement = "rating.agreement";

bool has_integrated(const std::vector<std::string>& drivers) {
  return std::any_of(drivers.begin(), drivers.end(), is_integrated);
}

/// Whether what it makes of a value is shift + scale x value, scale >= 0.
bool is_linear(const SideDriver::Step& step) {
  const bool turns = step.operation == Operation::multiply && step.value < 0;
  return step.vary == nullptr && step.hold == scenario::Hold::no && !turns;
}

bool keeps_closed_form(const SideDriver& driver, const std::string& id) {
  if (!is_integrated(id)) return true;
  return id != agreement && std::all_of(driver.steps.begin(), driver.steps.end(), is_linear);
}

}  // namespace

bool is_integrated(const std::string& driver) {
  return driver == "rating.judgement" || driver == agreement || driver.starts_with("limiter.");
}

bool in_closed_form(const Plan& plan, const Inputs& inputs) {
  for (const policy::Group& group : inputs.policy.groups) {
    if (has_integrated(group.drivers)) return false;
  }
  for (const scenario::Correlate& group : inputs.scenario.correlations) {
    if (has_integrated(group.drivers)) return false;
  }
  for (const Side& side : plan.sides) {
    for (const SideDriver& driver : side.drivers) {
      if (!keeps_closed_form(driver, plan.wiring.quantities[driver.quantity].id)) return false;
    }
  }
  return true;
}

}  // namespace uor::model
