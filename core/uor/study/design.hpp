// Designs of experiments: points of the unit cube, or every combination of some levels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace uor::study {

/// [run][factor], from 0 up to below 1.
using DesignPoints = std::vector<std::vector<double>>;

/// Every combination of levels, the last factor fastest: [run][factor], the index of its level.
std::vector<std::vector<std::size_t>> full_factorial(const std::vector<std::size_t>& levels);

/// Each factor hits each of `runs` equal parts of its range once, in an order of its own, at the middle of the part
/// (McKay, Beckman and Conover 1979).
DesignPoints latin_hypercube(std::size_t runs, std::size_t factors, std::uint64_t seed);

/// The first points of a Sobol sequence, a factor a dimension, with digits shifted at random by the seed. At most
/// sample::sobol_dimensions factors (assert).
DesignPoints sobol_design(std::size_t runs, std::size_t factors, std::uint64_t seed);

}  // namespace uor::study
