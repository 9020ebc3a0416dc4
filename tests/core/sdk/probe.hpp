// A formula that two source files of the probe share: each instruction set has its own.
#pragma once

#include "uor/sdk/plugin.hpp"

namespace probe {
inline namespace UOR_ISA_NAMESPACE {
int level_of_second_file();
}

/// Not forced to be inlined and the same text at every level: the linker keeps one copy.
inline double shared_offset(double x) { return x + 1.0; }

}  // namespace probe
