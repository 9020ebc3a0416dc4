// The contract tests behind `uor plugins check FILE`: every node of a plugin on made-up batches.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/uor/host/catalogue.hpp"

namespace uor::lab {

/// One thing that must hold. `detail` says what was tried when it passed, and each node that failed when not.
struct Check {
  std::string name;
  bool passed = false;
  std::string detail;
};

/// What inputs that the plugin does not declare are filled with.
struct Supplies {
  std::vector<Quantity> quantities;                                 // of other plugins and of the host
  std::vector<double> generic = {1.0, 0.5, 2.0, 10.0, 0.1, 100.0};  // for ids that these do not describe; not empty
};

/// Calls each node in several months with inputs at nominal values and spread over their likely ranges, and checks: no
/// node fails, outputs are all written, possible at nominal values, finite over the likely ranges, inputs left alone,
/// nothing written outside the batch, the same bits when called twice, in two halves, and on two threads, and a floor
/// of speed that is a ratio to what the C library takes at the same time (cost.hpp).
/// Inputs are made up one by one, so combinations may occur that no trust has: values that are out of range there, and
/// whatever comes of generic inputs, are told in `detail` but fail nothing.
std::vector<Check> check_conformance(const host::Plugin& plugin, const Supplies& supplies = {});

/// Loads the file first; the one check "loads" has failed, with the refusal as its detail, when that cannot be done.
std::vector<Check> check_file(const std::string& path, const Supplies& supplies = {});

}  // namespace uor::lab
