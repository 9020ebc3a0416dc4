// What two runs of one trust differ in besides their results: facts, and what else went in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/uor/analyse/changed_facts.hpp"
#include "core/uor/report/json.hpp"

namespace uor::report {

struct WhatDiffers {
  std::vector<analyse::RunDifference> runs;
  std::vector<analyse::ChangedFact> facts;
  std::size_t fields = 0;  // facts that were looked at
  std::string why_not;     // why facts cannot be told, when a file's own text cannot be read back
};

/// "3 of 121 facts differ.", "No fact differs: ...".
std::string in_words(const WhatDiffers& differs);

/// Where a fact was from on both sides: "reported", or "reported, was drawn".
std::string origin_in_words(const analyse::ChangedFact& fact);

/// {runs: [{what, from, to}], facts: [{id, title, unit, from: {value, text, origin, detail}, to}], fields, why_not}.
Json json_of(const WhatDiffers& differs);

}  // namespace uor::report
