// A programme of savings schemes from the [[scheme]] tables of a trust or scenario file.
#pragma once

#include <vector>

#include "core/uor/base/savings_scheme.hpp"
#include "core/uor/base/toml.hpp"

namespace uor {

/// All [[scheme]] tables of `root`; empty when there is none. Error with its place for: unknown keys, more than
/// max_schemes, two of one name, a plan that is negative or of all schemes 0, a category that is none, a driver beside
/// a category or without exactly one of add and multiply, and an uncertain delay of a scheme that acts through a
/// driver.
std::vector<SavingsScheme> read_schemes(const TomlTable& root);

}  // namespace uor
