// A standard beta distribution as a table over z, because its exact inverse is far too slow to draw with.
#pragma once

#include <memory>
#include <vector>

namespace uor::sample {

/// y(z) with x = 1 / (1 + e^-y): six planes of 288 coefficients (kernels.hpp, MapPlan::Form::table), in each of the
/// equal intervals of -9 <= z <= 9 the quintic through the six nearest exact nodes. |x(z) - exact| is at most 2e-11
/// when both shapes are at least 1 (every PERT), 2e-10 from 0.5, 1e-8 from 0.2 (asserted over a grid by
/// beta_table_test).
using BetaTable = std::vector<double>;

/// The table of one pair of shapes. A memo of a pure function: tables are built once a process and shared by threads.
std::shared_ptr<const BetaTable> beta_table(double alpha, double beta);

}  // namespace uor::sample
