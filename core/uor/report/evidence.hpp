// The evidence that a trust file gives, and what each piece moves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/context.hpp"
#include "core/uor/report/json.hpp"

namespace uor::report {

struct GivenEvidence {
  std::string kind, kloe, about, text, source, date;
  double moves = 0;  // the judged prompts of its key line, in grades
  std::string why;
};

/// Nothing where the trust's file is not known.
std::vector<GivenEvidence> evidence_of(const policy::Policy& policy, const std::optional<trust::Trust>& trust);

Json json_of(const GivenEvidence& evidence);

}  // namespace uor::report
