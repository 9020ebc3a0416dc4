// The odds of some trusts under each run of a design.
#pragma once

#include <functional>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/run_request.hpp"
#include "core/uor/ask/sweep_design.hpp"
#include "core/uor/store/long_table.hpp"

namespace uor::ask {

struct Sweep {
  store::LongTable table;  // one row a run and trust: its factors, the odds, good or better with error, expected rating
  std::size_t simulations = 0;  // how often trusts were simulated; other runs were only rated again
};

/// `request` names trusts, trials and so on; its policy options and changes come before those of the design. All runs
/// share draws. Runs that differ in numbers of the rating alone ([fit], limiters' probabilities) share one simulation
/// of the baseline, which has the odds of `uor run` within rounding; others are each simulated, and where a driver is
/// set their odds are those of the changed year. `progress` is told of finished runs. Error as problem_of(), naming the
/// run of the design.
Sweep sweep(const Library& library, const RunRequest& request, const SweepDesign& design,
            const std::function<void(std::size_t done)>& progress = {});

}  // namespace uor::ask
