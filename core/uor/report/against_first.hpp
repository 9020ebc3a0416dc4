// A run beside the first one of a report: what changed from the one to the other, or why that cannot be said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/compare_sector.hpp"
#include "core/uor/report/changes.hpp"
#include "core/uor/report/what_differs.hpp"

namespace uor::report {

/// A side, as its reader knows it.
struct SideName {
  std::string file, scenario, title;
};

/// A trust whose changes are told in full.
struct TrustChanges {
  std::string code, name;
  Changes changes;
};

/// One trust of many.
struct MovedTrust {
  std::string code, name;
  analyse::Change good_or_better, below_good;  // shares of trials, paired
  analyse::Change expected_rating;             // mean rating after limits, paired
  analyse::Change expected_score;              // latent, before limits
};

/// What went in otherwise for one trust.
struct TrustDiffers {
  std::string code, name;
  WhatDiffers differs;
};

struct AgainstFirst {
  SideName from, to;
  std::string why_not;                              // why the two cannot be compared; then all that follows is empty
  std::vector<std::string> notes;                   // what the change holds besides the scenario
  std::vector<TrustDiffers> differs;                // facts and else, of trusts that both show in full; always told
  std::vector<TrustChanges> trusts;                 // as many as the runs show in full
  std::vector<MovedTrust> rows;                     // every trust of runs of several
  std::optional<analyse::SectorComparison> sector;  // likewise
};

/// In shares of "below good".
analyse::Change below_good_change(const analyse::Change& good_or_better);

Json json_of(const TrustChanges& trust);
Json json_of(const TrustDiffers& trust);
Json json_of(const MovedTrust& trust);
/// {from, to, why_not, notes, trusts: [{code, name, changes}], rows, sector: {trusts, rating, from_to}}.
Json json_of(const AgainstFirst& against);

}  // namespace uor::report
