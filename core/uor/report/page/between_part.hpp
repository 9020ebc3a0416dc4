// What changed between the runs of one page.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/figures.hpp"

namespace uor::report::page {

/// From the first run to each other one that can be compared with it; of the others, why not. Empty for one run.
std::string between_part(const std::vector<Figures>& runs);

}  // namespace uor::report::page
