// Savings schemes as values of drivers: a programme fills the slots <scheme>_<n>_<part> of the plugin
// that holds them (the policy's role `scheme`),
// and a scheme that acts through a driver changes that driver from its start on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/savings_scheme.hpp"
#include "core/uor/policy/shown.hpp"
#include "core/uor/scenario/scenario.hpp"

namespace uor::model {

struct SchemeDriver {
  std::string id;
  Distribution distribution;
  const SavingsScheme* scheme;  // null: of an empty slot
};

/// The value of every driver of every slot; slots beyond `schemes` have no share. `schemes` must outlive the result.
std::vector<SchemeDriver> slot_drivers(const std::vector<SavingsScheme>& schemes, const policy::Shown& shown);

/// What scheme number `slot` (from 0) does to the driver that it acts through: a change that its delivery scales, with
/// the draw of its slot. Nothing for a scheme with money of its own.
std::optional<scenario::Vary> effect_of(const SavingsScheme& scheme, std::size_t slot, const policy::Shown& shown);

}  // namespace uor::model
