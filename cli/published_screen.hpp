// The ratings that were last published of a trust, for screens. They never move odds, but for the quality
// ratings that the trust does not give itself, which the combined rating takes.
#pragma once

#include "cli/style.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::cli {

/// "Last published: use of resources inadequate (26 June 2018), safe ...; source". Nothing where nothing is known.
void print_published(const trust::PublishedRatings& published, const Style& style);

}  // namespace uor::cli
