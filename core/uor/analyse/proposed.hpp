// What NHS Improvement proposes, from the odds of what CQC publishes.
#pragma once

#include <optional>

#include "core/uor/analyse/odds.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::analyse {

/// The odds of the proposed rating: those of the final one (`final`, inadequate to outstanding) with the policy's
/// agreement undone. A share `lowered` of the proposals becomes a grade less and `raised` one more, whatever else is
/// so, which is a linear map of the three shares at or above a grade; it is solved back. Nothing where more proposals
/// are changed than stay, which cannot be told apart.
std::optional<Shares4> proposed_odds(const Shares4& final, const policy::Agreement& agreed);

}  // namespace uor::analyse
