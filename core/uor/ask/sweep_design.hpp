// A design file: which numbers of the model are varied, and how their values are chosen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace uor::ask {

/// What a factor sets.
enum class FactorKind { policy, parameter, limiter, driver };

struct Factor {
  FactorKind kind = FactorKind::policy;
  std::string name;            // a path of the policy, a parameter, the id of a limiter, a driver
  std::vector<double> values;  // its levels; of a range none
  double from = 0, to = 0;     // of a range
  std::size_t levels = 3;      // of a range in a full factorial, from `from` to `to`

  /// As a column is called: "policy.fit.cuts.good", "driver.clinical.dna_rate".
  std::string title() const;
  /// For a point from 0 up to below 1: the value of a range, or of one of equal parts a level.
  double at(double point) const;
};

struct SweepDesign {
  std::string path;
  std::vector<Factor> factors;
  std::vector<std::vector<double>> runs;  // [run][factor]: values
};

/// `[design]` kind = "full", "lhs" or "sobol", runs, seed; `[[factor]]` with one of policy, parameter, limiter and
/// driver, and values, or from and to. Error at file and line.
SweepDesign parse_sweep_design(const std::string& text, const std::string& path);

}  // namespace uor::ask
