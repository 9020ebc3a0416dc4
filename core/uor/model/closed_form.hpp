// Whether odds can be had in closed form: judgement and the limiters' draws are integrated, so that nothing may depend
// on them that the formulas do not know.
#pragma once

#include <string>

#include "core/uor/model/plan.hpp"

namespace uor::model {

/// Whether a driver is one of those that are integrated: judgement, what CQC makes of the proposal, a limiter's draw.
bool is_integrated(const std::string& driver);

/// Whether some group correlates such a driver, or some side of the plan draws it, holds it within limits or turns it
/// round; then grades are counted on all sides. What is set, shifted or scaled keeps its closed form; but an agreement
/// that is changed has none.
bool in_closed_form(const Plan& plan, const Inputs& inputs);

}  // namespace uor::model
