// How often the calling thread asks for memory.
#pragma once

#include <cstdint>

namespace uor::lab {

/// Whether allocations are counted in this build: with glibc, and without a sanitizer, which has an allocator of its
/// own.
bool counts_allocations();

/// Calls of malloc, calloc, realloc and the aligned ones, of operator new too, that this thread has made so far, in any
/// library; 0 when they are not counted. A program that uses this function allocates through counting wrappers.
std::uint64_t allocations_of_thread();

}  // namespace uor::lab
