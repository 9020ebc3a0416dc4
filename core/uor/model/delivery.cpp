#include "core/uor/model/delivery.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/uor/model/timing.hpp"

namespace uor::model {

namespace {

constexpr double months_a_year = 12;

/// Of the side's own programme, of the trusts', or what is typical where a trust states none.
std::vector<std::string> schemes_of(const scenario::Variant& variant, const Inputs& inputs) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const SavingsScheme& scheme : variant.schemes) add(scheme.name);
  if (!variant.schemes.empty()) return names;
  for (const trust::Trust& trust : inputs.trusts) {
    for (const SavingsScheme& scheme : trust.schemes) add(scheme.name);
    if (!trust.schemes.empty()) continue;
    for (const std::string& typical : inputs.policy.shown.typical_schemes) add(typical);
  }
  return names;
}

void note_overlap(Side& side, const scenario::Action& action, const std::vector<std::string>& schemes) {
  if (action.overlaps.empty()) return;
  if (std::find(schemes.begin(), schemes.end(), action.overlaps) == schemes.end())
    throw Error(
        action.overlaps_where,
        fmt::format("the action '{}' overlaps with '{}', which is no savings scheme of the run.{} Schemes are {}",
                    action.name, action.overlaps, did_you_mean(action.overlaps, schemes), fmt::join(schemes, ", ")));
  side.notes.push_back(fmt::format("{}: the scheme '{}' may bring the same; what both bring is counted twice",
                                   action.title, action.overlaps));
}

const Quantity& lever_of(const scenario::Action& action, const graph::Wiring& wiring) {
  const Quantity& driver = wiring.quantities[*wiring.find(action.driver)];
  if (driver.driver.lever) return driver;
  throw Error(action.where, fmt::format("the action '{}' moves '{}', which nobody can change (it is noise or a fact); "
                                        "`uor levers` lists what actions may move, [[change]] asks what if",
                                        action.name, action.driver));
}

/// Nothing of the model may take costs: another sector's, or another finance.
std::optional<std::size_t> charged_to(const Inputs& inputs, const graph::Wiring& wiring) {
  return wiring.find(inputs.policy.shown.role("delivery_cost"));
}

}  // namespace

Delivery delivery_of(const scenario::Action& action, const policy::Policy& policy) {
  if (action.one_off_gbp_m || action.yearly_gbp_m)
    return {action.one_off_gbp_m.value_or(0), action.yearly_gbp_m.value_or(0), true, false};
  const auto row = std::find_if(policy.delivery_costs.begin(), policy.delivery_costs.end(),
                                [&](const policy::DeliveryCost& cost) { return cost.lever == action.driver; });
  if (row == policy.delivery_costs.end()) return {};
  return {row->one_off_gbp_m, row->yearly_gbp_m, true, true};
}

void add_delivery(Side& side, const scenario::Variant& variant, const Inputs& inputs, const graph::Wiring& wiring) {
  if (variant.actions.empty()) return;
  const std::vector<std::string> schemes = schemes_of(variant, inputs);
  const auto quantity = charged_to(inputs, wiring);
  SideDriver costs{quantity.value_or(0), {}};
  for (const scenario::Action& action : variant.actions) {
    const Quantity& lever = lever_of(action, wiring);
    note_overlap(side, action, schemes);
    const Delivery cost = delivery_of(action, inputs.policy);
    if (!cost.known)
      side.notes.push_back(fmt::format("{}: what it costs is not stated, nothing is charged", action.title));
    if (cost.charged() && !quantity)
      side.notes.push_back(
          fmt::format("{}: no quantity of this model takes what it costs, nothing is charged", action.title));
    const auto charge = [&](double gbp_m, bool once) {
      if (gbp_m <= 0) return;
      costs.steps.push_back({Operation::add, gbp_m, nullptr, action.from_month, action.to_month, scenario::Hold::no,
                             action.who.everyone() ? nullptr : &action.who, timing_of(lever, action.decided),
                             lever.driver.lead_months, once});
    };
    charge(cost.one_off_gbp_m, true);
    charge(cost.yearly_gbp_m / months_a_year, false);
  }
  if (!quantity || costs.steps.empty()) return;
  const auto same = std::find_if(side.drivers.begin(), side.drivers.end(),
                                 [&](const SideDriver& driver) { return driver.quantity == *quantity; });
  if (same == side.drivers.end()) {
    side.drivers.push_back(std::move(costs));
  } else {
    same->steps.insert(same->steps.end(), costs.steps.begin(), costs.steps.end());
  }
}

}  // namespace uor::model
