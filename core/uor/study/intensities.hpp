// How far several levers must each go to reach a target at the least cost.
#pragma once

#include <functional>
#include <vector>

namespace uor::study {

/// Of intensities from 0 (as today) to 1 (as far as the lever goes), on the same trials each time.
using ValueOfIntensities = std::function<double(const std::vector<double>&)>;

struct IntensityRule {
  std::size_t most_evaluations = 400;  // of the value, whatever happens
  double first_step = 0.5, last_step = 1.0 / 128;
};

struct Intensities {
  bool reached = false;
  std::vector<double> at;  // the cheapest that was tried and reaches the target; else the best that was tried
  double value = 0, cost = 0;
  std::size_t evaluations = 0;
};

/// A search without derivatives from a start that should reach the target, as the cheapest set of actions does: levers
/// are taken back, alone or while another goes further, in steps that are halved; then all are scaled back. Where the
/// start does not reach it, all levers in full are tried. Never returns what was not evaluated; deterministic; a value
/// that is not a number reaches nothing.
Intensities least_intensities(const std::vector<double>& start, const ValueOfIntensities& value,
                              const ValueOfIntensities& cost, double target, const IntensityRule& rule = {});

}  // namespace uor::study
