// The draft report of one trust, from today's odds and what its file says.
#pragma once

#include "core/uor/ask/rating.hpp"
#include "core/uor/report/draft.hpp"

namespace uor::ask {

/// Error as rating_of().
report::Draft draft_of(const Library& library, const RatingRequest& request);

}  // namespace uor::ask
