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

/// Of the metrics that a driver moves: which are published by the rating when it acts from a month on.
struct Publishing {
  std::vector<std::string> in_time, too_late;  // titles; of those too late with their lag
  int first_month = 0;                         // in which one of them is first seen; 0: it moves none
};
Publishing published_of(const Inputs& inputs, const Plan& plan, std::size_t driver, int from);

/// What a reader must know of when changes act, and of what comes too late to be published before the rating.
std::vector<std::string> timing_notes(const Inputs& inputs, const Plan& plan);

}  // namespace uor::model
