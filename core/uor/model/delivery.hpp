// What delivering actions costs, and what it is charged to.
#pragma once

#include <string>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"

namespace uor::model {

struct Delivery {
  double one_off_gbp_m = 0, yearly_gbp_m = 0;
  bool known = false;    // false: neither the action nor the policy says
  bool assumed = false;  // it is the policy's row of the lever
  bool charged() const { return one_off_gbp_m > 0 || yearly_gbp_m > 0; }
};

Delivery delivery_of(const scenario::Action& action, const policy::Policy& policy);

/// Charges what the variant's actions cost to the policy's role delivery_cost, from the month in which each acts, and
/// notes what is not charged and what may count twice. Error for an action whose lever is none, and for a scheme that
/// it overlaps with and nobody has.
void add_delivery(Side& side, const scenario::Variant& variant, const Inputs& inputs, const graph::Wiring& wiring);

}  // namespace uor::model
