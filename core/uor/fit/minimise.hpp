// The one minimiser of fits: L-BFGS of NLopt within bounds.
#pragma once

#include <functional>
#include <vector>

namespace uor::fit {

/// Value at x; fills `gradient` (size of x).
using Objective = std::function<double(const std::vector<double>& x, std::vector<double>& gradient)>;

/// The x with the least value found from `start`, each x at least `lower`. Deterministic. Error (Fault::run) when the
/// objective is not finite at the start.
std::vector<double> minimise(const Objective& objective, std::vector<double> start, const std::vector<double>& lower);

/// Second derivatives at x by central differences of the gradient, symmetric, row-major.
std::vector<double> curvature(const Objective& objective, const std::vector<double>& x);

}  // namespace uor::fit
