// One source, several instruction sets. uor_add_plugin compiles every source of a plugin once for each x86-64 level and
// links all of them into one file, so no function may exist twice under one name: what the SDK defines lives in an
// inline namespace of the level, and is always inlined.
//
// A plugin with more than one source file puts the functions that its files share into
// `inline namespace UOR_ISA_NAMESPACE`, too; functions of one header or one source are marked UOR_FORMULA.
#pragma once

#if defined(UOR_ISA_LEVEL)
#define UOR_ISA_JOIN_(prefix, level) prefix##level
#define UOR_ISA_JOIN(prefix, level) UOR_ISA_JOIN_(prefix, level)
#define UOR_ISA_NAMESPACE UOR_ISA_JOIN(isa_v, UOR_ISA_LEVEL)
#else
#define UOR_ISA_NAMESPACE isa_any
#endif

/// A formula outside of a node's body, in a header of the plugin: `UOR_FORMULA double cost(double days) { ... }`.
/// It must be inlined, or the loop over trials does not vectorise.
#define UOR_FORMULA inline __attribute__((always_inline))
