// The ratings that a trust receives, and its support needs, on the screen.
#pragma once

#include <vector>

#include "cli/style.hpp"
#include "core/uor/report/received.hpp"
#include "core/uor/report/support.hpp"

namespace uor::cli {

void print_received(const std::vector<report::ReceivedRating>& received, const Style& style);

/// Nothing where no rule was read.
void print_support(const report::SupportNeeds& needs, const Style& style);

}  // namespace uor::cli
