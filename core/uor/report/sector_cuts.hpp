// The expected number of trusts with each rating by where they are: by region, by local partnership (STP).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/uor/report/json.hpp"
#include "core/uor/report/sector_figures.hpp"

namespace uor::report {

struct SectorCut {
  std::string name;
  std::size_t trusts = 0;
  std::vector<std::array<double, 4>> sides = {};  // [side][rating]: expected trusts

  /// Share of its trusts, expected.
  double good_or_better(std::size_t side) const {
    return (sides[side][2] + sides[side][3]) / static_cast<double>(trusts);
  }
};

/// By the member that says where a trust is, in the order of names; those of which nobody says it come last. None where
/// nobody says it of any.
std::vector<SectorCut> cuts_of(const std::vector<TrustRow>& rows, std::string TrustRow::*where);

Json json_of(const SectorCut& cut);

}  // namespace uor::report
