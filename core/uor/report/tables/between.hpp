// A run beside the first one of a report.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/changes.hpp"

namespace uor::report::tables {

/// Runs that can be compared with the first one.
using Comparisons = std::vector<const AgainstFirst*>;
Comparisons comparisons_of(const std::vector<Figures>& runs);

/// Titles may be the same in both files; a file's name then tells them apart.
std::string side_label(const SideName& side, const SideName& other);

/// The changes of one trust (index of AgainstFirst::trusts), one a comparison.
std::vector<ChangesPart> parts_of(const Comparisons& all, std::size_t trust);

Table compared(const Comparisons& all);
Table facts_that_differ(const TrustDiffers& trust, const AgainstFirst& against);
Table what_else_differs(const TrustDiffers& trust, const AgainstFirst& against);

/// How many more or fewer trusts hold each rating.
Table changed_counts(const AgainstFirst& against);
/// Trust by trust, what moved most first.
Table moved_trusts(const AgainstFirst& against);
/// From each rating to each, of one part.
Table from_to_between(const ChangesPart& part);

}  // namespace uor::report::tables
