// A comparison on a screen.
#pragma once

#include <vector>

#include "cli/style.hpp"
#include "core/uor/ask/compared_trusts.hpp"
#include "core/uor/ask/library.hpp"

namespace uor::cli {

/// What is compared with what, under which runs, and what must be known of the files.
void print_comparison_heading(const ask::ComparedSides& compared, const Style& style);

/// One trust (its position in the first side's header): the odds of all sides, then each side against the first.
/// `comparisons` has one a side after the first.
void print_trust_comparison(const ask::Library& library, const ask::ComparedSides& compared, std::size_t trust,
                            const std::vector<analyse::Comparison>& comparisons, const Style& style);

/// Many trusts: how many hold each rating, who moved where, and the ten trusts that moved most, for side `to`.
void print_sector_comparison(const ask::ComparedSides& compared, std::size_t to, const ask::ComparedTrusts& trusts,
                             const Style& style);

/// Positions of trusts, in `header` and `trusts` alike: what moved the odds of good or better most first, equals by
/// name, then by code.
std::vector<std::size_t> moved_most(const model::Header& header, const std::vector<analyse::Comparison>& trusts);

/// What the marks at standard errors mean, of those that the comparisons have.
void print_legend(const std::vector<analyse::Comparison>& comparisons);

}  // namespace uor::cli
