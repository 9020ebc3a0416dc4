// What must hold of a run's settings before anything is made of them.
#pragma once

#include "core/uor/model/inputs.hpp"

namespace uor::run {

/// `inputs` with a batch size that fits leaves and blocks of points, and with until_se the trials of the last look.
/// Error: no trust or one twice, no trials, an assessment after the last month, trials that points cannot have, moving
/// benchmarks of one trust or with until_se, figures of months that are no months of the run.
model::Inputs checked_inputs(model::Inputs inputs);

}  // namespace uor::run
