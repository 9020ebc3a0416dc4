// Total indices by pick-freeze: the share of an output's variance that is lost when all but one driver are known
// (Jansen 1999).
#pragma once

#include "core/uor/study/column.hpp"

namespace uor::study {

struct Total {
  Figure index;
  bool idle = false;  // no trial moved when the driver was drawn anew: exactly 0
};

/// `redrawn` is the output of the same trials with this one driver (or group) drawn anew, all others as they were.
/// Index 0 of an output that does not vary.
Total total_index(Column output, Column redrawn);

}  // namespace uor::study
