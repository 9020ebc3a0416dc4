// Ratings over all trusts of a run.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/uor/run/result.hpp"

namespace uor::analyse {

/// Expected number of trusts. Trusts share common factors within a trial, and a summary does not hold how strongly, so
/// the standard error lies between two: as if trusts were independent, and as if all moved as one.
struct ExpectedTrusts {
  double count = 0;
  double standard_error_independent = 0;
  double standard_error_together = 0;
};

enum class Rated { use_of_resources, quality, combined };

/// Of each rating, inadequate .. outstanding, on one side. Trusts without trials are left out.
std::array<ExpectedTrusts, 4> expected_trusts(const std::vector<run::Summary>& summaries, std::size_t side,
                                              Rated rated = Rated::use_of_resources);

/// Trials of all trusts by rating in the baseline and on one side: the sector's migration.
run::Migration sector_migration(const std::vector<run::Summary>& summaries, std::size_t side);

}  // namespace uor::analyse
