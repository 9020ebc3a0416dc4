// What was assumed about a trust, how, and what not knowing it costs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/context.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

struct Assumption {
  std::string id, title;  // of the field; title is the id when the field is not known
  std::string how;        // as the run says it: "not reported, drawn from the national quartiles(...) percent"
  std::string in_words;   // as a reader without the program understands it
  std::string standing;   // verified, derived, unverified, assumed, or ""
  std::string source;
  std::optional<analyse::Estimate> worth;  // share of the score's variance that knowing it would explain
};

/// Those of a trust, what is worth knowing most first; without a study in the order of the file.
std::vector<Assumption> assumptions_of(const model::TrustInfo& trust, const Context& context,
                                       const TrustContext& about);

Json json_of(const Assumption& assumption);

}  // namespace uor::report
