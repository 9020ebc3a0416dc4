// What the evidence of a trust file does: it moves what assessors find in the judged prompts of a key line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// One piece and what it moves the prompts of its key line by, in grades, within the policy's caps.
struct WeighedEvidence {
  const trust::Evidence* piece = nullptr;
  std::string kloe, title;  // title: of the metric or key line that it is about
  double moves = 0;
  std::string why;  // "9.5 to 7.0: it worked", "an assertion: it is read and counts for nothing"
};

/// Error, at the piece, for what it is about and the policy does not know, and for what lacks a benchmark or a side
/// that is better.
std::vector<WeighedEvidence> weighed_evidence(const trust::Trust& trust, const policy::Policy& policy);

/// By key line, all its pieces together within the policy's cap; without evidence empty.
std::map<std::string, double> evidence_moves(const std::vector<WeighedEvidence>& weighed, const policy::Policy& policy);

/// A distribution on the scale 1 to 4, moved and held inside it.
Distribution moved_judgement(const Distribution& found, double by);

}  // namespace uor::model
