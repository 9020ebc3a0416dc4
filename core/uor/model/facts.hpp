// What a run takes for one trust's field: the reported value, its rounding interval, a national default, or nothing.
#pragma once

#include <string>

#include "core/uor/model/fact.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// Reported value, else what other reported fields give, else the policy's field default, else a metric's national
/// quartiles, else unknown. Draws are conditioned on the field's range.
Fact resolve_fact(const trust::Field& field, const trust::Trust& trust, const policy::Policy& policy);

/// The driver that holds the judged prompt `prompt`. Error at `where`, with the nearest id, when the policy has no such
/// prompt or derives its answer from figures.
const std::string& judged_driver(const std::string& prompt, const Where& where, const policy::Policy& policy);

}  // namespace uor::model
