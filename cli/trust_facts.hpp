// A trust on a screen: what is reported of it, and what stands in for the rest.
#pragma once

#include "cli/style.hpp"
#include "core/uor/tally/result.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::cli {

/// Fields that somebody gave, without those that its savings schemes come to.
std::size_t fields_reported(const trust::Trust& trust);

/// How many of the initial metrics `trust` reports.
int metrics_reported(const trust::Trust& trust, const trust::Fields& fields);

/// The fields of the minimum set that are not reported; a run does without them.
void print_missing(const trust::Trust& trust, const trust::Fields& fields);

/// The reported fields by group with their units, the minimum fields that are missing, and what is assumed, as `info`
/// (from an engine's header) says.
void print_trust_facts(const trust::Trust& trust, const trust::Fields& fields, const model::TrustInfo& info,
                       const Style& style);

}  // namespace uor::cli
