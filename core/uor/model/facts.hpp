// What is known of one trust's fact: the reported value, its rounding interval, a national default, or nothing.
#pragma once

#include <string>
#include <vector>

#include "core/uor/base/distribution.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// The distribution of a fact. `unknown`: no source gives it, its column is NaN and formulas derive it.
struct Fact {
  bool reported = false;
  bool unknown = false;
  bool derived = false;               // given by other reported fields
  bool settled = false;               // unknown, but formulas derive it from other reported fields without a draw
  bool part_drawn = false;            // unknown, and what formulas derive it from is drawn in part
  Distribution distribution;          // of the value, or of the ratio to `ratio_of`
  std::string ratio_of;               // another field, or empty
  std::vector<std::string> from;      // the fields that a derived or settled one is from
  std::vector<std::string> accounts;  // figures to date that give it in closed months; empty: none does
  std::string equation;               // of a derived one, in words
  std::string assumed;                // in words, empty when reported exactly
};

/// "reported", "derived" from what is reported of last year or to date, or "drawn".
const char* origin_of(const Fact& fact);

/// Reported value, else what other reported fields give, else the policy's field default, else a metric's national
/// quartiles, else unknown. Draws are conditioned on the field's range.
Fact resolve_fact(const trust::Field& field, const trust::Trust& trust, const policy::Policy& policy);

/// The driver that holds the judged prompt `prompt`. Error at `where`, with the nearest id, when the policy has no such
/// prompt or derives its answer from figures.
const std::string& judged_driver(const std::string& prompt, const Where& where, const policy::Policy& policy);

}  // namespace uor::model
