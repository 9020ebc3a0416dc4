// Folds of a cross-validation: whole trusts, spread evenly over the ratings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace uor::fit {

/// The fold (0 .. folds - 1) of each group. Groups are shuffled within their grade by Philox words of seed and repeat,
/// then dealt out in turn, so that each fold has its share of each grade. `grade` is one a group.
std::vector<std::size_t> stratified_folds(const std::vector<int>& grade, std::size_t folds, std::uint64_t seed,
                                          std::size_t repeat);

}  // namespace uor::fit
