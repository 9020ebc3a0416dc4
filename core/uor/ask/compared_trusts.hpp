// Two sides read from their files, paired trial by trial.
#pragma once

#include <vector>

#include "core/uor/analyse/compare.hpp"
#include "core/uor/analyse/compare_sector.hpp"
#include "core/uor/ask/compared_sides.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/report/pounds.hpp"

namespace uor::ask {

/// One trust on both sides: `trust` is its position in `from`. Exact pairs are read from the files: final ratings, and
/// scores and metrics where both keep them and `kept` says so.
enum class ReadKept { no, yes };
analyse::Comparison compare_trust(const ComparedSide& from, const ComparedSide& to, std::size_t trust, ReadKept kept);

/// All trusts of `from` on both sides: each, in its order, and together.
struct ComparedTrusts {
  std::vector<analyse::Comparison> trusts;
  analyse::SectorComparison sector;
};
/// What `to` brings against `from` in pounds, of the trust at that position of the first header.
report::Pounds pounds_between(const Library& library, const ComparedSide& from, const ComparedSide& to,
                              std::size_t trust);

ComparedTrusts compare_trusts(const ComparedSide& from, const ComparedSide& to, ReadKept kept);

}  // namespace uor::ask
