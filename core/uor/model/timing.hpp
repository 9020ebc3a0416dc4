// From when a change of a driver acts: what is closed stays closed, and a lever takes its time.
#pragma once

#include <string>
#include <vector>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"

namespace uor::model {

/// How a scenario's change of `driver` is held back; `decided` when it says that the decision came in time.
Timing timing_of(const Quantity& driver, bool decided);

/// The first month in which the step acts, with `closed` months closed: the later of the month asked for (1 when none
/// was) and closed + 1, or closed + the lead time + 1.
int acts_from(const SideDriver::Step& step, const Quantity& driver, int closed);

/// What a reader must know of when changes act, and of what comes too late to be published before the rating.
std::vector<std::string> timing_notes(const Inputs& inputs, const Plan& plan);

}  // namespace uor::model
