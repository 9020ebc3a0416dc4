#include "core/uor/lab/allocations.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdlib>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define UOR_OTHER_ALLOCATOR
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define UOR_OTHER_ALLOCATOR
#endif

namespace uor::lab {

namespace {

/// In the executable's own block, so that reaching it allocates nothing.
__attribute__((tls_model("initial-exec"))) thread_local std::uint64_t allocations = 0;

}  // namespace

#if defined(UOR_OTHER_ALLOCATOR)
bool counts_allocations() { return false; }
#else
bool counts_allocations() { return true; }
#endif

std::uint64_t allocations_of_thread() { return allocations; }

}  // namespace uor::lab

#if !defined(UOR_OTHER_ALLOCATOR)

// The program's own allocation functions take the place of glibc's, in its libraries too, and hand on to them.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): glibc's names for its allocator
extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* memory);

void* malloc(std::size_t size) noexcept {
  ++uor::lab::allocations;
  return __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) noexcept {
  ++uor::lab::allocations;
  return __libc_calloc(count, size);
}

void* realloc(void* memory, std::size_t size) noexcept {
  ++uor::lab::allocations;
  return __libc_realloc(memory, size);
}

void free(void* memory) noexcept { __libc_free(memory); }

void* memalign(std::size_t alignment, std::size_t size) noexcept {
  ++uor::lab::allocations;
  return __libc_memalign(alignment, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept { return memalign(alignment, size); }

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) noexcept {
  if (alignment % sizeof(void*) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) return EINVAL;
  *memory = memalign(alignment, size);
  return *memory == nullptr ? ENOMEM : 0;
}
}
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

#endif
