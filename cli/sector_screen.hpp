// Many trusts on one screen: the sector.
#pragma once

#include "cli/sector_blocks.hpp"

namespace uor::cli {

/// How many trusts hold each rating by side, who moves where on the last side, by type, and the ten trusts that move
/// most: at most 34 lines of screen_width columns with up to four variants and seven types.
void print_sector_screen(const SectorView& view);

}  // namespace uor::cli
