// Ratio a: what one normal draw takes, and what its uniform alone takes.
#pragma once

#include "bench/ratios/measured.hpp"

namespace uor::bench {

std::vector<Measured> draw_cases();

}  // namespace uor::bench
