// Distributions and correlations as tables of a TOML file; scenarios and policies write them alike.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/uor/base/distribution.hpp"
#include "core/uor/base/toml.hpp"

namespace uor {

/// `key = {shape = "normal", mean = 0, sd = 1}`, or `key = "normal"` with the parameters beside it in the same table.
/// `truncate = [lower, upper]` is optional; -inf and inf leave a side open. Error for an unknown shape or parameter,
/// a missing one, or values that the shape does not allow.
Distribution read_distribution(const TomlTable& table, std::string_view key = "distribution");

/// The parameter names that may stand in `table` itself: those of the named shape when `key` is text, else none.
std::vector<std::string> distribution_keys_beside(const TomlTable& table, std::string_view key = "distribution");

/// `correlation` of `table` over `count` members, row-major [count][count]: one number for every pair, or a matrix.
/// Error unless it is square, symmetric, has ones on its diagonal and entries from -1 to 1.
std::vector<double> read_correlation(const TomlTable& table, std::size_t count);

/// `drivers` of `table`: at least two, none twice.
std::vector<std::string> read_members(const TomlTable& table);

}  // namespace uor
