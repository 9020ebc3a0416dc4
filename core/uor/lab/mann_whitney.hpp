// Whether one set of times lies above another by more than chance has it.
#pragma once

#include <span>

namespace uor::lab {

/// The two-sided p-value of the U test that `a` and `b` are draws of one distribution (Mann and Whitney, On a test of
/// whether one of two random variables is stochastically larger than the other, Annals of Mathematical Statistics 18,
/// 1947), by the normal approximation with corrections for ties and for continuity. 1 where either has fewer than
/// `least_for_test` values.
double mann_whitney_p(std::span<const double> a, std::span<const double> b);

inline constexpr std::size_t least_for_test = 5;

}  // namespace uor::lab
