// Figures of its own that a trust gives with their month: fresher than what is published, or not.
#pragma once

#include <string>
#include <vector>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"

namespace uor::model {

/// Error, at the figure, when a trust gives a figure of a month after the rating.
void check_figure_months(const Inputs& inputs);

/// "RF4: dna_rate is of November 2018, fresher than what is published by the rating (...): it counts 25 %", or that it
/// is no fresher and has no credit. One for each figure of `trust` that has a month.
std::vector<std::string> figure_notes(const trust::Trust& trust, const Inputs& inputs, const Plan& plan);

}  // namespace uor::model
