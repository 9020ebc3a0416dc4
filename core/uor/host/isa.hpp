// Which build of a plugin suits this processor.
#pragma once

#include <string>

#include "core/uor/sdk/plugin.h"

namespace uor::host {

/// 2, 3 or 4: the highest x86-64 micro-architecture level of this processor; 2 elsewhere.
int processor_isa_level();

/// The processor's level, or a lower one that UOR_ISA=2|3|4 in the environment asks for; Error for another value.
int wanted_isa_level();

/// The variant of the highest level up to `level`; the plugin itself (level 2) when it offers none.
/// Error when extension throws or its table is broken.
uor_isa_variant best_variant(const std::string& file, const uor_plugin& plugin, int level);

}  // namespace uor::host
