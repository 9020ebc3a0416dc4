// Which x86-64 micro-architecture level code is run at, where it was compiled for several.
#pragma once

namespace uor {

/// 2, 3 or 4: the highest x86-64 micro-architecture level of this processor; 2 elsewhere.
int processor_isa_level();

/// The processor's level, or a lower one that UOR_ISA=2|3|4 in the environment asks for; Error for another value.
int wanted_isa_level();

}  // namespace uor
