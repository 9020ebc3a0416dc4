// Many trusts on a screen: one line a trust, and the sector's totals.
#pragma once

#include <vector>

#include "cli/style.hpp"
#include "core/uor/run/result.hpp"

namespace uor::cli {

/// One line a trust, lowest expected score first, then for each side the expected number of trusts in each rating. With
/// variants, the lines show the last one against the baseline.
void print_sector_screen(const run::Header& header, const std::vector<run::Summary>& summaries, const Style& style);

}  // namespace uor::cli
