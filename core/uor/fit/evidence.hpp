// What ratings are struck from, for each trust and trial of the baseline: scores, indicators, conditions of limiters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/run/engine.hpp"

namespace uor::fit {

/// Columns of one trust, [trial]; they do not depend on what is fitted.
struct Evidence {
  std::string code;
  std::size_t trials = 0;
  std::vector<std::vector<double>> score;      // by KLOE, 1..4
  std::vector<std::vector<double>> indicator;  // by indicator, standardised
  std::vector<std::uint64_t> limits;           // bit l: the conditions of limiter l hold
};

/// One per trust of `inputs`, in their order, from its baseline in the assessment month. Errors as
/// run::Engine.
std::vector<Evidence> simulate_evidence(model::Inputs inputs);

}  // namespace uor::fit
